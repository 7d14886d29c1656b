import { randomBytes } from 'node:crypto'
import type { Tx } from '@lianban/db'
import type { SectionRow } from '../dossiers/index.ts'
import type { Hub } from '../hub.ts'
import { contentDigest, contentOf } from './seal.ts'

/** Takes every section as it stands at this moment, those included that the proposing officer may not read. */
export async function freeze({ tx, hub }: { tx: Tx; hub: Hub }, sections: readonly SectionRow[]) {
  const frozen = []
  for (const { id: sectionId, title, position } of sections) {
    const { seq, document } = await hub.chronicles.ask(tx, sectionId, { kind: 'document', when: 'now' })
    const content = contentOf({ sectionId, title, salt: randomBytes(32).toString('hex'), document })
    frozen.push({ sectionId, position, upToSeq: seq, content, digest: contentDigest(content) })
  }
  return frozen
}
