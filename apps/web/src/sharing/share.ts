import { createSignal } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { GrantOptions, GrantPreview, RecordRef } from '../app/api-types.ts'
import {
  type AgreementChoice,
  blankShare,
  type GrantInput,
  grantInput,
  previewCovers,
  type ShareDraft,
  shareProblems,
  underAgreement,
} from './share-draft.ts'

type Agencies = GrantOptions['agencies']

/** One share being put together. It can be confirmed only for exactly what the officer has read in the preview. */
export function createShare(options: {
  record(): RecordRef
  agencies(): Agencies
  today: string
  preview(input: GrantInput): Promise<GrantPreview>
}) {
  const [draft, setDraft] = createStore<ShareDraft>({ ...blankShare })
  const [read, setRead] = createSignal<{ input: GrantInput; preview: GrantPreview }>()
  const [step, setStep] = createSignal<'terms' | 'preview'>('terms')
  const [busy, setBusy] = createSignal(false)
  const [tried, setTried] = createSignal(false)
  const [error, setError] = createSignal<unknown>()

  const agency = () => options.agencies().find((each) => each.agency.id === draft.agencyId)
  const agreement = () =>
    agency()?.agreements.find((each) => each.id === draft.agreementId) as AgreementChoice | undefined
  const problems = () => shareProblems(draft, agreement(), options.today)
  const input = () => grantInput(options.record(), draft, agreement()?.validUntil ?? options.today)

  const change = (part: Partial<ShareDraft>) => setDraft(part)
  return {
    draft,
    agency,
    agreement,
    step,
    busy,
    error,
    change,
    problem: (field: keyof ShareDraft) => (tried() ? problems()[field] : undefined),
    preview: () => read()?.preview,

    chooseAgency(agencyId: string): void {
      const usable = options
        .agencies()
        .find((each) => each.agency.id === agencyId)
        ?.agreements.filter((each) => !each.blocked) as AgreementChoice[] | undefined
      change({ agencyId, agreementId: '', purpose: '', legalBasis: '', level: 'view', allowsOnward: false })
      const [only, ...others] = usable ?? []
      if (only && others.length === 0) change(underAgreement(draft, only))
    },
    chooseAgreement(agreementId: string): void {
      change({ agreementId })
      const chosen = agreement()
      if (chosen) change(underAgreement(draft, chosen))
    },

    async review(): Promise<void> {
      setTried(true)
      if (busy() || Object.keys(problems()).length > 0) return
      const asked = input()
      setBusy(true)
      setError(undefined)
      try {
        setRead({ input: asked, preview: await options.preview(asked) })
        setStep('preview')
      } catch (refusal) {
        setError(refusal)
      } finally {
        setBusy(false)
      }
    },
    back(): void {
      setStep('terms')
      setRead(undefined)
    },
    /** The input to give, once its preview is on the screen. */
    confirmed(): GrantInput | undefined {
      const seen = read()
      return step() === 'preview' && seen && previewCovers(seen.input, input()) ? seen.input : undefined
    },
    begin(): void {
      setDraft({ ...blankShare })
      setRead(undefined)
      setStep('terms')
      setTried(false)
      setError(undefined)
    },
  }
}

export type Share = ReturnType<typeof createShare>
