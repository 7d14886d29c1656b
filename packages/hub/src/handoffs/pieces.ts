import type { Tx } from '@lianban/db'
import { canonicalDocument, textOf } from '@lianban/dossier'
import type { AgencyId } from '@lianban/kernel'
import type { KindOfHandoff } from '@lianban/law'
import type { Officer } from '@lianban/policy'
import { type CaseRow, eventsOf, figuresOf } from '../cases/index.ts'
import { type ClueRow, cluesOfCase, hiddenInClue } from '../clues/index.ts'
import { type SectionRow, sectionsOf } from '../dossiers/index.ts'
import type { Hub } from '../hub.ts'
import type { Piece } from './package.ts'

type Given = { hub: Hub; tx: Tx; officer: Officer; now: Date }
type Part = KindOfHandoff['holds'][number]

/**
 * The case as it stands now, in the parts that the kind takes along: case record, clues, figures, and those sections
 * that the officer may read and that are not closed to the receiver.
 */
export async function piecesOfCase(
  given: Given,
  ofCase: CaseRow,
  holds: readonly Part[],
  to: AgencyId,
): Promise<Piece[]> {
  const make: Record<Exclude<Part, 'transfer_letter'>, () => Promise<Piece[]>> = {
    case_record: async () => [await recordPiece(given.tx, ofCase)],
    figures: async () => [
      { kind: 'figures', recordId: ofCase.id, title: '数量与金额清单', value: await figuresOf(given.tx, ofCase.id) },
    ],
    clue: () => cluePieces(given, ofCase),
    dossier_section: () => sectionPieces(given, ofCase, to),
  }
  const pieces: Piece[] = []
  for (const part of holds) if (part !== 'transfer_letter') pieces.push(...(await make[part]()))
  return pieces
}

export function clueAsPiece(given: Given, row: ClueRow & { readonly passesOn?: boolean }): Piece {
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
}

async function recordPiece(tx: Tx, ofCase: CaseRow): Promise<Piece> {
  const {
    grants: _grants,
    ownerAgency: _owner,
    agreements: _agreed,
    taskForceSeats: _seats,
    readers: _readers,
    isRestricted: _kept,
    ...record
  } = ofCase
  return {
    kind: 'case_record',
    recordId: ofCase.id,
    title: `案件登记信息 ${ofCase.number}`,
    value: { ...record, events: await eventsOf(tx, ofCase.id) },
  }
}

async function cluePieces(given: Given, ofCase: CaseRow): Promise<Piece[]> {
  const { hub, tx, officer } = given
  const rows = (await cluesOfCase(tx, ofCase.id)).filter(
    (clue) => hub.policy.allows(officer, 'read', 'Clue', clue) && clue.passesOn && clue.handlingCode !== 'no_onward',
  )
  return rows.map((row) => clueAsPiece(given, row))
}

async function sectionPieces({ hub, tx, officer }: Given, ofCase: CaseRow, to: AgencyId): Promise<Piece[]> {
  const sections = (await sectionsOf(tx, ofCase)).filter(
    (section) => hub.policy.allows(officer, 'read', 'Section', section) && isOpenTo(to, section),
  )
  const written = await hub.sections.read(
    tx,
    sections.map(({ id }) => id),
  )
  return sections.map((section) => {
    const update = written.get(section.id)!
    return {
      kind: 'dossier_section',
      recordId: section.id,
      title: `卷宗 ${section.title}`,
      value: { title: section.title, document: canonicalDocument(update), text: textOf(update) },
    }
  })
}

const isOpenTo = (agencyId: AgencyId, section: SectionRow): boolean =>
  section.audience === 'case' || section.members.some((member) => member.agencyId === agencyId)
