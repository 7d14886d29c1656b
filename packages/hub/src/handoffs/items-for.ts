import type { Tx } from '@lianban/db'
import { type CaseRow, findCase, hiddenInCase } from '../cases/index.ts'
import { cluesOfCase, hiddenInClue, type Reading } from '../clues/index.ts'
import { sectionsOf } from '../dossiers/index.ts'
import { orAbsent } from '../refused.ts'
import type { HandoffRow, PackageItem } from './handoff.ts'
import { itemsOf } from './store.ts'

/** An item of the package; of one that is closed to the reader only its kind and digest are left. */
export type ShownItem = Pick<PackageItem, 'position' | 'kind' | 'material' | 'digest'> & {
  readonly recordId: string | null
  readonly title: string | null
  readonly content: string | null
}

type Reader = Reading & { readonly tx: Tx }

/**
 * The package as the officer may read it: whoever handles it on either side reads all of it, and every officer of the
 * receiver sees what was given. Others see that every item was handed over, and open what they could open in the case.
 */
export async function itemsFor(reader: Reader, handoff: HandoffRow): Promise<ShownItem[]> {
  const items = await itemsOf(reader.tx, handoff.id)
  const may = (action: string) => Boolean(reader.hub.policy.allows(reader.officer, action, 'Handoff', handoff))
  if (may('open')) return items
  if (may('readList')) return items.map((item) => (item.kind === 'transfer_letter' ? item : { ...item, content: null }))
  const ofCase = handoff.caseId && (await findCase(reader.tx, handoff.caseId).catch(orAbsent))
  const isOpen = ofCase ? await originalsOpenTo(reader, ofCase) : isLetter
  return items.map((item) => (isOpen(item) ? item : { ...item, recordId: null, title: null, content: null }))
}

const isLetter = ({ kind }: PackageItem): boolean => kind === 'transfer_letter'

async function originalsOpenTo(reader: Reader, ofCase: CaseRow) {
  const { hub, tx, officer } = reader
  const readsCase = Boolean(hub.policy.allows(officer, 'read', 'Case', ofCase))
  const withheld = hiddenInCase(reader, ofCase)
  const clues = (await cluesOfCase(tx, ofCase.id)).filter(
    (clue) => hub.policy.allows(officer, 'read', 'Clue', clue) && hiddenInClue(reader, clue).length === 0,
  )
  const sections = (await sectionsOf(tx, ofCase)).filter((row) => hub.policy.allows(officer, 'read', 'Section', row))
  const open = new Set<string>([...clues, ...sections].map((row) => row.id))
  const isOpen: Record<PackageItem['kind'], (item: PackageItem) => boolean> = {
    transfer_letter: () => true,
    paper: () => readsCase,
    case_record: () => readsCase && !withheld.includes('summary') && !withheld.includes('events'),
    figures: () => readsCase && !withheld.includes('figures'),
    clue: (item) => open.has(item.recordId),
    dossier_section: (item) => open.has(item.recordId),
  }
  return (item: PackageItem) => isOpen[item.kind](item)
}
