/** What acts with receipts are called; any other act is told by its name in the log. */
export const actWords: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'case.prepareHandoff': ['冻结移送材料', 'froze a package to hand over'],
  'case.handBack': ['冻结移送行政处理的材料', 'froze a package to give a case back'],
  'case.handOver': ['冻结移交、通知或督办材料', 'froze goods, a notice or an order'],
  'clue.handOn': ['冻结移送的线索', 'froze a clue to hand on'],
  'handoff.deliver': ['确认移送送达', 'confirmed the delivery'],
  'handoff.acceptInPart': ['部分受理移送', 'accepted the handoff in part'],
  'handoff.forward': ['转送', 'forwarded the handoff'],
  'handoff.act': ['登记移送办理情况', 'acted on the handoff'],
  'handoff.answer': ['处理移送答复', 'answered about the handoff'],
  'handoff.oversee': ['监督或裁决移送', 'oversaw or decided the handoff'],
  'handoff.dispatch': ['发出移送', 'dispatched the handoff'],
  'handoff.sign': ['签收移送', 'signed for the handoff'],
  'handoff.accept': ['受理移送', 'accepted the handoff'],
  'handoff.return': ['退回移送', 'returned the handoff'],
  'handoff.cancel': ['撤回移送', 'cancelled the handoff'],
  'grant.give': ['共享', 'shared a record'],
  'grant.approve': ['批准共享', 'approved a share'],
  'grant.passOn': ['转递', 'passed a record on'],
  'grant.extend': ['延长授权', 'extended a grant'],
  'grant.recall': ['收回授权', 'recalled a grant'],
  'grant.decline': ['不批准共享', 'declined a share'],
}

export const factWords: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  agency: ['对方单位', 'other agency'],
  from: ['发出单位', 'from'],
  number: ['文号', 'number'],
  level: ['授权级别', 'level'],
  packageDigest: ['材料摘要 SHA-256', 'digest of the package'],
}
