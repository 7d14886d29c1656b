import { appendEntry } from '@lianban/audit'
import type { Database, Tx } from '@lianban/db'
import { type Clock, type EntryId, newId, type RuleVersionId } from '@lianban/kernel'
import { type Rule, RuleFileError, type Vocabulary } from '@lianban/policy'
import { tellAccessChanged } from '../access-changed.ts'
import { completed } from './completed.ts'
import type { RuleVersion } from './rule-change.ts'
import { digestOfFiles, type FileProblem, type RuleFile } from './rule-files.ts'
import { permissionsIn, type RuleSet, ruleSetIn } from './rule-set.ts'
import {
  filesOf,
  insertSighting,
  insertVersion,
  keepFiles,
  lastSighting,
  lockRules,
  versionAt,
  versionInForce,
} from './store.ts'

/** Where the program itself keeps rule versions. */
export type Keeping = { readonly db: Database; readonly clock: Clock; readonly vocabulary: Vocabulary }

export type InForce = RuleSet & { readonly digest: string }

/** Short enough to read aloud, long enough to tell versions apart. */
export const shortDigest = (digest: string): string => digest.slice(0, 12)

/**
 * The rules that a starting process decides by: the version in force, whatever lies on disk. Files are adopted by a
 * database that has no version yet, and by a demonstration; what else differs waits for two administrators.
 */
export function establishRules(
  { db, clock, vocabulary }: Keeping,
  files: readonly RuleFile[],
  { adoptsFiles }: { readonly adoptsFiles: boolean },
): Promise<
  InForce & { readonly isAdopted: boolean; readonly differsFromFiles: boolean; readonly added: readonly string[] }
> {
  const now = clock.now()
  const found = ruleSetIn(files, vocabulary)
  const onDisk = digestOfFiles(files)
  return db.transaction({ duty: 'rules' }, now, async (tx) => {
    await lockRules(tx)
    const current = await versionInForce(tx)
    const kept = current && !adoptsFiles ? completed(await filesOf(tx, current.digest), files) : { files, added: [] }
    const { files: wanted, added } = kept
    const digest = digestOfFiles(wanted)
    const read = digest === onDisk ? found : stored(wanted, vocabulary)
    const isAdopted = current?.digest !== digest
    if (isAdopted) await adopt(tx, { files: wanted, how: 'adopted', reason: reasonFor(added), now })
    await see(tx, { files }, now)
    return { digest, ...read, isAdopted, differsFromFiles: digest !== onDisk, added }
  })
}

const reasonFor = (added: readonly string[]): string | null =>
  added.length ? `本版本程序新增：${added.join('、')}`.slice(0, 200) : null

/** The rules in force are in words that this program does not know: an upgrade has to bring its own, by the owner's hand. */
export class StoredRulesError extends RuleFileError {}

function stored(files: readonly RuleFile[], vocabulary: Vocabulary): RuleSet {
  try {
    return ruleSetIn(files, vocabulary)
  } catch (error) {
    throw error instanceof RuleFileError ? new StoredRulesError(error.problems) : error
  }
}

/**
 * Puts files in force as the owner of the database, past the two administrators: for an upgrade whose words changed, or
 * when an office is vacant. Nothing when they are in force already.
 */
export function adoptOffline(
  { db, clock, vocabulary }: Keeping,
  files: readonly RuleFile[],
  reason: string,
): Promise<RuleVersion | undefined> {
  const now = clock.now()
  ruleSetIn(files, vocabulary)
  return db.transaction({ duty: 'rules' }, now, async (tx) => {
    await lockRules(tx)
    if ((await versionInForce(tx))?.digest === digestOfFiles(files)) return undefined
    return adopt(tx, { files, how: 'adopted_offline', reason, now })
  })
}

/** The version in force now, for a process that heard of a change; nothing when it is the one it has. */
export function rulesInForce({ db, clock, vocabulary }: Keeping, known: string): Promise<InForce | undefined> {
  return db.transaction({ duty: 'rules' }, clock.now(), async (tx) => {
    const current = await versionInForce(tx)
    if (!current || current.digest === known) return undefined
    return { digest: current.digest, ...ruleSetIn(await filesOf(tx, current.digest), vocabulary) }
  })
}

/**
 * The permission rules that were in force at an instant; nothing where none were kept yet, or this program no longer
 * reads their words. Of a version they are all that counts for who could do what, with files on sharing or without.
 */
export function rulesInForceAt({ db, clock, vocabulary }: Keeping, at: Date): Promise<readonly Rule[] | undefined> {
  return db.transaction({ duty: 'rules' }, clock.now(), async (tx) => {
    const version = await versionAt(tx, at)
    if (!version) return undefined
    try {
      return permissionsIn(await filesOf(tx, version.digest), vocabulary)
    } catch (error) {
      if (error instanceof RuleFileError) return undefined
      throw error
    }
  })
}

/** Looks at files that changed while the hub runs; answers what is wrong with them, if anything. Nothing comes into force. */
export async function seeFiles(
  { db, clock, vocabulary }: Keeping,
  read: () => readonly RuleFile[],
): Promise<{ readonly digest: string } | { readonly problems: readonly FileProblem[] }> {
  const now = clock.now()
  const found = problemsOf(() => {
    const files = read()
    ruleSetIn(files, vocabulary)
    return { files }
  })
  await db.transaction({ duty: 'rules' }, now, async (tx) => {
    await lockRules(tx)
    await see(tx, found, now)
  })
  return 'files' in found ? { digest: digestOfFiles(found.files) } : found
}

type Found = { readonly files: readonly RuleFile[] } | { readonly problems: FileProblem[] }

function problemsOf(look: () => Found): Found {
  try {
    return look()
  } catch (error) {
    if (error instanceof RuleFileError) return { problems: [...error.problems] }
    throw error
  }
}

/** Written when it differs from what was found last, so that several processes over the same files write it once. */
async function see(tx: Tx, found: Found, now: Date): Promise<void> {
  const digest = 'files' in found ? await keepFiles(tx, found.files, now) : null
  const problems = 'problems' in found ? found.problems : null
  const last = await lastSighting(tx)
  if (last && last.digest === digest && JSON.stringify(last.problems) === JSON.stringify(problems)) return
  await insertSighting(tx, { at: now, digest, problems })
}

/** Puts files in force without two administrators: said in the log as such. */
async function adopt(
  tx: Tx,
  given: {
    readonly files: readonly RuleFile[]
    readonly how: 'adopted' | 'adopted_offline'
    readonly reason: string | null
    readonly now: Date
  },
): Promise<RuleVersion> {
  const { files, how, reason, now } = given
  const digest = await keepFiles(tx, files, now)
  const version = await enforce(tx, { digest, how, reason, changeId: null, inForceFrom: now })
  await appendEntry(tx, {
    id: newId<EntryId>(),
    at: now,
    act: 'rules.adopt',
    outcome: 'done',
    subject: { kind: 'RuleVersion', id: version.id },
    facts: { version: version.serial, digest: shortDigest(digest), how },
  })
  return version
}

/** From commit on these are the rules, in every process. */
export async function enforce(tx: Tx, next: Omit<RuleVersion, 'id' | 'serial'>): Promise<RuleVersion> {
  const before = await versionInForce(tx)
  const version = { ...next, id: newId<RuleVersionId>(), serial: (before?.serial ?? 0) + 1 }
  await insertVersion(tx, version)
  await tellAccessChanged(tx, { kind: 'Rules', id: version.id })
  return version
}
