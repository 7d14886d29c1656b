import type { Sentence } from '@lianban/kernel'
import type { AskedDossier } from './asked.ts'

/** Words of the printed paper, and of the name of its file. */
export const purposeWords: Record<AskedDossier['purpose'], Sentence> = {
  working: { zh: '内部研判', en: 'internal work' },
  passing_on: { zh: '移送', en: 'passing on' },
  proceedings: { zh: '用于诉讼', en: 'use in proceedings' },
}
