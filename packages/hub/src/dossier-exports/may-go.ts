import type { CaseRow } from '../cases/index.ts'
import { exportObstacles } from '../quotations/index.ts'
import type { AskedDossier } from './asked.ts'
import { type DossierToTake, dossierToTake } from './dossier.ts'
import { heldBack } from './refusals.ts'

/** The dossier, as it stands or was sealed, once no quotation in it is kept from this purpose by its handling code. */
export async function dossierThatMayGo(
  reader: Parameters<typeof dossierToTake>[0],
  ofCase: CaseRow,
  asked: Pick<AskedDossier, 'sectionIds' | 'sealId' | 'purpose'>,
): Promise<DossierToTake> {
  const { hub, tx } = reader
  const dossier = await dossierToTake(reader, ofCase, asked)
  const open = dossier.sections.filter((section) => section.kind === 'open')
  const obstacles = await exportObstacles({ hub, tx, purpose: asked.purpose }, open)
  if (obstacles.length === 0) return dossier
  const agencies = obstacles.flatMap(({ askAgency }) => (askAgency ? [askAgency.shortZh] : []))
  throw heldBack(obstacles.length, [...new Set(agencies)])
}
