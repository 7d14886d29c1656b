export type Box = 'mine' | 'agency' | 'on-ours'

const breaks = ['leader', 'duty_officer']
const watches = ['leader', 'auditor']
const owns = ['handler', 'leader', 'auditor']

/** The lists that a post usually finds something in; what was done to the own records comes first. */
export function boxesFor(roles: readonly string[]): Box[] {
  const has = (wanted: readonly string[]) => wanted.some((role) => roles.includes(role))
  const boxes: Box[] = []
  if (has(owns)) boxes.push('on-ours')
  if (has(breaks)) boxes.push('mine')
  if (has(watches)) boxes.push('agency')
  return boxes
}
