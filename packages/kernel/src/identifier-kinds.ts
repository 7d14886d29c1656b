import { isAccount, isCartonCode, isMobile, isPlate, isRetailLicence, isUscc, normalised } from './identifiers.ts'

/** Numbers that name a company, a car, a person's line, a carton, a shop, a parcel, an account. */
export const identifierKinds = [
  'uscc',
  'plate',
  'phone',
  'carton_code',
  'retail_licence',
  'waybill',
  'account',
] as const
export type IdentifierKind = (typeof identifierKinds)[number]

/** Whether an identifier in its one form is well formed and its check digit holds; a waybill's form is its carrier's own. */
export const isWellFormed: Record<IdentifierKind, (value: string) => boolean> = {
  uscc: isUscc,
  plate: isPlate,
  phone: isMobile,
  carton_code: isCartonCode,
  retail_licence: isRetailLicence,
  waybill: (value) => /^[A-Z0-9]{8,32}$/.test(value),
  account: isAccount,
}

/** The one form in which an identifier is kept and compared, however it was typed; a mobile number loses its country code. */
export function formOf(kind: IdentifierKind, typed: string): string {
  const plain = normalised(typed)
  return kind === 'phone' ? plain.replace(/^(\+|00)?86(?=1[3-9]\d{9}$)/, '') : plain
}
