import type { Tx } from '@lianban/db'
import type { AssistanceId, CaseId, ClueId } from '@lianban/kernel'
import type { Officer } from '@lianban/policy'
import { eq, inArray } from 'drizzle-orm'
import { cases, casesWhere, hiddenInCase } from '../cases/index.ts'
import { clues, cluesWhere, hiddenInClue } from '../clues/index.ts'
import type { Hub } from '../hub.ts'
import type { Assistance, Letter } from './assistance.ts'
import { digestOfNamed } from './letter-digests.ts'
import { namedIn } from './named.ts'
import { assistanceRows } from './store.ts'
import { assistanceHits, assistances } from './table.ts'

type Given = { readonly tx: Tx; readonly officer: Officer; readonly now: Date; readonly hub: Hub }
type Hit = typeof assistanceHits.$inferSelect

/** The records that a check found, as far as the officer may read each: what shares the most with the letter first. */
export async function knownOf(given: Given, { id }: Assistance, letter: Letter) {
  const hits = await given.tx.select().from(assistanceHits).where(eq(assistanceHits.assistanceId, id))
  const { blindKey } = given.hub
  const named = namedIn(letter)
  const records = await readable(given, hits)
  return records
    .flatMap(({ hidden, ...record }) => {
      const seen = hits.filter((hit) => hit.recordId === record.id && (hit.foundIn === 'openly' || !hidden.length))
      const digests = seen.map(({ digest }) => digest.toString('hex'))
      // The same digits may be found as two kinds of number; the likelier one comes first.
      const shared = Map.groupBy(
        named.filter((one) => digests.includes(digestOfNamed(blindKey, one).toString('hex'))),
        ({ said }) => said,
      )
      return seen.length ? [{ ...record, shared: [...shared.values()].map((alike) => alike[0]!) }] : []
    })
    .sort((a, b) => b.shared.length - a.shared.length || b.at.getTime() - a.at.getTime())
}

/** Each record with what the officer does not see of it. */
async function readable(given: Given, hits: readonly Hit[]) {
  const { tx, officer, hub } = given
  const may = (kind: Hit['recordKind']) => hub.policy.filter(officer, 'read', kind)
  const ids = <Id extends string>(kind: Hit['recordKind']) => [
    ...new Set(hits.flatMap((hit) => (hit.recordKind === kind ? [hit.recordId as Id] : []))),
  ]
  const ofClues = await cluesWhere(tx, may('Clue'), inArray(clues.id, ids<ClueId>('Clue')))
  const ofCases = await casesWhere(tx, may('Case'), inArray(cases.id, ids<CaseId>('Case')))
  const ofRequests = await assistanceRows(
    tx,
    may('Assistance'),
    inArray(assistances.id, ids<AssistanceId>('Assistance')),
  )
  return [
    ...ofClues.map((row) => ({
      ...{ kind: 'Clue' as const, id: row.id as string, number: row.number, title: row.title, at: row.recordedAt },
      hidden: hiddenInClue(given, row),
    })),
    ...ofCases.map((row) => ({
      ...{ kind: 'Case' as const, id: row.id as string, number: row.number, title: row.name, at: row.openedAt },
      hidden: hiddenInCase(given, row),
    })),
    ...ofRequests.map((row) => ({
      ...{ kind: 'Assistance' as const, id: row.id as string, number: row.number, title: null, at: row.askedAt },
      ...{ kindWords: hub.law.assistance.kinds[row.kind]!.words, hidden: [] as string[] },
    })),
  ]
}
