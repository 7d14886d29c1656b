import type { SignedIn } from '@lianban/identity'
import { newId } from '@lianban/kernel'
import { digestOf } from '@lianban/kernel/digest'
import type { Assistance, Receipt } from './assistance.ts'

type Taken = {
  readonly move: string
  readonly officer: SignedIn['officer']
  readonly now: Date
  /** The digest of the step before; of the letter for the first. */
  readonly before: string
} & Partial<
  Pick<
    Receipt,
    'note' | 'missing' | 'papers' | 'items' | 'ground' | 'amount' | 'unit' | 'namedOfficerId' | 'namedAgencyId'
  >
>

/** The receipt that brings a request where it now stands; its digest holds every step before it. */
export function asReceipt(next: Assistance, { move, officer, now, before, ...more }: Taken): Receipt {
  const said = {
    assistanceId: next.id,
    version: next.version,
    move,
    standing: next.standing,
    officerId: officer.id,
    agencyId: officer.agencyId,
    note: more.note ?? '',
    missing: more.missing ?? [],
    papers: more.papers ?? [],
    items: more.items ?? [],
    ground: more.ground ?? null,
    amount: more.amount ?? null,
    unit: more.unit ?? '',
    namedOfficerId: more.namedOfficerId ?? null,
    namedAgencyId: more.namedAgencyId ?? null,
  }
  return { ...said, id: newId(), digest: digestOf({ ...said, before, at: now }), givenAt: now }
}
