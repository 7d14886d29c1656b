import type { Tx } from '@lianban/db'
import { sha256 } from '@lianban/kernel/digest'
import { eq, lte } from 'drizzle-orm'
import type { SignInSecrets } from './providers.ts'
import { agencies, pendingSignIns } from './table.ts'

const minutesOpen = 10

const openSince = (now: Date): Date => new Date(now.getTime() - minutesOpen * 60_000)

export type Agency = typeof agencies.$inferSelect

export async function findAgency(tx: Tx, slug: string): Promise<Agency | undefined> {
  // Postgres cannot hold every text a stranger may send, so only what can be a slug is asked for.
  if (!/^[a-z0-9-]{2,40}$/.test(slug)) return undefined
  const [found] = await tx.select().from(agencies).where(eq(agencies.slug, slug))
  return found
}

/** Keeps what the callback will need, and drops what never came back. */
export async function keepPending(
  tx: Tx,
  pending: { agency: Agency; secrets: SignInSecrets; returnTo: string; now: Date },
): Promise<void> {
  const { agency, secrets, returnTo, now } = pending
  await tx.delete(pendingSignIns).where(lte(pendingSignIns.startedAt, openSince(now)))
  await tx.insert(pendingSignIns).values({
    stateHash: sha256(secrets.state),
    agencyId: agency.id,
    nonce: secrets.nonce,
    codeVerifier: secrets.codeVerifier,
    returnTo,
    startedAt: now,
  })
}

/** Takes the sign-in that left with this state. It is gone afterwards, whatever becomes of it. */
export async function takePending(tx: Tx, state: string, now: Date) {
  const [taken] = await tx
    .delete(pendingSignIns)
    .where(eq(pendingSignIns.stateHash, sha256(state)))
    .returning()
  if (!taken || taken.startedAt <= openSince(now)) return undefined
  const [agency] = await tx.select().from(agencies).where(eq(agencies.id, taken.agencyId))
  return agency && { ...taken, agency }
}
