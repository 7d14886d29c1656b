import type { Tone } from '@lianban/ui'
import type { BoundEvidence, FactInChain, Review } from '../app/api-types.ts'

export const factTones: Record<FactInChain['state'], Tone> = {
  proved: 'ok',
  open: 'warn',
  contradicted: 'danger',
  idle: 'neutral',
}

export const relationTones: Record<BoundEvidence['relation'], Tone> = {
  direct: 'accent',
  corroborates: 'info',
  contradicts: 'danger',
}

export const outcomeTones: Record<Review['marks'][number]['outcome'], Tone> = {
  accepted: 'ok',
  curable: 'warn',
  excluded: 'danger',
}
