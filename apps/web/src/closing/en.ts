import type { zh } from './zh.ts'

export const en: Readonly<Record<keyof typeof zh, string>> = {
  title: 'Closing the case',
  openHint:
    'The head of the lead agency closes the case. From then on it can only be read, its goods may be disposed of by law, and the time for which it is kept begins to run.',
  closedHint:
    'The case is closed and can only be read. Where new facts come up, the head of the lead agency reopens it.',
  owed: 'A step is still owed on “{track}” ({standing}).',
  underWay: '{numbers} is still under way.',
  barred: 'It cannot be closed yet',
  noGround: 'Where the procedure stands, there is no ground on which to close it. Take the steps above first.',
  close: 'Close the case',
  closeBody: 'Nobody can change the record or the dossier after that. It can be reopened; both go into the audit log.',
  ground: 'Ground',
  paper: 'Number of the paper',
  note: 'Note (optional)',
  never: 'The case was never closed.',
  done: 'Closed',
  reopen: 'Reopen',
  reopenBody: 'The case stands again where it stood, and the agencies have the rights that they had.',
  reopenPaper: 'Number of the approval',
  reason: 'Why it is reopened',
  reopened: 'Reopened',
  history: 'When it was closed and reopened',
  wasClosed: 'Closed: {ground}',
  wasReopened: 'Reopened',
  paperIs: 'Paper: {paper}',
}
