import type { Tx } from '@lianban/db'
import type { AgencyId, CaseId, ClueId, Sentence } from '@lianban/kernel'
import type { Officer } from '@lianban/policy'
import { and, inArray, type SQL, sql } from 'drizzle-orm'
import { cases } from '../cases/index.ts'
import { clues } from '../clues/index.ts'
import type { Hub } from '../hub.ts'

type Asker = { readonly hub: Hub; readonly officer: Officer }

/** Cases whose trail the officer may read, and clues whose sharing the officer decides on: those of the own agency. */
const ownCases = ({ hub, officer }: Asker) => hub.policy.filter(officer, 'readTrail', 'Case')
const ownClues = ({ hub, officer }: Asker) => hub.policy.filter(officer, 'share', 'Clue')

/** Of an entry `e`: that it is about one of these records, or about something that belongs to one. */
export const onOwnRecords = (asker: Asker): SQL =>
  sql`(e.case_id in (select ${cases.id} from ${cases} where ${ownCases(asker)})
    or (e.subject_kind = 'Clue' and e.subject_id in (select ${clues.id}::text from ${clues} where ${ownClues(asker)})))`

/** Of an entry `e`: that somebody of another agency wrote it. */
export const byOthers = (agencyId: AgencyId): SQL => sql`e.agency_id is not null and e.agency_id <> ${agencyId}`

export type OwnRecord = { readonly kind: 'Case' | 'Clue'; readonly id: string; readonly name: Sentence }

/** These records by their ids, as their owner calls them today. */
export async function ownRecords(tx: Tx, asker: Asker, ids: readonly string[]): Promise<Map<string, OwnRecord>> {
  const of = await tx
    .select({ id: cases.id, number: cases.number, name: cases.name })
    .from(cases)
    .where(and(inArray(cases.id, ids as CaseId[]), ownCases(asker)))
  const reported = await tx
    .select({ id: clues.id, number: clues.number })
    .from(clues)
    .where(and(inArray(clues.id, ids as ClueId[]), ownClues(asker)))
  const all: OwnRecord[] = [
    ...of.map(({ id, number, name }) => ({ kind: 'Case' as const, id, name: same(`${number} ${name}`) })),
    ...reported.map(({ id, number }) => ({ kind: 'Clue' as const, id, name: same(number) })),
  ]
  return new Map(all.map((record) => [record.id, record]))
}

const same = (text: string): Sentence => ({ zh: text, en: text })
