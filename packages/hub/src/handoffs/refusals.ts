import { Refusal, type Sentence } from '@lianban/kernel'
import type { missingMaterials } from '@lianban/law'

export const refusals = {
  moveNotOpen: (state: string, move: string) =>
    new Refusal(
      'conflict',
      'handoff.move-not-open',
      {
        zh: '移送的当前状态不允许这一步操作，页面可能已过时。请刷新后查看最新回执。',
        en: 'This step is not open in the handoff’s present state; the page may be out of date. Reload to see the latest receipt.',
      },
      { state, move },
    ),
  wrongSender: (kind: Sentence) =>
    new Refusal('conflict', 'handoff.wrong-sender', {
      zh: `贵单位不能发起“${kind.zh}”。请选择其他移送种类。`,
      en: `Your agency does not make a ${kind.en}. Choose another kind.`,
    }),
  wrongReceiver: (kind: Sentence, basis: readonly Sentence[]) =>
    new Refusal('conflict', 'handoff.wrong-receiver', {
      zh: `“${kind.zh}”不能移送给该单位（${basis.map(({ zh }) => zh).join('、')}）。请重新选择接收单位。`,
      en: `A ${kind.en} does not go to this agency (${basis.map(({ en }) => en).join('; ')}). Choose another receiver.`,
    }),
  otherRecord: (kind: Sentence) =>
    new Refusal('invalid', 'handoff.other-record', {
      zh: `不能从这里准备“${kind.zh}”。请从相应的案件或线索办理。`,
      en: `A ${kind.en} is not prepared from here. Start from the case or clue that it is about.`,
    }),
  sectionNotInPackage: () =>
    new Refusal('conflict', 'handoff.section-not-in-package', {
      zh: '所选卷宗章节不随本次移送，不能作为移送材料。请改选对接收单位开放的章节。',
      en: 'The chosen dossier section does not go along, so it is none of the papers. Choose one that is open to the receiver.',
    }),
  papersLacking: (missing: ReturnType<typeof missingMaterials>) =>
    new Refusal(
      'conflict',
      'handoff.papers-lacking',
      {
        zh: `材料不齐，尚未发出。缺少：${missing.map(({ words, basis }) => `${words.zh}（${basis.map(({ zh }) => zh).join('、')}）`).join('；')}。请撤销后补齐材料，重新准备。`,
        en: `The package is not complete and was not sent. Missing: ${missing.map(({ words, basis }) => `${words.en} (${basis.map(({ en }) => en).join(', ')})`).join('; ')}. Cancel it, supply them and prepare it anew.`,
      },
      { missing: missing.map(({ id }) => id) },
    ),
  reasonNotOpen: (reasons: readonly string[]) =>
    new Refusal(
      'conflict',
      'handoff.reason-not-open',
      {
        zh: '这些理由不能用于退回。材料不全不是拒绝受理的理由，请改用“部分受理”或“要求补正”。',
        en: 'The package is not returned for these reasons. Missing papers are no reason to refuse: accept it in part, or ask for a supplement.',
      },
      { reasons },
    ),
  bounced: (decider: Sentence) =>
    new Refusal('conflict', 'handoff.bounced', {
      zh: `本事项已两次被退回，不能再次移送。请在最近一次被退回的移送上提请${decider.zh}裁决。`,
      en: `The matter has come back twice and is not sent again. Refer the last returned handoff to ${decider.en} for a decision.`,
    }),
  decidedAlready: () =>
    new Refusal('conflict', 'handoff.decided', {
      zh: '已裁决该单位不予受理，裁决有约束力。请改送其他单位或自行办理。',
      en: 'It was decided that this agency need not accept, and the decision binds. Send it elsewhere or handle it yourselves.',
    }),
  wrongDecider: (decider: Sentence) =>
    new Refusal('conflict', 'handoff.wrong-decider', {
      zh: `该单位无权处理。请选择${decider.zh}。`,
      en: `This agency cannot take that on. Choose ${decider.en}.`,
    }),
  alreadyUnderWay: (number: string) =>
    new Refusal(
      'conflict',
      'handoff.under-way',
      {
        zh: '本案已有正在进行的移送，请先完成或撤销该移送。',
        en: 'The case already has a handoff under way. Finish or cancel it first.',
      },
      { number },
    ),
  noteLacking: (move: Sentence) =>
    new Refusal('invalid', 'handoff.note-lacking', {
      zh: `“${move.zh}”应当说明理由。请写明理由后再办理。`,
      en: `“${move.en}” is made with its reasons. Write them down first.`,
    }),
  notApproved: (track: Sentence, standing: Sentence, wanted: Sentence) =>
    new Refusal('conflict', 'handoff.not-approved', {
      zh: `本案“${track.zh}”程序目前为“${standing.zh}”，还不是“${wanted.zh}”，不能制作或发出。请先在案件的办案程序中办理。`,
      en: `On the track “${track.en}” the case stands as “${standing.en}”, not yet as “${wanted.en}”; nothing was prepared or sent. Take the steps among those of the case first.`,
    }),
  noSuchLetter: () =>
    new Refusal('invalid', 'handoff.no-such-letter', {
      zh: '该回执没有这种文书。请刷新后从回执中选择。',
      en: 'This receipt makes no such letter. Reload and choose one from the receipts.',
    }),
  numberTaken: (number: string) =>
    new Refusal(
      'conflict',
      'handoff.number-taken',
      { zh: '本单位已使用过该移送文号。请核对文号。', en: 'Your agency already used this handoff number. Check it.' },
      { number },
    ),
  otherPackage: () =>
    new Refusal('conflict', 'handoff.other-package', {
      zh: '您确认的材料摘要与移送包不一致，没有签署任何内容。请刷新后重新核对材料。',
      en: 'The digest you confirmed is not that of the package; nothing was signed. Reload and check the package again.',
    }),
  packageDamaged: (position: number) =>
    new Refusal(
      'conflict',
      'handoff.package-damaged',
      {
        zh: `移送包第 ${position} 项材料与其摘要不符，已停止操作。请立即联系平台审计管理员。`,
        en: `Item ${position} of the package does not match its digest; the step was stopped. Call the audit administrator at once.`,
      },
      { position },
    ),
}
