import type { AgreementProposal, Label, Level } from '../app/api-types.ts'

/** An agreement being written. Days are days in Beijing; purposes stand one a line. */
export type ProposalDraft = {
  number: string
  title: string
  legalBasis: string
  purposes: string
  maxLabel: Label
  maxLevel: Level
  allowsOnward: boolean
  validFrom: string
  validUntil: string
  partySlugs: string[]
}

type ProposalProblem = 'required' | 'too-long' | 'too-many' | 'order' | 'parties'

export const emptyProposal = (today: string): ProposalDraft => ({
  number: '',
  title: '',
  legalBasis: '',
  purposes: '',
  maxLabel: 'internal',
  maxLevel: 'view',
  allowsOnward: false,
  validFrom: today,
  validUntil: '',
  partySlugs: [],
})

const limits = { number: 60, title: 120, legalBasis: 500 } as const

export function proposalProblems(draft: ProposalDraft): ReadonlyMap<keyof ProposalDraft, ProposalProblem> {
  const problems = new Map<keyof ProposalDraft, ProposalProblem>()
  for (const field of ['number', 'title', 'legalBasis'] as const) {
    if (!draft[field].trim()) problems.set(field, 'required')
    else if (draft[field].trim().length > limits[field]) problems.set(field, 'too-long')
  }
  const purposes = purposesOf(draft)
  if (purposes.length === 0) problems.set('purposes', 'required')
  else if (purposes.length > 10) problems.set('purposes', 'too-many')
  else if (purposes.some((purpose) => purpose.length > 60)) problems.set('purposes', 'too-long')
  if (!draft.validFrom) problems.set('validFrom', 'required')
  if (!draft.validUntil) problems.set('validUntil', 'required')
  else if (draft.validUntil <= draft.validFrom) problems.set('validUntil', 'order')
  if (draft.partySlugs.length === 0) problems.set('partySlugs', 'parties')
  return problems
}

/** The first day begins and the last day ends at midnight in Beijing. */
export const proposalOf = (draft: ProposalDraft): AgreementProposal => ({
  ...draft,
  number: draft.number.trim(),
  title: draft.title.trim(),
  legalBasis: draft.legalBasis.trim(),
  purposes: purposesOf(draft),
  validFrom: new Date(`${draft.validFrom}T00:00:00+08:00`).toISOString(),
  validUntil: new Date(`${draft.validUntil}T23:59:59+08:00`).toISOString(),
})

const purposesOf = (draft: ProposalDraft): string[] =>
  draft.purposes
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
