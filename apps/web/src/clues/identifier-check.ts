import { isCartonCode, isMobile, isPlate, isRetailLicence, isUscc, normalised } from '@lianban/kernel'
import type { IdentifierKind } from '../app/api-types.ts'

const checks: Record<IdentifierKind, (value: string) => boolean> = {
  uscc: isUscc,
  plate: isPlate,
  phone: isMobile,
  carton_code: isCartonCode,
  retail_licence: isRetailLicence,
  waybill: (value) => /^[A-Z0-9]{8,32}$/.test(value),
}

/** Whether an identifier has the right form and check digit, however it was spaced. */
export const isRightIdentifier = (kind: IdentifierKind, value: string): boolean => checks[kind](normalised(value))
