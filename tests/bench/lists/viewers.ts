import { type Database, openDatabase, type Tx } from '@lianban/db'
import { vocabulary } from '@lianban/hub'
import { makeDrivenClock } from '@lianban/kernel'
import { createPolicy, loadRules, type Officer } from '@lianban/policy'
import { sql } from 'drizzle-orm'
import { permissions } from '../../policy/rules.ts'
import { idOf } from './generate.ts'

/** The instant of all questions: most grants run on, some are over. */
export const now = new Date('2026-01-01T00:00:00Z')

export const policy = createPolicy({
  rules: loadRules(permissions, vocabulary),
  vocabulary,
  clock: makeDrivenClock(now),
})

export const officerOf = (agency: number): Officer => ({
  id: idOf('officer', agency) as Officer['id'],
  agencyId: idOf('agency', agency) as Officer['agencyId'],
  agencyKind: 'tobacco',
  region: '110000',
  roles: ['handler'],
})

/** Two transactions that stay open: the owner of the tables, whom no wall stops, and the program with one officer’s eyes. */
export async function withEyes<T>(
  urls: { ownerUrl: string; programUrl: string },
  officer: Officer,
  work: (eyes: { owner: Tx; program: Tx }) => Promise<T>,
): Promise<T> {
  const [owner, program] = [urls.ownerUrl, urls.programUrl].map((url) => openDatabase({ url, maxConnections: 1 }))
  const context = { agencyId: officer.agencyId, officerId: officer.id }
  const within = <R>(db: Database | undefined, inside: (tx: Tx) => Promise<R>) => db!.transaction(context, now, inside)
  try {
    return await within(owner, (asOwner) =>
      within(program, async (asProgram) => {
        for (const tx of [asOwner, asProgram]) await tx.execute(sql`set local jit = off`)
        return work({ owner: asOwner, program: asProgram })
      }),
    )
  } finally {
    await Promise.all([owner?.close(), program?.close()])
  }
}
