export type ChangedField = { readonly field: string; readonly before: string; readonly now: string }

/** What the case itself counts up is no change of what it says. */
const aside = ['version', 'stage', 'leadAgencyId', 'document']

/** The fields that differ between two canonical texts of one record; of lists, the entries that came or went. */
export function changedFields(before: string, now: string): ChangedField[] {
  const [then, today] = [before, now].map((content) => JSON.parse(content) as unknown)
  if (Array.isArray(then) && Array.isArray(today)) return listChanges('entries', then, today)
  const [was, is] = [then, today] as Record<string, unknown>[]
  return [...new Set([...Object.keys(was!), ...Object.keys(is!)])]
    .filter((field) => !aside.includes(field))
    .flatMap((field) => {
      const [one, other] = [was![field], is![field]]
      if (JSON.stringify(one) === JSON.stringify(other)) return []
      if (Array.isArray(one) && Array.isArray(other)) return listChanges(field, one, other)
      return [{ field, before: said(one), now: said(other) }]
    })
}

function listChanges(field: string, then: readonly unknown[], today: readonly unknown[]): ChangedField[] {
  const [was, is] = [then.map((each) => JSON.stringify(each)), today.map((each) => JSON.stringify(each))]
  return [
    ...then.filter((_, i) => !is.includes(was[i]!)).map((each) => ({ field, before: said(each), now: '' })),
    ...today.filter((_, i) => !was.includes(is[i]!)).map((each) => ({ field, before: '', now: said(each) })),
  ]
}

/** An entry in the words that people gave it, without ids and times. */
function said(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return String(value)
  const texts = Object.entries(value).filter(
    ([field, each]) => typeof each === 'string' && !/(^id|Id|By|At)$/.test(field) && each !== '',
  )
  return texts.map(([, each]) => each as string).join(' · ')
}
