/** An entry as a reader without this program's types sees it. */
export type ReadableEntry = {
  readonly id: string
  readonly at: number
  readonly act: string
  readonly outcome: 'done' | 'refused'
  readonly officerId?: string
  readonly agencyId?: string
  readonly subject?: { readonly kind: string; readonly id: string }
  readonly caseId?: string
  readonly rule?: string
  readonly inputDigest?: string
  readonly facts?: Readonly<Record<string, string | number>>
}

/** Reads what every entry has; nothing of what has less. What is in the log was checked when it was written. */
export function readableEntry(body: string): ReadableEntry | undefined {
  try {
    const entry = JSON.parse(body) as ReadableEntry
    const isEntry = typeof entry.id === 'string' && Number.isSafeInteger(entry.at) && typeof entry.act === 'string'
    return isEntry ? entry : undefined
  } catch {
    return undefined
  }
}
