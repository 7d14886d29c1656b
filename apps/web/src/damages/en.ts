import type { zh } from './zh.ts'

export const en: Record<keyof typeof zh, string> = {
  title: 'Damaged sections',
  lead: 'Sections of which something stored was found not to be what was saved.',
  todo: 'What to do',
  'step.1':
    'A damaged section opens to read, as it was before the damage; what was saved after it is still in the store.',
  'step.2':
    'The operator’s system administrator restores the change from a backup, by the section’s id and the number of the change.',
  'step.3': 'Then it is told as mended here, and the section can be written again once it is reopened.',
  'step.4': 'Where no backup has it, the agency adds another section and goes on there; the damaged one is kept.',
  none: 'No damage was found',
  noneHint: 'What is stored is compared whenever a section is opened.',
  section: 'Section',
  notYours: '(not yours to read)',
  owner: 'Added by',
  change: 'Damaged change',
  changeNumber: 'Change no. {n}',
  foundAt: 'Found',
  state: 'State',
  mended: 'Mended',
  damaged: 'Damaged',
}
