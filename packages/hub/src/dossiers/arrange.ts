import { CaseId, SectionId } from '@lianban/kernel'
import { z } from 'zod'
import { findCase } from '../cases/index.ts'
import { command } from '../command.ts'
import { sectionNotHere } from './refusals.ts'
import { savePositions, sectionsOf } from './store.ts'

/** A section takes another place in the dossier; those between make room. Sections withheld from the officer keep their order. */
export const arrangeSection = command({
  name: 'case.arrangeDossier',
  on: 'Case',
  input: z.object({ caseId: CaseId, sectionId: SectionId, toPosition: z.int().min(1).max(10_000) }),
  about: ({ caseId }) => caseId,
  subject: ({ tx, input }) => findCase(tx, input.caseId, { lock: true }),
  async run({ input, subject, officer, tx, hub }) {
    const rows = await sectionsOf(tx, subject)
    const moved = rows.find(({ id }) => id === input.sectionId)
    if (!moved || !hub.policy.allows(officer, 'read', 'Section', moved)) throw sectionNotHere()
    const places = rows.map(({ position }) => position)
    const place = Math.min(places.filter((position) => position < input.toPosition).length, places.length - 1)
    const order = rows.filter(({ id }) => id !== moved.id).toSpliced(place, 0, moved)
    await savePositions(
      tx,
      order.flatMap(({ id, position }, i) => (position === places[i] ? [] : [{ id, position: places[i]! }])),
    )
    return { sectionId: moved.id, position: places[place]! }
  },
  facts: ({ input }) => ({ position: input.toPosition }),
})
