import { Refusal, type Sentence } from '@lianban/kernel'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { levelWords } from '../classification.ts'
import type { DeskTask, TaskSource } from '../desk-task.ts'
import type { Grant, GrantRow } from '../grants/index.ts'
import { lastDayInChina } from '../time-in-china.ts'
import { recordOf } from './grant-with-case.ts'
import type { SharedRecord } from './record.ts'

export type Given = Parameters<TaskSource>[0]

type Words = {
  readonly shared: SharedRecord
  readonly record: string
  readonly grantee: Sentence
  readonly passer: Sentence
  readonly proposer: Sentence
  readonly terms: Sentence
}

/** What waits about each grant, in words. What the officer may not read, nothing is told of. */
export async function told(
  { officer, tx, hub }: Given,
  rows: readonly GrantRow[],
  tell: (grant: GrantRow, words: Words) => Promise<Omit<DeskTask, 'id' | 'href'>>,
): Promise<DeskTask[]> {
  const cards = await agencyCards(
    tx,
    rows.flatMap((grant) => [grant.granteeAgencyId, grant.onwardAgencyId ?? grant.ownerAgencyId]),
  )
  const posts = await officerCards(
    tx,
    rows.flatMap((grant) => [grant.proposedBy, ...(grant.granteeOfficerId ? [grant.granteeOfficerId] : [])]),
  )
  const agency = (id: Grant['ownerAgencyId']) => ({
    zh: cards.get(id)?.shortZh ?? '',
    en: cards.get(id)?.shortEn ?? '',
  })
  const post = (id: Grant['proposedBy']) => ({ zh: posts.get(id)?.postZh ?? '', en: posts.get(id)?.postEn ?? '' })
  const tasks: DeskTask[] = []
  for (const grant of rows) {
    const shared = await seen(() => recordOf(tx, grant))
    if (!shared || !hub.policy.allows(officer, 'read', shared.kind, shared.row)) continue
    const words = {
      shared,
      record: shared.row.number,
      grantee: grant.granteeOfficerId ? post(grant.granteeOfficerId) : agency(grant.granteeAgencyId),
      passer: agency(grant.onwardAgencyId ?? grant.ownerAgencyId),
      proposer: post(grant.proposedBy),
      terms: termsOf(grant),
    }
    const href = shared.kind === 'Case' ? `/cases/${shared.id}/access` : `/clues/${shared.id}`
    tasks.push({ ...(await tell(grant, words)), id: grant.id, href })
  }
  return tasks
}

function termsOf({ level, purpose, expiresAt, extensionUntil }: Grant): Sentence {
  const until = lastDayInChina(extensionUntil ?? expiresAt)
  return {
    zh: `“${levelWords[level].zh}”，${purpose}，至 ${until}`,
    en: `“${levelWords[level].en}”, ${purpose}, until ${until}`,
  }
}

async function seen(find: () => Promise<SharedRecord>): Promise<SharedRecord | undefined> {
  try {
    return await find()
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
