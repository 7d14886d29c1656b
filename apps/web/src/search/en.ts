import type { zh } from './zh.ts'

export const en: { readonly [Key in keyof typeof zh]: string } = {
  title: 'Search',
  found: '{total} found for “{q}”',
  foundMany: 'Many results for “{q}”, the newest first',
  cases: 'Cases',
  clues: 'Clues',
  noCases: 'No case matches',
  noClues: 'No clue matches',
  sections: 'Dossiers',
  noSections: 'No dossier section matches',
  none: 'Nothing found for “{q}”',
  noneNext:
    'There is nothing, or it is not yours to see. Try another number or word, or ask the agency that opened the case.',
  ask: 'Enter a number or a word',
  askNext: 'Search cases, clues and the text of dossiers for numbers, names and words. Press / at any time to search.',
}
