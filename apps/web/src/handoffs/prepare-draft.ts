/** A paper of the list: whether it goes along, and by which number. */
export type PaperDraft = { goes: boolean; number: string }

export type PrepareDraft = {
  kind: string
  toAgencyId: string
  number: string
  legalBasis: string
  purpose: string
  note: string
  papers: Record<string, PaperDraft>
}

export const blankPrepare = (kind: string): PrepareDraft => ({
  kind,
  toAgencyId: '',
  number: '',
  legalBasis: '',
  purpose: '',
  note: '',
  papers: {},
})

/** Everything but the note and the papers is part of the letter and must be there. */
export const missingIn = (draft: PrepareDraft): (keyof PrepareDraft)[] =>
  (['kind', 'toAgencyId', 'number', 'legalBasis', 'purpose'] as const).filter((field) => draft[field].trim() === '')

type Agency = { readonly id: string; readonly kind: string }
type Kind = { readonly to: readonly string[]; readonly prepared: string; readonly about: string }

/** Whom a kind goes to, and never oneself. */
export const receivers = <A extends Agency>(agencies: readonly A[], mine: string, kind: Kind | undefined): A[] =>
  agencies.filter((agency) => agency.id !== mine && kind?.to.includes(agency.kind))

/** The kinds that a rule lets the officer prepare from this record. */
export const openKinds = <K extends Kind>(kinds: readonly K[], can: Readonly<Record<string, boolean>>): K[] =>
  kinds.filter(({ prepared }) => can[prepared])

type Material = { readonly id: string; readonly words: { readonly zh: string }; readonly always: boolean }

/** The papers that go along as originals; the letter itself is made. */
export const papersOf = (draft: PrepareDraft, materials: readonly Material[]) =>
  materials
    .filter(({ id }) => draft.papers[id]?.goes)
    .map(({ id, words }) => ({ material: id, title: words.zh, number: draft.papers[id]!.number.trim() }))

/** What is owed only in some cases is part of the matter once it goes along. */
export const circumstancesOf = (draft: PrepareDraft) =>
  [
    draft.papers.other_materials?.goes ? ('other_materials' as const) : undefined,
    draft.papers.penalty_decision?.goes ? ('penalty_decided' as const) : undefined,
  ].filter((each) => each !== undefined)
