import type { Tx } from '@lianban/db'
import { type RuleChangeId, unseen } from '@lianban/kernel'
import { desc, eq, lte } from 'drizzle-orm'
import { lock } from '../lock.ts'
import { unlessTaken } from '../unless-taken.ts'
import { oneOpen } from './refusals.ts'
import type { RuleChange, RuleVersion } from './rule-change.ts'
import { digestOfFiles, type FileProblem, type RuleFile } from './rule-files.ts'
import { policyChanges, policySightings, policyTexts, policyVersions } from './table.ts'

/** Waits for its turn at what is in force and at what is found on disk. */
export const lockRules = (tx: Tx): Promise<void> => lock(tx, 'Rules', 'in force')

export async function versionInForce(tx: Tx): Promise<RuleVersion | undefined> {
  return (await listVersions(tx, 1))[0]
}

/** What was in force at an instant; nothing before the first version was kept. */
export async function versionAt(tx: Tx, at: Date): Promise<RuleVersion | undefined> {
  const [version] = await tx
    .select()
    .from(policyVersions)
    .where(lte(policyVersions.inForceFrom, at))
    .orderBy(desc(policyVersions.serial))
    .limit(1)
  return version
}

export const listVersions = (tx: Tx, limit: number): Promise<RuleVersion[]> =>
  tx.select().from(policyVersions).orderBy(desc(policyVersions.serial)).limit(limit)

export async function filesOf(tx: Tx, digest: string): Promise<readonly RuleFile[]> {
  const [text] = await tx.select().from(policyTexts).where(eq(policyTexts.digest, digest))
  if (!text) throw unseen()
  return text.files
}

/** Keeps the files for good, under their digest. */
export async function keepFiles(tx: Tx, files: readonly RuleFile[], now: Date): Promise<string> {
  const digest = digestOfFiles(files)
  await tx
    .insert(policyTexts)
    .values({ digest, files: [...files], keptAt: now })
    .onConflictDoNothing()
  return digest
}

export async function insertVersion(tx: Tx, version: RuleVersion): Promise<void> {
  await tx.insert(policyVersions).values(version)
}

/** What a process found on disk last: a rule set, or why it cannot be used. */
export type Sighting = { readonly at: Date; readonly digest: string | null; readonly problems: FileProblem[] | null }

export async function lastSighting(tx: Tx): Promise<Sighting | undefined> {
  const [last] = await tx.select().from(policySightings).orderBy(desc(policySightings.id)).limit(1)
  return last
}

export async function insertSighting(tx: Tx, sighting: Sighting): Promise<void> {
  await tx.insert(policySightings).values(sighting)
}

export async function lockChange(tx: Tx, id: RuleChangeId): Promise<RuleChange> {
  await lock(tx, 'RuleChange', id)
  const [change] = await tx.select().from(policyChanges).where(eq(policyChanges.id, id))
  if (!change) throw unseen()
  return change
}

export const listChanges = (tx: Tx, limit: number): Promise<RuleChange[]> =>
  tx.select().from(policyChanges).orderBy(desc(policyChanges.id)).limit(limit)

export async function openChange(tx: Tx): Promise<RuleChange | undefined> {
  const [change] = await tx.select().from(policyChanges).where(eq(policyChanges.state, 'proposed'))
  return change
}

export const insertChange = (tx: Tx, change: RuleChange): Promise<unknown> =>
  unlessTaken('policy_changes_open', oneOpen, tx.insert(policyChanges).values(change))

export type Decision = Pick<RuleChange, 'state' | 'decidedBy' | 'decidedAt' | 'note'>

export async function saveDecision(tx: Tx, id: RuleChangeId, decision: Decision): Promise<void> {
  const saved = await tx
    .update(policyChanges)
    .set(decision)
    .where(eq(policyChanges.id, id))
    .returning({ id: policyChanges.id })
  if (saved.length === 0) throw unseen()
}
