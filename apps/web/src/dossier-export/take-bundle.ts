import type { ReadyFile } from './read-export.ts'
import { refusalIn, type Wanted } from './take-dossier.ts'

/** Asks for everything of a case that one may have, in one file that verifies without the hub. */
export async function takeBundle({ caseId, purpose }: Pick<Wanted, 'caseId' | 'purpose'>): Promise<ReadyFile> {
  const response = await fetch(`/exports/bundle/${purpose}/${caseId}.zip`)
  if (!response.ok) throw await refusalIn(response)
  const bytes = await response.arrayBuffer()
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return {
    name: nameIn(response.headers.get('content-disposition') ?? '') ?? `${caseId}.zip`,
    file: new Blob([bytes], { type: 'application/zip' }),
    digest: [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
  }
}

/** The name that the hub gave a file (RFC 6266); nothing where it gave none. */
export function nameIn(disposition: string): string | undefined {
  const [, name] = /filename\*=UTF-8''([^;]+)/.exec(disposition) ?? []
  return name && decodeURIComponent(name)
}
