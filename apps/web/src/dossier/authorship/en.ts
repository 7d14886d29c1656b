import type { zh } from './zh.ts'

export const en: Record<keyof typeof zh, string> = {
  open: 'Who wrote this',
  title: 'Who wrote this',
  agencies: 'Agencies that wrote here',
  empty: 'There are no words in this section yet.',
  letters: '{n} characters',
  showAgency: 'Bring out the words of {agency}',
  hideAgency: 'Step back the words of {agency}',
  since: 'From',
  until: 'To',
  shade: 'Colour by agency',
  clear: 'Clear the filter',
  export: 'Export the list of authors',
  exportName: 'authors',
  hint: 'Authors are established from the log of updates; nobody can rewrite them in the document.',
  selected: 'Who wrote the selected words',
  selectHint: 'Select any words to see who wrote them and when.',
  notYet: '{n} characters have just been typed and are being checked',
  moved: 'moved or restyled by {who}',
}
