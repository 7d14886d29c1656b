import type { Tx } from '@lianban/db'
import { type AgencyId, type CaseId, type FindingId, newId } from '@lianban/kernel'
import { radarFindings } from '@lianban/law'
import { listAgencyCards } from '../agencies/index.ts'
import type { Hub } from '../hub.ts'
import { lock } from '../lock.ts'
import { radarPopulation } from './population.ts'
import { keepFindings } from './store.ts'

type Card = Awaited<ReturnType<typeof listAgencyCards>>[number]
type Looking = Pick<Hub, 'db' | 'clock' | 'law'>

/** Looks at every case once, agency by agency: what the rules list is told, what they no longer list is marked as gone. */
export async function lookByRadar(hub: Looking): Promise<number> {
  const cards = await hub.db.transaction({ duty: 'radar' }, hub.clock.now(), (tx) => listAgencyCards(tx))
  const agencies = new Map(cards.map((card) => [card.id as string, card]))
  let told = 0
  for (const { id } of cards) told += await lookAt(hub, id, agencies)
  return told
}

/** The cases of one agency, in a transaction of their own: nothing that a rule asks goes beyond its owner. */
async function lookAt({ db, clock, law }: Looking, owner: AgencyId, agencies: ReadonlyMap<string, Card>) {
  const now = clock.now()
  const procuratorates = [...agencies.values()].filter(({ kind }) => kind === 'procuratorate')
  return db.transaction({ duty: 'radar' }, now, async (tx: Tx) => {
    await lock(tx, 'Radar', owner)
    const found = radarFindings(law, await radarPopulation(tx, law, owner), now)
    const told = found.flatMap(({ caseId, agency, owner: _owner, says, ...rest }) => {
      const about = agencies.get(agency)
      const row = {
        ...rest,
        agencyId: agency as AgencyId,
        ownerAgencyId: owner,
        caseId: caseId as CaseId | null,
        saysZh: says.zh,
        saysEn: says.en,
        foundAt: now,
        seenAt: now,
        goneAt: null,
      }
      const tell = (toldAgencyId: AgencyId, toldAs: 'watcher' | 'own') => ({
        ...row,
        id: newId<FindingId>(),
        toldAgencyId,
        toldAs,
      })
      const watchers = about ? procuratorates.filter((each) => covers(each, about)) : []
      const own = [...new Set([row.agencyId, owner])]
      return [...watchers.map(({ id }) => tell(id, 'watcher')), ...own.map((id) => tell(id, 'own'))]
    })
    await keepFindings(tx, owner, told, now)
    return told.length
  })
}

/** A procuratorate watches what lies in its region: 110000 covers 110113, and 450300 does not cover 450100. */
const covers = (one: Pick<Card, 'region'>, other: Pick<Card, 'region'>): boolean =>
  other.region.startsWith(one.region.replace(/(00)+$/, ''))
