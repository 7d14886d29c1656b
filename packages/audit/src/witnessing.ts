import type { Database, Tx } from '@lianban/db'
import { newId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import { parseCheckpoint } from './checkpoint.ts'
import { formatNote, isSignedBy, parseNote, signatureLine, signatureOf } from './note.ts'
import { isProblem } from './proof-problems.ts'
import type { SignedHead } from './read-log.ts'
import { type ConfirmedCheckpoint, cosignedAt, openCheckpoint, type Trust } from './trust.ts'

/** Keeps a witness's cosignature of one of our checkpoints; answers whether it is one. */
export async function keepCosignature(db: Database, now: Date, trust: Trust, note: string): Promise<boolean> {
  const parsed = parseNote(note)
  const checkpoint = parsed && parseCheckpoint(parsed.text)
  const [signature, ...others] = parsed?.signatures ?? []
  if (!parsed || !checkpoint || !signature || others.length > 0) return false
  const witness = trust.witnesses.find(({ key }) => key.name === signature.name && key.keyId === signature.keyId)
  const at = witness && cosignedAt(parsed, signature, witness.key)
  if (!at) return false
  return db.transaction({ duty: 'witnessing' }, now, async (tx) => {
    const own = await checkpointOf(tx, checkpoint.size)
    if (parseNote(own ?? '')?.text !== parsed.text) return false
    await tx.execute(sql`insert into audit_cosignatures values (${checkpoint.size}, ${signature.name}, ${signatureLine(signature)}, ${at})
      on conflict do nothing`)
    return true
  })
}

/** Keeps two notes of this log that a witness found to contradict each other; answers whether both are the log's. */
export async function keepDispute(
  db: Database,
  now: Date,
  trust: Trust,
  { witness, held, offered }: { readonly witness: string; readonly held: string; readonly offered: string },
): Promise<boolean> {
  const isOwn = (note: string) => {
    const parsed = parseNote(note)
    return parsed !== undefined && parseCheckpoint(parsed.text) !== undefined && isSignedBy(parsed, trust.log)
  }
  if (!trust.witnesses.some(({ key }) => key.name === witness) || !isOwn(held) || !isOwn(offered)) return false
  await db.transaction({ duty: 'witnessing' }, now, (tx) =>
    tx.execute(sql`insert into audit_disputes values (${newId()}, ${witness}, ${held}, ${offered}, ${now})`),
  )
  return true
}

/** A checkpoint with the cosignatures that arrived for it, in the order in which a verifier wants them. */
export async function cosignedNote(tx: Tx, { size, note }: SignedHead, trust: Trust): Promise<string> {
  const { rows } = await tx.execute<{ line: string }>(sql`select line from audit_cosignatures where size = ${size}`)
  const parsed = parseNote(note)
  if (!parsed) throw new Error(`the checkpoint of ${size} entries is not a note`)
  const lines = rows.flatMap(({ line }) => signatureOf(line.trimEnd()) ?? [])
  const inOrder = trust.witnesses.flatMap(({ key }) =>
    lines.filter(({ name, keyId }) => name === key.name && keyId === key.keyId),
  )
  return formatNote({ text: parsed.text, signatures: [...parsed.signatures, ...inOrder] })
}

const looksBack = 200

/** The newest checkpoint that as many witnesses have cosigned as the policy asks for. */
export async function confirmedCheckpoint(
  tx: Tx,
  trust: Trust,
): Promise<{ readonly note: string; readonly checkpoint: ConfirmedCheckpoint } | undefined> {
  const isUnwatched = trust.quorum.length === 0
  const { rows } = await tx.execute<{ size: string; note: string }>(sql`
    select size, note from audit_checkpoints c
    where ${isUnwatched} or exists (select from audit_cosignatures s where s.size = c.size)
    order by size desc limit ${looksBack}`)
  for (const row of rows) {
    const note = await cosignedNote(tx, { size: Number(row.size), note: row.note }, trust)
    const checkpoint = openCheckpoint(note, trust)
    if (!isProblem(checkpoint)) return { note, checkpoint }
  }
  return undefined
}

async function checkpointOf(tx: Tx, size: number): Promise<string | undefined> {
  const { rows } = await tx.execute<{ note: string }>(sql`select note from audit_checkpoints where size = ${size}`)
  return rows[0]?.note
}
