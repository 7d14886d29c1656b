import { SectionId } from '@lianban/kernel'
import { z } from 'zod'
import { officerCards } from '../agencies/index.ts'
import { castOf } from '../authorship/index.ts'
import { findSection } from '../dossiers/index.ts'
import { find } from '../query.ts'
import { versionsOf } from './store.ts'

/** As many steps as a slider can be moved by. */
const steps = 240

/** How a section came to be: who wrote when, step by step, and the names that moments were given. */
export const sectionHistory = find({
  name: 'section.history',
  on: 'Section',
  action: 'readHistory',
  input: z.strictObject({ sectionId: SectionId }),
  about: ({ sectionId }) => sectionId,
  isLogged: true,
  subject: ({ tx, input }) => findSection(tx, input.sectionId),
  async run({ subject, officer, tx, hub }) {
    const sittings = await hub.chronicles.ask(tx, subject.id, { kind: 'sittings', atMost: steps })
    const { people, placeOf } = await castOf(
      tx,
      sittings.flatMap(({ officerIds }) => officerIds),
    )
    const versions = await versionsOf(tx, subject.id)
    const namers = await officerCards(
      tx,
      versions.map(({ namedBy }) => namedBy),
    )
    return {
      people,
      sittings: sittings.map(({ upTo, from, to, officerIds, updates }) => ({
        upTo,
        from: new Date(from),
        to: new Date(to),
        people: officerIds.map(placeOf),
        updates,
      })),
      versions: versions.map(({ id, name, upToSeq, stoodAt, digest, namedBy, namedAt }) => ({
        id,
        name,
        seq: upToSeq,
        at: stoodAt,
        digest,
        namedBy: namers.get(namedBy)!,
        namedAt,
      })),
      can: {
        name: Boolean(hub.policy.allows(officer, 'nameVersion', 'Section', subject)),
        restore: Boolean(hub.policy.allows(officer, 'write', 'Section', subject)),
      },
    }
  },
})
