import { CaseId, type HandoffId, newId } from '@lianban/kernel'
import type { Law } from '@lianban/law'
import type { AgencyName, OfficerName } from '../a-cast.ts'
import { aWorld } from '../a-world.ts'
import { type Happening, happened, type Matter } from './index.ts'
import { clocksOfMatter } from './store.ts'

/** The world of the hub, in which Beijing's case and what becomes of it can be told to the clocks by hand. */
export async function aClockWorld() {
  const world = await aWorld()
  const { bj, police, procuratorate } = world.agencies
  const parties = { agency: bj, police, procuratorate }
  const caseId = CaseId.parse(await world.aCase())
  const theCase: Matter = { kind: 'Case', id: caseId }

  return {
    ...world,
    theCase,
    /** A handoff of the case, as far as the clocks know of one. */
    aHandoffMatter: (of = caseId): Matter => ({
      kind: 'Handoff',
      id: newId<HandoffId>(),
      record: { kind: 'Case', id: of },
    }),

    async tell(code: string, matter: Matter, more: Partial<Happening> & { by?: OfficerName; law?: Law } = {}) {
      const { by = 'bjHandler', law = world.hub.law, ...rest } = more
      const { officer } = world.people[by]
      const now = world.clock.now()
      const hub = { ...world.hub, law }
      await hub.db.transaction({ agencyId: officer.agencyId, officerId: officer.id }, now, (tx) =>
        happened({ tx, now, hub, officer }, { code, at: now, matter, parties, ...rest }),
      )
    },

    stored: ({ id }: Matter) =>
      world.hub.db.transaction({ duty: 'clocks' }, world.clock.now(), (tx) => clocksOfMatter(tx, id)),

    /** From now on one agency stands under another. */
    async put(name: AgencyName, under: AgencyName) {
      await world.owner.query('update agencies set parent_id = $2 where id = $1', [
        world.agencies[name],
        world.agencies[under],
      ])
    },
  }
}
