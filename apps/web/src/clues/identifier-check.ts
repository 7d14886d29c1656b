import { formOf, type IdentifierKind, isWellFormed } from '@lianban/kernel'

/** Whether an identifier has the right form and check digit, however it was spaced. */
export const isRightIdentifier = (kind: IdentifierKind, value: string): boolean =>
  isWellFormed[kind](formOf(kind, value))
