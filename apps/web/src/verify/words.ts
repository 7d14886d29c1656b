/** What acts with receipts are called; any other act is told by its name in the log. */
export const actWords: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'case.prepareHandoff': ['冻结移送材料', 'froze a package to hand over'],
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
