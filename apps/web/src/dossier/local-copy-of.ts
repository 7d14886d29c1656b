import { api } from '../app/api.ts'
import { isAnswer } from '../app/refusal.ts'
import type { CopyName } from './copy-shelf.ts'
import { dropSection, type LocalCopy, openLocalCopy } from './local-copy.ts'

/** A section opens without its copy when the hub cannot be asked for the key by then. */
const patienceMs = 3_000

/**
 * The officer's copy of a section, if the hub gives the key. Where it says no, the copy is deleted; where it cannot be
 * asked, or the browser keeps nothing, there is none.
 */
export async function localCopyOf(name: CopyName): Promise<LocalCopy | undefined> {
  if (typeof indexedDB === 'undefined' || !globalThis.crypto?.subtle) return undefined
  try {
    const asked = api.dossier.copyKey.query({ sectionId: name.sectionId }, { signal: AbortSignal.timeout(patienceMs) })
    const { secret } = await asked
    return await openLocalCopy(name, secret)
  } catch (error) {
    if (isAnswer(error)) await dropSection(name).catch(() => {})
    return undefined
  }
}
