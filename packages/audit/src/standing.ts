import type { Tx } from '@lianban/db'
import { sql } from 'drizzle-orm'
import { base64Of } from './bytes.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { parseNote } from './note.ts'
import { newestCheckpoint } from './read-log.ts'
import type { Trust } from './trust.ts'
import { confirmedCheckpoint } from './witnessing.ts'

/** A head as people compare it: how many entries, and the root over them as checkpoints write it. */
export type ShownHead = { readonly size: number; readonly root: string; readonly note: string }

/** Two heads of the log that cannot both be true, as the witness saw them. */
export type RaisedDispute = {
  readonly id: string
  readonly witness: string
  readonly agency: string | null
  readonly held: ShownHead
  readonly offered: ShownHead
  readonly at: Date
}

/** How the log stands with those who watch it: what is confirmed, and what each of them cosigned last. */
export async function standingOf(tx: Tx, trust: Trust) {
  const newest = await newestCheckpoint(tx)
  const confirmed = await confirmedCheckpoint(tx, trust)
  const { rows } = await tx.execute<{ witness: string; size: string; at: string }>(sql`
    select distinct on (witness) witness, size, cosigned_at as at from audit_cosignatures order by witness, size desc`)
  const last = new Map(rows.map(({ witness, size, at }) => [witness, { size: Number(size), at: new Date(at) }]))
  return {
    log: trust.log.name,
    newest: newest ? shownHead(newest.note) : null,
    confirmed: confirmed
      ? { size: confirmed.checkpoint.size, cosigned: confirmed.checkpoint.cosigned, note: confirmed.note }
      : null,
    witnesses: trust.witnesses.map(({ agency, key }) => ({
      agency,
      name: key.name,
      keyId: key.keyId,
      isSm2: key.kind === 'witness-sm2',
      last: last.get(key.name) ?? null,
    })),
    quorum: trust.quorum,
  }
}

/** What witnesses refused, the newest first, for whoever verifies the log. */
export async function disputesIn(tx: Tx, trust: Trust, since: Date): Promise<RaisedDispute[]> {
  const { rows } = await tx.execute<{ id: string; witness: string; held: string; offered: string; raised_at: string }>(
    sql`select id, witness, held, offered, raised_at from audit_disputes where raised_at >= ${since} order by raised_at desc, id limit 100`,
  )
  return rows.map(({ id, witness, held, offered, raised_at }) => ({
    id,
    witness,
    agency: trust.witnesses.find(({ key }) => key.name === witness)?.agency ?? null,
    held: shownHead(held),
    offered: shownHead(offered),
    at: new Date(raised_at),
  }))
}

/** Whatever was kept is shown, even if it can no longer be read. */
function shownHead(note: string): ShownHead {
  const parsed = parseNote(note)
  const checkpoint = parsed && parseCheckpoint(parsed.text)
  return { size: checkpoint?.size ?? 0, root: checkpoint ? base64Of(checkpoint.rootHash) : '?', note }
}
