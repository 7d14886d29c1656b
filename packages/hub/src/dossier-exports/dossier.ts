import type { Tx } from '@lianban/db'
import { boundIn, type CanonicalDocument, canonicalDocument } from '@lianban/dossier'
import type { SignedIn } from '@lianban/identity'
import { type SealId, type SectionId, unseen } from '@lianban/kernel'
import { digestOf } from '@lianban/kernel/digest'
import { type AgencyCard, agencyCards } from '../agencies/index.ts'
import { boundRecords } from '../bound-records/index.ts'
import type { CaseRow } from '../cases/index.ts'
import { sectionsOf } from '../dossiers/index.ts'
import type { Hub } from '../hub.ts'
import { lastSealed, sealedVersion } from '../seals/index.ts'
import type { AskedDossier } from './asked.ts'
import { refusals } from './refusals.ts'

export type Reader = {
  readonly hub: Hub
  readonly tx: Tx
  readonly officer: SignedIn['officer']
  readonly now: Date
}

export type Shown = Awaited<ReturnType<typeof boundRecords>>[number]

type OpenSection = {
  readonly kind: 'open'
  readonly id: SectionId
  readonly place: number
  readonly title: string
  readonly document: CanonicalDocument
  readonly digest: string
}

/** A section as it goes out: what it says and the digest of that, or that it is there and not for whoever takes it out. */
export type TakenSection =
  | OpenSection
  | {
      readonly kind: 'withheld'
      readonly place: number
      readonly askAgency: AgencyCard
      /** Of a sealed version, the digest that the signed one is over. */
      readonly digest?: string
    }

type Signatures = Awaited<ReturnType<typeof sealedVersion>>['signatures']

/** A dossier as it stands or as it was sealed, as far as an officer may take it out. */
export type DossierToTake = {
  readonly sections: readonly TakenSection[]
  /** Over the digests of the sections in their order; of a sealed version, what was signed. */
  readonly digest: string
  readonly sealed:
    | { readonly kind: 'this'; readonly number: number; readonly signatures: Signatures }
    | { readonly kind: 'earlier'; readonly number: number; readonly digest: string; readonly at: Date }
    | undefined
}

/** The sections asked for, or all: those that the reader may not read as places without a title, as in the outline. */
export const dossierToTake = (
  reader: Reader,
  ofCase: CaseRow,
  { sealId, sectionIds }: Pick<AskedDossier, 'sealId' | 'sectionIds'>,
): Promise<DossierToTake> => {
  const wanted = sectionIds && new Set(sectionIds)
  return sealId ? asSealed(reader, ofCase, sealId, wanted) : asItStands(reader, ofCase, wanted)
}

async function asItStands(
  { hub, tx, officer }: Reader,
  ofCase: CaseRow,
  wanted: ReadonlySet<SectionId> | undefined,
): Promise<DossierToTake> {
  const all = await sectionsOf(tx, ofCase)
  const readable = all.filter((row) => hub.policy.allows(officer, 'read', 'Section', row))
  const open = new Set(chosenOf(readable, wanted))
  const ids = [...open].map(({ id }) => id)
  const written = await hub.sections.read(tx, ids)
  const owners = await agencyCards(
    tx,
    all.map(({ ownerAgencyId }) => ownerAgencyId),
  )
  const sections = all.flatMap((row, n): TakenSection[] => {
    const place = n + 1
    if (!open.has(row)) return wanted ? [] : [{ kind: 'withheld', place, askAgency: owners.get(row.ownerAgencyId)! }]
    const document = canonicalDocument(written.get(row.id)!)
    return [{ kind: 'open', id: row.id, place, title: row.title, document, digest: digestOf(document) }]
  })
  const last = await lastSealed(tx, ofCase.id)
  return {
    sections,
    digest: digestOf(
      sections.flatMap((section) =>
        section.kind === 'open' ? [{ place: section.place, title: section.title, digest: section.digest }] : [],
      ),
    ),
    sealed: last && { kind: 'earlier', ...last },
  }
}

/** What all have signed, and only if it is still what they signed. */
async function asSealed(
  { hub, tx, officer }: Reader,
  ofCase: CaseRow,
  sealId: SealId,
  wanted: ReadonlySet<SectionId> | undefined,
): Promise<DossierToTake> {
  const version = await sealedVersion({ hub, tx, officer }, ofCase.id, sealId)
  if (version.state !== 'sealed') throw refusals.notSealed
  if (!version.isWhole || version.sections.some((one) => one.kind === 'open' && !one.isIntact))
    throw refusals.sealBroken
  const readable = version.sections.flatMap((one) => (one.kind === 'open' ? [{ ...one, id: one.sectionId }] : []))
  const open = new Set(chosenOf(readable, wanted).map(({ id }) => id))
  const sections = version.sections.flatMap((one): TakenSection[] => {
    const { position: place, digest } = one
    if (one.kind === 'withheld') return wanted ? [] : [{ kind: 'withheld', place, askAgency: one.askAgency, digest }]
    if (!open.has(one.sectionId)) return []
    return [{ kind: 'open', id: one.sectionId, place, title: one.title, document: one.document, digest }]
  })
  const { number, signatures, digest } = version
  return { sections, digest, sealed: { kind: 'this', number, signatures } }
}

function chosenOf<Row extends { readonly id: SectionId }>(
  readable: readonly Row[],
  wanted: ReadonlySet<SectionId> | undefined,
): readonly Row[] {
  const chosen = readable.filter(({ id }) => !wanted || wanted.has(id))
  if (wanted && chosen.length < wanted.size) throw unseen()
  return chosen
}

/** The records that the blocks show, as far as they are shown to whoever takes them out. */
export async function shownIn(reader: Reader, sections: readonly TakenSection[]): Promise<ReadonlyMap<string, Shown>> {
  const bound = sections.flatMap((section) => (section.kind === 'open' ? boundIn(section.document) : []))
  const shown = await boundRecords(reader, bound)
  // Answered in the order asked; one that is withheld says no name of its own.
  return new Map(bound.map(({ kind, recordId }, n) => [`${kind} ${recordId}`, shown[n]!]))
}
