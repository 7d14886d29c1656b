import { EvidenceId } from '@lianban/kernel'
import { evidenceKinds, parseQuantity, proceedings, quantityFlaw } from '@lianban/law'
import { z } from 'zod'
import { line, text } from '../classification.ts'
import { type EvidenceItem, origins } from './evidence-item.ts'
import { refusals } from './refusals.ts'

export const Instant = z.iso.datetime({ offset: true })

/** What an officer writes about an item. What may be missing in life may be missing here: the checklist says so. */
export const EvidenceFields = z.object({
  kind: z.enum(evidenceKinds),
  proceeding: z.enum(proceedings),
  name: line(120),
  description: text(2000),
  origin: z.enum(origins),
  parentId: EvidenceId.optional(),
  instrument: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional(),
  instrumentNumber: text(80),
  collectedFrom: Instant,
  collectedUntil: Instant,
  place: text(200),
  source: text(400),
  collectors: z.array(line(40)).min(1).max(20),
  /** With its unit, such as 30 条; left empty where nothing is counted. */
  quantity: text(60),
  facts: z
    .array(z.strictObject({ fact: line(40), value: z.union([z.boolean(), z.int().min(0).max(1e6), text(500)]) }))
    .max(80),
  keptAt: line(200),
})
export type EvidenceFields = z.infer<typeof EvidenceFields>

type Counted = Pick<EvidenceItem, 'dimension' | 'amount'>

/** A count with its unit, or nothing; money is no count of things. */
export function countedAs(written: string): Counted {
  if (written === '') return { dimension: null, amount: null }
  const flaw = quantityFlaw(written)
  const read = parseQuantity(written)
  if (flaw || typeof read === 'string') throw refusals.quantityUnfit(flaw!)
  return read
}

/** Times in their order and in the past. */
export function timesOf(
  { collectedFrom, collectedUntil }: Pick<EvidenceFields, 'collectedFrom' | 'collectedUntil'>,
  now: Date,
) {
  const [from, until] = [new Date(collectedFrom), new Date(collectedUntil)]
  if (until < from || until > now) throw refusals.timesUnfit()
  return { collectedFrom: from, collectedUntil: until }
}
