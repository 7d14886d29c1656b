import { agencies, agencyKinds, agencyLevels } from '@lianban/identity'
import type { Vocabulary } from '@lianban/policy'
import { cases } from '../cases/index.ts'
import { handlingCodes, labels } from '../classification.ts'
import { clueKinds, clueSources, clues, methods } from '../clues/index.ts'

type Owner = {
  readonly ownerKind: string
  readonly ownerLevel: string
  readonly ownerRegion: string
  readonly ownerSlug: string
}
type Entered = {
  readonly label: string
  readonly handlingCode: string
  readonly region: string
  readonly isRestricted: boolean
}

/** A record as the rules of automatic sharing see it: what was entered, and by what kind of agency. */
export type AutoShared = Owner &
  Entered &
  (
    | { readonly subject: 'Case' }
    | { readonly subject: 'Clue'; readonly kind: string; readonly source: string; readonly methods: readonly string[] }
  )

const owner = {
  ownerKind: { type: 'text', column: agencies.kind, values: agencyKinds },
  ownerLevel: { type: 'text', column: agencies.level, values: agencyLevels },
  ownerRegion: { type: 'text', column: agencies.region },
  ownerSlug: { type: 'text', column: agencies.slug },
} as const

export const autoShareVocabulary: Vocabulary = {
  roles: ['program'],
  subjects: {
    Clue: {
      actions: ['autoShare'],
      fields: {
        ...owner,
        kind: { type: 'text', column: clues.kind, values: clueKinds },
        source: { type: 'text', column: clues.source, values: clueSources },
        methods: { type: 'texts', column: clues.methods, values: methods },
        region: { type: 'text', column: clues.region },
        label: { type: 'text', column: clues.label, values: labels },
        handlingCode: { type: 'text', column: clues.handlingCode, values: handlingCodes },
        isRestricted: { type: 'flag', column: clues.isRestricted },
      },
      relations: {},
    },
    Case: {
      actions: ['autoShare'],
      fields: {
        ...owner,
        region: { type: 'text', column: cases.region },
        label: { type: 'text', column: cases.label, values: labels },
        handlingCode: { type: 'text', column: cases.handlingCode, values: handlingCodes },
        isRestricted: { type: 'flag', column: cases.isRestricted },
      },
      relations: {},
    },
  },
}
