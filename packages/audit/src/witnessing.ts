import type { Database, Tx } from '@lianban/db'
import { newId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import { base64Of, bytesOf, utf8 } from './bytes.ts'
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

/** What a witness sends when it refuses: what it saw before and what it was offered, in a note that it signs. */
export const disputeText = ({ held, offered }: { readonly held: string; readonly offered: string }): string =>
  `lianban-dispute/1\n${base64Of(utf8(held))}\n${base64Of(utf8(offered))}\n`

export type Dispute = { readonly witness: string; readonly held: string; readonly offered: string }

/** Keeps the dispute that a known witness raised over two notes of this log; nothing of any other. */
export async function keepDispute(db: Database, now: Date, trust: Trust, note: string): Promise<Dispute | undefined> {
  const parsed = parseNote(note)
  const [signature, ...others] = parsed?.signatures ?? []
  const [, first, second] = /^lianban-dispute\/1\n(\S+)\n(\S+)\n$/.exec(parsed?.text ?? '') ?? []
  const witness = trust.witnesses.find(({ key }) => key.name === signature?.name && key.keyId === signature.keyId)
  if (!parsed || !signature || others.length > 0 || !witness || !first || !second) return undefined
  if (!cosignedAt(parsed, signature, witness.key)) return undefined
  const [held, offered] = [first, second].map((base64) => new TextDecoder().decode(bytesOf(base64)))
  if (!held || !offered || !isOwn(held, trust) || !isOwn(offered, trust)) return undefined
  await db.transaction({ duty: 'witnessing' }, now, (tx) =>
    tx.execute(sql`insert into audit_disputes values (${newId()}, ${witness.key.name}, ${held}, ${offered}, ${now})`),
  )
  return { witness: witness.key.name, held, offered }
}

function isOwn(note: string, trust: Trust): boolean {
  const parsed = parseNote(note)
  return parsed !== undefined && parseCheckpoint(parsed.text) !== undefined && isSignedBy(parsed, trust.log)
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
