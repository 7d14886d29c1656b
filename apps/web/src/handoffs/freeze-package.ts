import { api } from '../app/api.ts'

type Terms = Omit<Parameters<typeof api.handoffs.prepare.mutate>[0], 'caseId' | 'submissionId'>

/** What is frozen, by which right, on which terms. */
export type Freezing = {
  readonly about: { readonly caseId: string } | { readonly clueId: string }
  readonly prepared: 'prepareHandoff' | 'handBack' | 'handOver' | 'handOn' | 'giveOpinion'
  readonly terms: Terms
}

/** Each right has its own door; a kind says which one it goes through. */
export function freezePackage({ about, prepared, terms }: Freezing, submissionId: string) {
  if ('clueId' in about) return api.handoffs.handOn.mutate({ ...terms, ...about, submissionId })
  const input = { ...terms, ...about, submissionId }
  if (prepared === 'handBack') return api.handoffs.handBack.mutate(input)
  if (prepared === 'handOver') return api.handoffs.handOver.mutate(input)
  if (prepared === 'giveOpinion') return api.handoffs.giveOpinion.mutate(input)
  return api.handoffs.prepare.mutate(input)
}
