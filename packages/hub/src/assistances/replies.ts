import type { Tx } from '@lianban/db'
import type { AssistanceId, EvidenceId } from '@lianban/kernel'
import { assistanceStateOf, type Law } from '@lianban/law'
import { eq } from 'drizzle-orm'
import type { Receipt } from './assistance.ts'
import { evidenceReplies } from './table.ts'

/** The steps that answer what was asked: those with which something may come along. */
const answers = ({ assistance }: Law, receipts: readonly Receipt[]) => {
  const moves = assistance.moves.filter(({ asks }) => asks.includes('items')).map(({ id }) => id)
  return receipts.filter(({ move }) => moves.includes(move))
}

/** What the asking side may take as evidence: an answer in part as it came, the whole one once it was confirmed. */
export function acceptedReplies(law: Law, receipts: readonly Receipt[]): Receipt[] {
  const brings = (receipt: Receipt | undefined) => receipt && assistanceStateOf(law, receipt.standing)
  const next = ({ version }: Receipt) => receipts.find((one) => one.version === version + 1)
  return answers(law, receipts).filter((one) => brings(one) !== 'replied' || brings(next(one)) === 'closed')
}

/** Which answers are evidence already, by the step of the request. */
export async function takenReplies(tx: Tx, id: AssistanceId): Promise<ReadonlyMap<number, EvidenceId>> {
  const rows = await tx.select().from(evidenceReplies).where(eq(evidenceReplies.assistanceId, id))
  return new Map(rows.map(({ version, itemId }) => [version, itemId]))
}
