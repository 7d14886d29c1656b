import { type ClueId, identifierKinds, newId } from '@lianban/kernel'
import { z } from 'zod'
import { withOwners } from '../agreements/index.ts'
import { HandlingCode, Label, line, PartialDate, Region, text } from '../classification.ts'
import { command } from '../command.ts'
import { keepDigests } from '../digests/index.ts'
import { addReaders, RestrictedTo, readersNamed } from '../readers/index.ts'
import { type Clue, type ClueRow, clueKinds, clueSources, goodsKinds, methods, yearInChina } from './clue.ts'
import { insertClue, nextClueNumber } from './store.ts'
import { tellReceived } from './tell-clocks.ts'
import { wellFormed } from './well-formed.ts'

export const ClueFields = z.object({
  title: line(120),
  content: line(8000),
  kind: z.enum(clueKinds),
  source: z.enum(clueSources),
  reportedOn: PartialDate,
  label: Label,
  handlingCode: HandlingCode,
  region: Region,
  place: line(200),
  goods: z
    .array(
      z.strictObject({
        what: z.enum(goodsKinds),
        note: text(200),
        quantity: z.number().positive().max(1e12).optional(),
        unit: line(10).optional(),
      }),
    )
    .max(100),
  methods: z.array(z.enum(methods)).max(methods.length),
  identifiers: z.array(z.strictObject({ kind: z.enum(identifierKinds), value: line(64) })).max(100),
  restrictedTo: RestrictedTo,
})

/** An officer takes down a clue; its label and handling code are set here, before anybody else can see it. */
export const recordClue = command({
  name: 'clue.record',
  on: 'Clue',
  input: ClueFields,
  async subject({ input: { restrictedTo, ...input }, officer, tx, now }): Promise<ClueRow> {
    const drafted: Clue = {
      ...input,
      isRestricted: Boolean(restrictedTo),
      id: newId<ClueId>(),
      number: await nextClueNumber(tx, officer.agency, yearInChina(now)),
      state: 'recorded',
      ownerAgencyId: officer.agencyId,
      recordedBy: officer.id,
      recordedAt: now,
      version: 1,
    }
    const [draft] = await withOwners(tx, [drafted])
    return { ...draft!, grants: [], caseGrants: [], readers: [] }
  },
  async run({ input, subject, officer, tx, now, hub }) {
    const clue = { ...subject, identifiers: wellFormed(subject.identifiers) }
    const readers = input.restrictedTo ? await readersNamed(tx, officer, input.restrictedTo, hub.measures.readers) : []
    await insertClue(tx, clue)
    const record = { kind: 'Clue' as const, id: clue.id, at: now, agencyId: officer.agencyId }
    await addReaders(tx, record, readers, { officerId: officer.id, at: now })
    await keepDigests(tx, hub.blindKey, clue)
    await tellReceived({ tx, officer, now, hub }, clue)
    await hub.autoShare({ tx, officer, now, hub, record })
    return { clueId: clue.id, number: clue.number }
  },
  facts: ({ subject }) => ({ label: subject.label, handlingCode: subject.handlingCode }),
})
