import type { Copies, Notice } from '../app/api-types.ts'
import { choices } from '../app/enums.ts'

/** What can have become of the copies: a record that was recalled is not brought up to date. */
export const copiesChoices = (kind: Notice['kind']) =>
  choices('copies', 'copiesNote').filter(({ value }) => value !== 'updated' || kind === 'correction')

/** What the law keeps needs its reason. */
export const needsReason = (copies: string): boolean => copies === 'kept_by_law'

/** The receipt as the hub takes it, once nothing is missing. */
export const receiptOf = (draft: { copies: string; note: string }): { copies: Copies; note: string } | undefined =>
  draft.copies && (!needsReason(draft.copies) || draft.note.trim())
    ? { copies: draft.copies as Copies, note: draft.note.trim() }
    : undefined
