import { type Bound, type BoundKind, boundKinds } from '@lianban/dossier'
import { z } from 'zod'
import { list } from '../query.ts'
import { shownOfCases } from './of-cases.ts'
import { shownOfClues } from './of-clues.ts'
import { shownOfEvidence } from './of-evidence.ts'
import { shownOfFiles } from './of-files.ts'
import type { Reader } from './reader.ts'

/**
 * What blocks bound to records show this reader, in the order asked. A record that is absent and one that is not the
 * reader's to know are both withheld; a field that is withheld from the reader hides the whole block.
 */
export async function boundRecords(reader: Reader, asked: readonly Bound[]) {
  const idsOf = (...kinds: BoundKind[]) =>
    asked.filter(({ kind }) => kinds.includes(kind)).map(({ recordId }) => recordId)
  const cases = await shownOfCases(reader, { events: idsOf('event'), figures: idsOf('figure') })
  const clues = await shownOfClues(reader, idsOf('quotation', 'goods'))
  const evidence = await shownOfEvidence(reader, { items: idsOf('evidence'), lists: idsOf('seizure') })
  const images = await shownOfFiles(reader, idsOf('image'))
  const found = new Map(
    [...cases, ...clues, ...evidence, ...images].map((shown) => [`${shown.kind} ${shown.recordId}`, shown]),
  )
  return asked.map(({ kind, recordId }) => found.get(`${kind} ${recordId}`) ?? { state: 'withheld' as const })
}

/** The records behind the blocks of a section, each read with the asker's own rights. */
export const shownRecords = list({
  name: 'dossier.shownRecords',
  input: z.strictObject({
    blocks: z.array(z.strictObject({ kind: z.enum(boundKinds), recordId: z.uuid() })).max(500),
  }),
  run: async ({ input, ...reader }) => ({ items: await boundRecords(reader, input.blocks) }),
})
