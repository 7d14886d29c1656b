export type Box = 'mine' | 'agency' | 'to-us'

const asks = ['intake', 'handler', 'leader', 'duty_officer', 'procurator']
const watches = ['leader', 'auditor']
const owns = ['handler', 'leader', 'auditor']

/** The lists that a post usually finds something in; what waits for a decision comes first. */
export function boxesFor(roles: readonly string[]): Box[] {
  const has = (wanted: readonly string[]) => wanted.some((role) => roles.includes(role))
  const boxes: Box[] = []
  if (has(owns)) boxes.push('to-us')
  if (has(asks)) boxes.push('mine')
  if (has(watches)) boxes.push('agency')
  return boxes.length ? boxes : ['mine']
}
