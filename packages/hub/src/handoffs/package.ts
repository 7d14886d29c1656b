import type { Tx } from '@lianban/db'
import { canonicalDocument, textOf } from '@lianban/dossier'
import { canonicalJson } from '@lianban/kernel'
import { digestOf, sha256Hex } from '@lianban/kernel/digest'
import type { Officer } from '@lianban/policy'
import { type CaseRow, eventsOf, figuresOf } from '../cases/index.ts'
import { cluesOfCase, hiddenInClue } from '../clues/index.ts'
import { type SectionRow, sectionsOf } from '../dossiers/index.ts'
import type { Hub } from '../hub.ts'
import type { Handoff, PackageItem } from './handoff.ts'
import { refusals } from './refusals.ts'

type Piece = Pick<PackageItem, 'kind' | 'recordId' | 'title'> & { readonly value: unknown }

/**
 * Takes the case as it stands now: letter, case record, clues, figures, and those sections that the preparer may read
 * and that are not closed to the receiver. Each item keeps its bytes and their digest.
 */
export async function freeze(
  given: { hub: Hub; tx: Tx; officer: Officer; now: Date },
  letter: Pick<Handoff, 'number' | 'fromAgencyId' | 'toAgencyId' | 'legalBasis' | 'purpose'> & { note: string },
  ofCase: CaseRow,
): Promise<PackageItem[]> {
  const { hub, tx, officer, now } = given
  const {
    grants: _grants,
    ownerAgency: _owner,
    agreements: _agreed,
    taskForceSeats: _seats,
    readers: _readers,
    isRestricted: _kept,
    ...record
  } = ofCase
  const clues = (await cluesOfCase(tx, ofCase.id)).filter(
    (clue) => hub.policy.allows(officer, 'read', 'Clue', clue) && clue.passesOn && clue.handlingCode !== 'no_onward',
  )
  const sections = (await sectionsOf(tx, ofCase)).filter(
    (section) => hub.policy.allows(officer, 'read', 'Section', section) && isOpenTo(letter.toAgencyId, section),
  )
  const pieces: Piece[] = [
    {
      kind: 'transfer_letter',
      recordId: ofCase.id,
      title: `涉嫌犯罪案件移送书 ${letter.number}`,
      value: { ...letter, at: now },
    },
    {
      kind: 'case_record',
      recordId: ofCase.id,
      title: `案件登记信息 ${ofCase.number}`,
      value: { ...record, events: await eventsOf(tx, ofCase.id) },
    },
    { kind: 'figures', recordId: ofCase.id, title: '数量与金额清单', value: await figuresOf(tx, ofCase.id) },
    ...clues.map((row): Piece => {
      const {
        grants: _own,
        caseGrants: _case,
        ownerAgency: _owner,
        agreements: _agreed,
        passesOn: _link,
        readers: _knowing,
        isRestricted: _restricted,
        ...clue
      } = row
      const withheld = hiddenInClue(given, row).map((field) => [field, null])
      const value = { ...clue, ...Object.fromEntries(withheld) }
      return { kind: 'clue', recordId: clue.id, title: `线索 ${clue.number}`, value }
    }),
  ]
  const written = await hub.sections.read(
    tx,
    sections.map(({ id }) => id),
  )
  for (const section of sections) {
    const update = written.get(section.id)!
    pieces.push({
      kind: 'dossier_section',
      recordId: section.id,
      title: `卷宗 ${section.title}`,
      value: { title: section.title, document: canonicalDocument(update), text: textOf(update) },
    })
  }
  return pieces.map(({ value, ...piece }, i) => {
    const content = canonicalJson(value)
    return { ...piece, position: i + 1, content, digest: sha256Hex(content) }
  })
}

/** The one digest that every receipt is over: SHA-256 of the canonical list of the items' digests. */
export const packageDigestOf = (items: readonly PackageItem[]): string =>
  digestOf(items.map(({ position, kind, recordId, title, digest }) => ({ position, kind, recordId, title, digest })))

/** Before anybody signs, the package must still be what was frozen. */
export function assertIntact(items: readonly PackageItem[], packageDigest: string): void {
  const damaged = items.find((item) => sha256Hex(item.content) !== item.digest)
  if (damaged) throw refusals.packageDamaged(damaged.position)
  if (packageDigestOf(items) !== packageDigest) throw refusals.packageDamaged(0)
}

const isOpenTo = (agencyId: Handoff['toAgencyId'], section: SectionRow): boolean =>
  section.audience === 'case' || section.members.some((member) => member.agencyId === agencyId)
