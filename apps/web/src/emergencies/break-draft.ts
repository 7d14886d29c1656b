export type BreakDraft = {
  kind: 'Case' | 'Clue'
  ownerAgencyId: string
  number: string
  purpose: string
  reason: string
  understood: boolean
}

export const emptyBreak = (kind: BreakDraft['kind']): BreakDraft => ({
  kind,
  ownerAgencyId: '',
  number: '',
  purpose: '',
  reason: '',
  understood: false,
})

export const isReady = (draft: BreakDraft): boolean =>
  draft.understood &&
  [draft.ownerAgencyId, draft.number, draft.purpose, draft.reason].every((text) => text.trim() !== '')
