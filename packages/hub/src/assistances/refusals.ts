import { Refusal, type Sentence } from '@lianban/kernel'

type Named = { readonly zh: string; readonly en: string }
const joined = (names: readonly Named[]): Sentence => ({
  zh: names.map(({ zh }) => zh).join('、'),
  en: names.map(({ en }) => en).join('; '),
})

/** Every way a request for assistance says no. */
export const refusals = {
  toOneself: () =>
    new Refusal('invalid', 'assistance.to-oneself', {
      zh: '不能向本单位发出协查。请选择其他单位。',
      en: 'An agency does not ask itself for assistance. Choose another.',
    }),
  barred: (agency: Named, because: Sentence) =>
    new Refusal('conflict', 'assistance.beyond-power', {
      zh: `不能向${agency.zh}提出：${because.zh}`,
      en: `This cannot be asked of ${agency.en}: ${because.en}`,
    }),
  papersLacking: (agency: Named, papers: readonly Named[], ids: readonly string[]) =>
    new Refusal(
      'conflict',
      'assistance.papers-lacking',
      {
        zh: `发往${agency.zh}的协查手续不全。请补填：${joined(papers).zh}。`,
        en: `The request to ${agency.en} lacks papers. Enter: ${joined(papers).en}.`,
      },
      { missing: ids },
    ),
  targetNeeded: () =>
    new Refusal('invalid', 'assistance.target-needed', {
      zh: '请至少填写一个符合该协查类型的对象。',
      en: 'Name at least one object of the kinds that this request is about.',
    }),
  reasonNeeded: () =>
    new Refusal('invalid', 'assistance.reason-needed', {
      zh: '选择该时限须说明理由。请写明为什么不能按一般期限办理。',
      en: 'This urgency needs a reason. Say why the usual limit will not do.',
    }),
  urgencyUnknown: () =>
    new Refusal('invalid', 'assistance.urgency-unknown', {
      zh: '没有这种时限。请从列表中选择，并填写约定的天数。',
      en: 'No such urgency. Choose one of the list, with its days where it asks for them.',
    }),
  notInLane: () =>
    new Refusal('conflict', 'assistance.not-in-lane', {
      zh: '该时限只在快速通道成员之间适用，或者所选通道不覆盖全部接收单位。请改选时限、通道或接收单位。',
      en: 'This is only open between members of a fast lane that offers it. Choose another limit, lane or receiver.',
    }),
  numberTaken: (number: string) =>
    new Refusal(
      'conflict',
      'assistance.number-taken',
      { zh: '本单位已使用过该协查文号。请核对文号。', en: 'Your agency already used this number. Check it.' },
      { number },
    ),
  moveNotOpen: (standing: string, move: string) =>
    new Refusal(
      'conflict',
      'assistance.move-not-open',
      {
        zh: '协查的当前状态不允许这一步操作，页面可能已过时。请刷新后查看进展。',
        en: 'This step is not open as the request stands; the page may be out of date. Reload to see where it is.',
      },
      { standing, move },
    ),
  incomplete: () =>
    new Refusal('invalid', 'assistance.step-incomplete', {
      zh: '这一步还缺少必填内容。请按提示填写后再提交。',
      en: 'Something that this step asks for is not there. Fill it in and try again.',
    }),
  paperUnknown: () =>
    new Refusal('invalid', 'assistance.paper-unknown', {
      zh: '没有这种文书，或者它不在所列缺少的文书之中。请从列表中选择。',
      en: 'No such paper, or not one that was missing. Choose from the list.',
    }),
  notOurOfficer: () =>
    new Refusal('invalid', 'assistance.not-our-officer', {
      zh: '只能交办给本单位在岗人员。请重新选择。',
      en: 'It is assigned to an officer of your own agency. Choose again.',
    }),
  moreThanOpen: (most: number) =>
    new Refusal(
      'invalid',
      'assistance.extension-too-long',
      { zh: `延期最多为${most}。请重新填写。`, en: `At most ${most} more can be asked. Enter it again.` },
      { most },
    ),
  noSuchLetter: () =>
    new Refusal('invalid', 'assistance.no-such-letter', {
      zh: '这一步没有这种文书。请刷新后从办理经过中选择。',
      en: 'This step makes no such letter. Reload and choose one from the steps.',
    }),
  noCommonSuperior: () =>
    new Refusal('conflict', 'assistance.no-common-superior', {
      zh: '单位名录中没有双方共同的上级单位，无法提请裁决。请联系平台管理员补录上下级关系。',
      en: 'The register knows no common superior of both sides. Ask the administrator to enter who stands above them.',
    }),
}
