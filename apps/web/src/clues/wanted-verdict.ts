import type { WantedVerdict } from '../app/api-types.ts'
import { choices } from '../app/enums.ts'

/** The verdict that the address asks the list to be narrowed to; one that there is not narrows nothing. */
export const wantedVerdict = (text: string | undefined): WantedVerdict | undefined =>
  choices('wantedVerdict').find(({ value }) => value === text)?.value as WantedVerdict | undefined
