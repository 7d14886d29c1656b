import type { Tx } from '@lianban/db'
import { boundIn, type CanonicalDocument, canonicalDocument } from '@lianban/dossier'
import type { SignedIn } from '@lianban/identity'
import { type SectionId, unseen } from '@lianban/kernel'
import { digestOf } from '@lianban/kernel/digest'
import { type AgencyCard, agencyCards } from '../agencies/index.ts'
import { boundRecords } from '../bound-records/index.ts'
import type { CaseRow } from '../cases/index.ts'
import { type SectionRow, sectionsOf } from '../dossiers/index.ts'
import type { Hub } from '../hub.ts'

type Reader = {
  readonly hub: Hub
  readonly tx: Tx
  readonly officer: SignedIn['officer']
  readonly now: Date
}

export type Shown = Awaited<ReturnType<typeof boundRecords>>[number]

/** A section as it goes out: what it says and the digest of that, or that it is there and not for whoever takes it out. */
export type TakenSection =
  | {
      readonly kind: 'open'
      readonly id: SectionId
      readonly place: number
      readonly title: string
      readonly document: CanonicalDocument
      readonly digest: string
    }
  | { readonly kind: 'withheld'; readonly place: number; readonly askAgency: AgencyCard }

export type TakenDossier = {
  readonly sections: readonly TakenSection[]
  /** The records that its blocks show, as far as they are shown to whoever takes it out. */
  readonly shown: ReadonlyMap<string, Shown>
  /** Over the digests of the sections in their order. */
  readonly digest: string
}

/** The sections asked for, or all: those that the reader may not read as places without a title, as in the outline. */
export async function sectionsToTake(
  { hub, tx, officer }: Reader,
  ofCase: CaseRow,
  sectionIds: readonly SectionId[] | undefined,
): Promise<{ all: SectionRow[]; open: SectionRow[]; wanted: ReadonlySet<SectionId> | undefined }> {
  const all = await sectionsOf(tx, ofCase)
  const readable = all.filter((row) => hub.policy.allows(officer, 'read', 'Section', row))
  const wanted = sectionIds && new Set(sectionIds)
  const open = readable.filter(({ id }) => !wanted || wanted.has(id))
  if (wanted && open.length < wanted.size) throw unseen()
  return { all, open, wanted }
}

export async function takenDossier(
  reader: Reader,
  { all, open, wanted }: Awaited<ReturnType<typeof sectionsToTake>>,
): Promise<TakenDossier> {
  const { hub, tx } = reader
  const written = await hub.sections.read(
    tx,
    open.map(({ id }) => id),
  )
  const owners = await agencyCards(
    tx,
    all.map(({ ownerAgencyId }) => ownerAgencyId),
  )
  const isOpen = new Set(open)
  const sections = all.flatMap((row, n): TakenSection[] => {
    const place = n + 1
    if (!isOpen.has(row)) return wanted ? [] : [{ kind: 'withheld', place, askAgency: owners.get(row.ownerAgencyId)! }]
    const document = canonicalDocument(written.get(row.id)!)
    return [{ kind: 'open', id: row.id, place, title: row.title, document, digest: digestOf(document) }]
  })
  const bound = sections.flatMap((section) => (section.kind === 'open' ? boundIn(section.document) : []))
  const shown = await boundRecords(reader, bound)
  return {
    sections,
    // Answered in the order asked; one that is withheld says no name of its own.
    shown: new Map(bound.map(({ kind, recordId }, n) => [`${kind} ${recordId}`, shown[n]!])),
    digest: digestOf(
      sections.flatMap((section) =>
        section.kind === 'open' ? [{ place: section.place, title: section.title, digest: section.digest }] : [],
      ),
    ),
  }
}
