import type { Sentence } from '@lianban/kernel'
import type { GoodsCategory } from '@lianban/law'
import type { AskedDossier } from './asked.ts'

/** Words of the printed paper, and of the name of its file. */
export const purposeWords: Record<AskedDossier['purpose'], Sentence> = {
  working: { zh: '内部研判', en: 'internal work' },
  passing_on: { zh: '移送', en: 'passing on' },
  proceedings: { zh: '用于诉讼', en: 'use in proceedings' },
}

export const admissibilityWords = {
  admissible: '形式完备',
  unchecked: '待核对',
  curable: '瑕疵可补正',
  excluded: '应当排除',
} as const

export const categoryWords: Record<GoodsCategory, string> = {
  genuine: '真品',
  counterfeit: '假冒',
  smuggled: '走私',
  unlicensed: '无证',
  unknown: '待鉴别',
}
