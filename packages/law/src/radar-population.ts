import type { IdentifierKind, Sentence } from '@lianban/kernel'
import type { Day } from './day.ts'
import type { Facts } from './facts.ts'

/** A case as the radar counts it: numbers and days, nothing of what the file says. Persons are opaque keys. */
export type RadarCase = {
  readonly id: string
  readonly number: string
  readonly agency: string
  readonly openedOn: Day
  readonly fen: number | undefined
  readonly sticks: number | undefined
  readonly genuineness: Facts['genuineness']
  /** The day on which it was first sent to the police. */
  readonly transferredOn: Day | null
  readonly isPenaltyDecided: boolean
  readonly decisionNumbers: readonly string[]
  readonly persons: readonly { readonly kind: IdentifierKind; readonly key: string }[]
}

/** A transfer that came back, and as what. */
export type RadarRefusal = {
  readonly caseId: string
  readonly number: string
  readonly sender: string
  readonly police: string
  readonly standing: string
  readonly at: Date
}

/** A limit that runs for a transfer of a case. */
export type RadarClock = {
  readonly rule: string
  readonly caseId: string
  readonly number: string
  readonly owner: string
  readonly liable: string
  readonly dueAt: Date
}

export type RadarPopulation = {
  readonly cases: readonly RadarCase[]
  readonly refusals: readonly RadarRefusal[]
  readonly clocks: readonly RadarClock[]
}

/** A reason to look: which rule, at whose conduct, in which case, with the numbers that were used. */
export type RadarFinding = {
  readonly rule: string
  /** The same from one look to the next, for as long as it is about the same. */
  readonly key: string
  /** Whose conduct it is about, and whose case. */
  readonly agency: string
  readonly owner: string
  readonly caseId: string | null
  readonly number: string | null
  readonly says: Sentence
}

/** What one look found, before it is put in words. */
export type Looked = Omit<RadarFinding, 'rule' | 'says'> & {
  readonly blanks: Readonly<Record<string, Sentence | string | number>>
}
