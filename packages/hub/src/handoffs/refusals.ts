import { Refusal } from '@lianban/kernel'

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
  wrongReceiver: () =>
    new Refusal('conflict', 'handoff.wrong-receiver', {
      zh: '涉嫌犯罪案件只能移送公安机关或海关缉私部门（《行政执法机关移送涉嫌犯罪案件的规定》第五条）。请重新选择接收单位。',
      en: 'A case of suspected crime goes to the police or to customs’ anti-smuggling police (Order 310, article 5). Choose another receiver.',
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
