import type { Tx } from '@lianban/db'
import { type AgencyId, type CaseId, type FindingId, newId } from '@lianban/kernel'
import { radarFindings } from '@lianban/law'
import { listAgencyCards } from '../agencies/index.ts'
import type { Hub } from '../hub.ts'
import { lock } from '../lock.ts'
import { radarPopulation } from './population.ts'
import { keepFindings } from './store.ts'

type Card = Awaited<ReturnType<typeof listAgencyCards>>[number]

/** Looks at every case once: what the rules list is told, what they no longer list is marked as gone. */
export async function lookByRadar({ db, clock, law }: Pick<Hub, 'db' | 'clock' | 'law'>): Promise<number> {
  const now = clock.now()
  return db.transaction({ duty: 'radar' }, now, async (tx: Tx) => {
    await lock(tx, 'Radar', 'look')
    const population = await radarPopulation(tx, law)
    const agencies = new Map((await listAgencyCards(tx)).map((card) => [card.id as string, card]))
    const procuratorates = [...agencies.values()].filter(({ kind }) => kind === 'procuratorate')
    const told = radarFindings(law, population, now).flatMap((finding) => {
      const about = agencies.get(finding.agency)
      const watchers = about ? procuratorates.filter((each) => covers(each, about)) : []
      const own = [...new Set([finding.agency, finding.owner])]
      const { caseId, agency, owner, says, ...rest } = finding
      const row = {
        ...rest,
        agencyId: agency as AgencyId,
        ownerAgencyId: owner as AgencyId,
        caseId: caseId as CaseId | null,
        saysZh: says.zh,
        saysEn: says.en,
        foundAt: now,
        seenAt: now,
        goneAt: null,
      }
      return [
        ...watchers.map(({ id }) => ({ ...row, id: newId<FindingId>(), toldAgencyId: id, toldAs: 'watcher' as const })),
        ...own.map((id) => ({
          ...row,
          id: newId<FindingId>(),
          toldAgencyId: id as AgencyId,
          toldAs: 'own' as const,
        })),
      ]
    })
    await keepFindings(tx, told, now)
    return told.length
  })
}

/** A procuratorate watches what lies in its region: 110000 covers 110113, and 450300 does not cover 450100. */
const covers = (one: Pick<Card, 'region'>, other: Pick<Card, 'region'>): boolean =>
  other.region.startsWith(one.region.replace(/(00)+$/, ''))
