import type { Sentence } from '@lianban/kernel'
import type { Relation } from '@lianban/law'

const relation: Record<Relation, Sentence> = {
  direct: { zh: '直接证明', en: 'proves it directly' },
  corroborates: { zh: '印证', en: 'corroborates it' },
  contradicts: { zh: '相反', en: 'contradicts it' },
}

/** What the codes that binding leaves in the log are called. */
export const chainFactWords: Record<string, Record<string, Sentence>> = { relation }
