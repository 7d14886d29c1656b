import type { AssistanceAsk, AssistanceOptions } from '../app/api-types.ts'

export type TargetKind = AssistanceAsk['targets'][number]['kind']
export type TargetDraft = { readonly kind: TargetKind; readonly value: string }

export type AskDraft = {
  kind: string
  proceeding: AssistanceAsk['proceeding']
  urgency: string
  days: string
  urgencyReason: string
  lane: string
  number: string
  legalBasis: string
  facts: string
  questions: string
  replyForm: string
  contact: string
  receivers: readonly string[]
  targets: readonly TargetDraft[]
  papers: Readonly<Record<string, string>>
}

export const blankAsk = (): AskDraft => ({
  ...{ kind: '', proceeding: 'administrative', urgency: 'days_7', days: '', urgencyReason: '', lane: '' },
  ...{ number: '', legalBasis: '', facts: '', questions: '', replyForm: '书面', contact: '' },
  ...{ receivers: [], targets: [], papers: {} },
})

type Receiver = AssistanceOptions['receivers'][number]

/** Every paper that one of the receivers needs, once. */
export function papersOf(draft: AskDraft, receivers: readonly Receiver[]): string[] {
  const isAboutCompany = draft.targets.some(({ kind }) => kind === 'company')
  const chosen = receivers.filter(({ agency }) => draft.receivers.includes(agency.id))
  return [...new Set(chosen.flatMap((each) => (isAboutCompany ? each.papersForCompany : each.papers)))]
}

/** The lanes that all of the receivers share with the asking agency. */
export const lanesOf = (draft: AskDraft, receivers: readonly Receiver[]): string[] => {
  const chosen = receivers.filter(({ agency }) => draft.receivers.includes(agency.id))
  return (chosen[0]?.lanes ?? []).filter((lane) => chosen.every(({ lanes }) => lanes.includes(lane)))
}

type Urgency = AssistanceOptions['urgencies'][number]

/** What keeps the letter from being asked. */
export function lackingIn(draft: AskDraft, papers: readonly string[], urgency: Urgency | undefined): string[] {
  const written = ['kind', 'number', 'legalBasis', 'facts', 'questions', 'replyForm', 'contact'] as const
  const days = Number(draft.days)
  return [
    ...written.filter((field) => !draft[field].trim()),
    ...(draft.receivers.length > 0 ? [] : ['receivers']),
    ...(draft.targets.some(({ value }) => value.trim()) ? [] : ['targets']),
    ...papers.filter((paper) => !draft.papers[paper]?.trim()),
    ...(urgency?.asksReason && !draft.urgencyReason.trim() ? ['urgencyReason'] : []),
    ...(urgency?.mostDays && !(Number.isInteger(days) && days >= 1 && days <= urgency.mostDays) ? ['days'] : []),
  ]
}

/** The letter as the hub takes it. */
export const asked = (draft: AskDraft, papers: readonly string[], urgency: Urgency | undefined) => ({
  kind: draft.kind,
  proceeding: draft.proceeding,
  urgency: draft.urgency,
  urgencyReason: draft.urgencyReason.trim(),
  number: draft.number.trim(),
  legalBasis: draft.legalBasis.trim(),
  facts: draft.facts.trim(),
  questions: draft.questions.trim(),
  replyForm: draft.replyForm.trim(),
  contact: draft.contact.trim(),
  receivers: [...draft.receivers],
  targets: draft.targets
    .filter(({ value }) => value.trim())
    .map(({ kind, value }) => ({ kind, value: value.trim(), note: '' })),
  papers: papers.map((paper) => ({ paper, number: draft.papers[paper]!.trim() })),
  ...(draft.lane && { lane: draft.lane }),
  ...(urgency?.mostDays && { days: Number(draft.days) }),
})
