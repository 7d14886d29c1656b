import { type ReadyFile, readExport, type Stage } from './read-export.ts'

export type Wanted = {
  readonly caseId: string
  readonly sectionIds?: readonly string[]
  /** A sealed version, instead of the dossier as it stands. */
  readonly sealId?: string
  readonly purpose: 'working' | 'passing_on' | 'proceedings'
  readonly format: 'pdf' | 'docx'
}

/** Asks for the dossier as a file; a refusal comes like that of any other deed. */
export async function takeDossier(wanted: Wanted, told: (stage: Stage) => void): Promise<ReadyFile> {
  const response = await fetch('/exports/dossier', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wanted),
  })
  if (response.ok && response.body) return readExport(response.body, told)
  throw await refusalIn(response)
}

/** What an answer that is no file says, in the form in which a procedure says it. */
export async function refusalIn(response: Response): Promise<Error> {
  const data = response.status === 401 ? { code: 'UNAUTHORIZED' } : ((await response.json()) as object)
  return Object.assign(new Error('refused'), { data })
}

/** Hands a file over as the browser hands over any download. */
export function save({ name, file }: ReadyFile): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // The browser has taken it over by then; kept, it would fill the memory of a page that stays open all day.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
