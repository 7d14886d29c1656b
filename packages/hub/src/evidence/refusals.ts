import { Refusal, type Sentence } from '@lianban/kernel'
import type { PowerTold } from '@lianban/law'

const joined = (words: readonly Sentence[], zh: string, en: string): Sentence => ({
  zh: words.map((each) => each.zh).join(zh),
  en: words.map((each) => each.en).join(en),
})

/** Every way the evidence register says no. */
export const refusals = {
  beyondPower: ({ because, instead, basis, routesTo }: PowerTold, what: Sentence) => {
    const use = joined(
      instead.map(({ words }) => words),
      '、',
      ' or ',
    )
    const law = joined(basis, '、', '; ')
    const way: Sentence = instead.length
      ? { zh: `请改用：${use.zh}。`, en: `Use instead: ${use.en}.` }
      : { zh: '请移交有职权的单位收集。', en: 'Hand the matter to an agency that may collect it.' }
    return new Refusal(
      'forbidden',
      'evidence.beyond-power',
      {
        zh: `贵单位没有登记“${what.zh}”的职权（${law.zh}）。${because?.zh ?? ''}${way.zh}`,
        en: `Your agency may not register ${what.en} (${law.en}). ${because?.en ?? ''} ${way.en}`.replace('  ', ' '),
      },
      { ...(routesTo && { routesTo }) },
    )
  },

  noHolder: () =>
    new Refusal('forbidden', 'evidence.no-collector', {
      zh: '贵单位不是收集证据的机关。',
      en: 'Your agency is none that collects evidence.',
    }),

  replyElsewhere: () =>
    new Refusal('invalid', 'evidence.reply-elsewhere', {
      zh: '该协查不是贵单位就本案提出的，答复不能在本案入卷。',
      en: 'Your agency did not ask this on the case; the answer is no evidence of it.',
    }),

  replyNotAccepted: () =>
    new Refusal('conflict', 'evidence.reply-not-accepted', {
      zh: '只有部分答复，或者已经确认办结的答复，才能作为证据入卷。请先确认答复。',
      en: 'Only an answer in part, or one that was confirmed, becomes evidence. Confirm it first.',
    }),

  replyTakenAlready: () =>
    new Refusal('conflict', 'evidence.reply-taken-already', {
      zh: '该答复已经入卷。请刷新页面查看。',
      en: 'The answer is evidence already. Reload the page to see it.',
    }),

  factUnfit: (fact: string) =>
    new Refusal(
      'invalid',
      'evidence.fact-unfit',
      {
        zh: '有一项核对内容不属于该证据种类，或者填写的类型不对。请重新打开表单填写。',
        en: 'An answer does not belong to this kind of evidence or has the wrong type. Open the form anew.',
      },
      { fact },
    ),

  instrumentNumberMissing: () =>
    new Refusal('invalid', 'evidence.instrument-number', {
      zh: '请填写收集文书的文号。',
      en: 'Enter the number of the paper that the item came by.',
    }),

  timesUnfit: () =>
    new Refusal('invalid', 'evidence.times', {
      zh: '收集的结束时间不能早于开始时间，也不能晚于现在。请核对时间。',
      en: 'Collecting cannot end before it began, nor after now. Check the times.',
    }),

  parentUnfit: () =>
    new Refusal('invalid', 'evidence.parent', {
      zh: '复制件和衍生件须指明本案中的原件；原件本身不填来源证据。',
      en: 'A copy or derived item names the item of this case that it came from; an original names none.',
    }),

  quantityUnfit: ({ zh, en }: Sentence) =>
    new Refusal('invalid', 'evidence.quantity', { zh: `数量${zh}。`, en: `The quantity ${en}.` }),

  notCurable: (line: string) =>
    new Refusal(
      'conflict',
      'evidence.not-curable',
      {
        zh: '该项目前没有可以补正的瑕疵：可能已经符合、尚未核对，或者依法应当排除。请刷新后查看。',
        en: 'This line has no defect that can be cured: it is met, not answered yet, or excludes the item. Reload and look.',
      },
      { line },
    ),

  curedAlready: () =>
    new Refusal('conflict', 'evidence.cured', {
      zh: '该项瑕疵已经补正或者说明。',
      en: 'This defect was corrected or explained already.',
    }),

  nothingToConvert: () =>
    new Refusal('conflict', 'evidence.nothing-to-convert', {
      zh: '该证据由贵单位收集，或者已经办理转换，不需要再确认。',
      en: 'Your agency collected this item, or how it is used was decided already.',
    }),

  conversionUnfit: ({ zh, en }: Sentence) =>
    new Refusal('conflict', 'evidence.conversion', {
      zh: `这类证据${zh}，请选择相应的处理方式。`,
      en: `Evidence of this kind ${en}. Choose accordingly.`,
    }),

  retakenUnfit: () =>
    new Refusal('invalid', 'evidence.retaken', {
      zh: '重新收集的证据须是贵单位在本案中登记的同类或者相应种类的笔录。请先登记新的证据。',
      en: 'What was taken anew is a statement that your agency registered in this case. Register it first.',
    }),

  fileElsewhere: () =>
    new Refusal('invalid', 'evidence.file-elsewhere', {
      zh: '该文件不属于本案。请选择本案的文件，或者先上传到本案。',
      en: 'The file belongs to another case. Choose a file of this case, or add it to the case first.',
    }),

  attachedAlready: () =>
    new Refusal('conflict', 'evidence.attached', {
      zh: '该文件已经关联到这件证据。',
      en: 'The file is part of this item already.',
    }),

  notAttached: () =>
    new Refusal('conflict', 'evidence.not-attached', {
      zh: '该文件没有关联到这件证据，可能已经解除。请刷新页面。',
      en: 'The file is not part of this item; it may have been taken off. Reload the page.',
    }),
}
