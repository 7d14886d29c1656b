import type { IdentifierKind } from '@lianban/kernel'
import { isRightIdentifier } from '../clues/identifier-check.ts'

export type AskDraft = { kind: IdentifierKind; value: string; purpose: string; reason: string }

export const emptyAsk = (purpose = ''): AskDraft => ({ kind: 'phone', value: '', purpose, reason: '' })

/** Whether what was typed so far can no longer become a number of its kind; nothing typed is not wrong. */
export const isWrongNumber = ({ kind, value }: AskDraft): boolean =>
  value.trim() !== '' && !isRightIdentifier(kind, value)

/** One whole number, a purpose and a reason: only then it is sent. */
export const isReady = (draft: AskDraft): boolean =>
  isRightIdentifier(draft.kind, draft.value) && draft.purpose !== '' && draft.reason.trim() !== ''
