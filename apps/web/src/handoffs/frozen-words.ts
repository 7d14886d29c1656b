import { frozenFields } from './frozen-text.ts'
import { t } from './strings.ts'

const kinds = ['transfer_letter', 'case_record', 'clue', 'figures', 'dossier_section', 'paper'] as const
const fields = [
  ...frozenFields,
  'events',
  'entries',
  'label',
  'handlingCode',
  'region',
  'goods',
  'identifiers',
  'methods',
] as const

/** What a piece of a package is called. */
export const kindWord = (kind: string): string => {
  const known = kinds.find((each) => each === kind)
  return known ? t(`item.${known}`) : kind
}

/** What a field of a frozen record is called. */
export const fieldName = (field: string): string => {
  const known = fields.find((each) => each === field)
  return known ? t(`part.${known}`) : field
}
