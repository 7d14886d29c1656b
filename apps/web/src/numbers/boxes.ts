export type Box = 'mine' | 'agency' | 'about-us'

const asks = ['intake', 'handler', 'leader', 'duty_officer']
const watches = ['leader', 'auditor']
const owns = ['handler', 'leader', 'auditor']

/** The lists that a post usually finds something in. The hub decides what each holds. */
export function boxesFor(roles: readonly string[]): Box[] {
  const has = (wanted: readonly string[]) => wanted.some((role) => roles.includes(role))
  const boxes: Box[] = []
  if (has(asks)) boxes.push('mine')
  if (has(watches)) boxes.push('agency')
  if (has(owns)) boxes.push('about-us')
  return boxes.length ? boxes : ['mine']
}
