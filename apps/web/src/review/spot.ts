import type { Place } from '../files/file-look.tsx'

/** A place in a file of an item. */
export type Spot = { readonly fileId: string } & Place

/** Where the reader is now, with the name of the file, to be cited. */
export type Citing = { readonly spot: Spot; readonly file: string }

type Kept = { readonly fileId: string; readonly page: number | null; readonly second: number | null }

/** What the hub kept, as the viewer takes it. */
export const spotOf = ({ fileId, page, second }: Kept): Spot => ({
  fileId,
  ...(page !== null && { page }),
  ...(second !== null && { second }),
})

/** Hours, minutes and seconds as a player shows them. */
export function clockTime(second: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(second / 3600), Math.floor(second / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(second % 60)}` : `${two(minutes)}:${two(second % 60)}`
}

/** As the hub is sent it. */
export const sentSpot = ({ fileId, page, second }: Spot) => ({
  fileId,
  ...(page !== undefined && { page }),
  ...(second !== undefined && { second }),
})
