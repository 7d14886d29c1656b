import type { Tx } from '@lianban/db'
import { boundIn, type CanonicalDocument } from '@lianban/dossier'
import type { QuotationId, SectionId, Sentence } from '@lianban/kernel'
import { type AgencyCard, agencyCards } from '../agencies/index.ts'
import type { HandlingCode } from '../classification.ts'
import type { ExportPurpose } from '../export-purposes.ts'
import type { Hub } from '../hub.ts'
import { barsTo } from '../measures/index.ts'
import type { Consent } from './quotation.ts'
import { originsOf } from './store.ts'

type Asked = { readonly hub: Hub; readonly tx: Tx; readonly purpose: ExportPurpose }

export type Obstacle = {
  readonly sectionId: SectionId
  readonly quotationId: QuotationId
  /** Nothing where the quotation cannot be traced to its clue. */
  readonly handlingCode: HandlingCode | null
  /** What the rules say of it. */
  readonly because: readonly Sentence[]
  readonly askAgency: AgencyCard | null
  readonly consent: Consent | null
}

/**
 * What keeps these sections from being taken out for the purpose: quotations whose handling code bars it and whose
 * originator has not consented, each with whom to ask. A quotation that cannot be traced is one too.
 */
export async function exportObstacles(
  { hub, tx, purpose }: Asked,
  sections: readonly { readonly id: SectionId; readonly document: CanonicalDocument }[],
): Promise<Obstacle[]> {
  const quoted = sections.flatMap(({ id: sectionId, document }) =>
    boundIn(document)
      .filter(({ kind }) => kind === 'quotation' || kind === 'goods')
      .map(({ recordId }) => ({ sectionId, quotationId: recordId as QuotationId })),
  )
  if (!quoted.length) return []
  const found = await originsOf(
    tx,
    quoted.map(({ quotationId }) => quotationId),
    purpose,
  )
  const origins = new Map(found.map((origin) => [origin.quotationId, origin]))
  const agencies = await agencyCards(
    tx,
    found.map(({ ownerAgencyId }) => ownerAgencyId),
  )
  return quoted.flatMap(({ sectionId, quotationId }): Obstacle[] => {
    const origin = origins.get(quotationId)
    if (!origin) return [{ sectionId, quotationId, handlingCode: null, because: [], askAgency: null, consent: null }]
    const { handlingCode, consent, ownerAgencyId } = origin
    const because = barsTo(hub.measures.exports, { purpose, handlingCode }).map(({ says }) => says)
    if (!because.length || consent?.state === 'given') return []
    return [{ sectionId, quotationId, handlingCode, because, askAgency: agencies.get(ownerAgencyId)!, consent }]
  })
}
