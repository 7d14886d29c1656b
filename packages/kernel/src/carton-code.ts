import { isCartonCode, isRetailLicence, normalised } from './identifiers.ts'

export const cartonFindings = ['order', 'licence'] as const
/** What is odd about a code that can be read: no place in a standard case, or no number of a retail licence. */
export type CartonFinding = (typeof cartonFindings)[number]

export type CartonCode = {
  readonly code: string
  /** The day the carton was sorted for delivery; the year has one digit, and is the latest that is not after today. */
  readonly sortedOn: string
  readonly caseSerial: string
  /** The how-many-th carton of its case. */
  readonly order: number
  /** Four letters of the company that delivered it. */
  readonly company: string
  readonly licence: string
  readonly region: string
  readonly findings: readonly CartonFinding[]
}

/** What the 32 characters on a carton say, or nothing where they are no code. A source splits the first line otherwise, so it is a hint. */
export function readCartonCode(text: string, today: Date): CartonCode | null {
  const code = normalised(text)
  if (!isCartonCode(code)) return null
  const sortedOn = sortingDay(code.slice(0, 5), today)
  if (!sortedOn) return null
  const order = Number(code.slice(14, 16))
  const licence = code.slice(20)
  return {
    code,
    sortedOn,
    caseSerial: code.slice(5, 14),
    order,
    company: code.slice(16, 20),
    licence,
    region: licence.slice(0, 6),
    findings: [
      ...(order > 50 ? (['order'] as const) : []),
      ...(isRetailLicence(licence) ? [] : (['licence'] as const)),
    ],
  }
}

function sortingDay(digits: string, today: Date): string | null {
  const now = new Date(today.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  const monthAndDay = `${digits.slice(1, 3)}-${digits.slice(3)}`
  // A leap day is found within forty years: eight leap years end in any even digit by then.
  for (let year = Number(now.slice(0, 4)); year > Number(now.slice(0, 4)) - 40; year--) {
    const day = `${year}-${monthAndDay}`
    const at = new Date(`${day}T00:00:00Z`)
    const exists = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
    if (year % 10 === Number(digits[0]) && day <= now && exists) return day
  }
  return null
}
