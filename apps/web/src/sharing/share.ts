import { createSignal } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { GrantOptions, RecordRef, SharePreviewed } from '../app/api-types.ts'
import {
  blankShare,
  type Ceiling,
  type Parent,
  previewCovers,
  type Recipient,
  type ShareDraft,
  type ShareRequest,
  shareProblems,
  shareRequest,
  underCeiling,
  withinParent,
} from './share-draft.ts'

/** Whom a record may go to; what may be passed on, when it is not the officer's agency that owns it. */
export type Offered = Pick<GrantOptions, 'agencies' | 'taskForces' | 'remindDays'> & {
  readonly withholdable: readonly GrantOptions['withholdable'][number][]
  readonly parents: readonly Parent[]
}

const nothing: Offered = { agencies: [], taskForces: [], withholdable: [], remindDays: 7, parents: [] }

/** One share being put together. It can be confirmed only for exactly what the officer has read in the preview. */
export function createShare(options: {
  record(): RecordRef
  offered(): Offered | undefined
  today: string
  preview(request: ShareRequest): Promise<SharePreviewed>
}) {
  const [draft, setDraft] = createStore<ShareDraft>({ ...blankShare })
  const [parentId, setParentId] = createSignal('')
  const [read, setRead] = createSignal<{ request: ShareRequest; preview: SharePreviewed }>()
  const [step, setStep] = createSignal<'terms' | 'preview'>('terms')
  const [busy, setBusy] = createSignal(false)
  const [tried, setTried] = createSignal(false)
  const [error, setError] = createSignal<unknown>()

  const offered = () => options.offered() ?? nothing
  const parent = () => offered().parents.find(({ id }) => id === parentId()) ?? offered().parents[0]
  const agency = () => offered().agencies.find((each) => each.agency.id === draft.agencyId)
  const force = () => offered().taskForces.find((each) => each.id === draft.forceId)
  const agreements = () => {
    const granted = parent()
    const all = agency()?.agreements ?? []
    return granted ? all.map((each) => withinParent(each, granted)) : all
  }
  const ceiling = (): Ceiling | undefined =>
    draft.to === 'force' ? force() : agreements().find((each) => each.id === draft.agreementId)
  const problems = () => shareProblems(draft, ceiling(), options.today)
  const request = () => shareRequest(options.record(), draft, ceiling()?.validUntil ?? options.today, parent()?.id)

  const change = (part: Partial<ShareDraft>) => setDraft(part)
  const settle = () => {
    const found = ceiling()
    if (found && !found.blocked) change(underCeiling(draft, found))
  }
  const closed = () => parent()?.withheldFields ?? []
  /** What hangs on the ceiling is chosen anew; what was withheld from the officer stays withheld. */
  const fresh = () => ({
    agreementId: '',
    purpose: '',
    legalBasis: '',
    level: 'view' as const,
    allowsOnward: false,
    withheldFields: [...closed()],
  })
  const chooseAgreement = (agreementId: string) => {
    change({ agreementId })
    settle()
  }
  const chooseAgency = (agencyId: string) => {
    change({ ...fresh(), agencyId, officerId: '' })
    const [only, ...others] = agreements().filter((each) => !each.blocked)
    if (only && others.length === 0) chooseAgreement(only.id)
  }
  return {
    draft,
    offered,
    parent,
    agency,
    force,
    agreements,
    ceiling,
    closed,
    step,
    busy,
    error,
    change,
    chooseAgency,
    chooseAgreement,
    problem: (field: keyof ShareDraft) => (tried() ? problems()[field] : undefined),
    preview: () => read()?.preview,

    chooseRecipient(to: Recipient): void {
      change({ ...fresh(), to, forceId: '', officerId: '', agencyId: '' })
      setTried(false)
    },
    chooseForce(forceId: string): void {
      change({ ...fresh(), forceId })
      settle()
    },
    chooseParent(id: string): void {
      setParentId(id)
      chooseAgency(draft.agencyId)
    },

    async review(): Promise<void> {
      setTried(true)
      if (busy() || Object.keys(problems()).length > 0) return
      const asked = request()
      setBusy(true)
      setError(undefined)
      try {
        setRead({ request: asked, preview: await options.preview(asked) })
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
    /** The request to send, once its preview is on the screen. */
    confirmed(): ShareRequest | undefined {
      const seen = read()
      return step() === 'preview' && seen && previewCovers(seen.request, request()) ? seen.request : undefined
    },
    begin(parentGrantId = ''): void {
      setParentId(parentGrantId)
      setDraft({ ...blankShare, remindDays: String(offered().remindDays), withheldFields: [...closed()] })
      setRead(undefined)
      setStep('terms')
      setTried(false)
      setError(undefined)
    },
  }
}

export type Share = ReturnType<typeof createShare>
