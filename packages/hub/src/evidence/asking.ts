import type { SignedIn } from '@lianban/identity'
import { type Proceeding, powerHolders } from '@lianban/law'
import type { CaseRow } from '../cases/index.ts'
import { refusals } from './refusals.ts'

type Asker = SignedIn['officer']

/** Whom the powers of the law are asked about; a company or the operator has none. */
export function askingOf(
  { agencyKind }: Asker,
  { region }: Pick<CaseRow, 'region'>,
  proceeding: Proceeding,
): { holder: (typeof powerHolders)[number]; proceeding: Proceeding; region: string } {
  const holder = powerHolders.find((each) => each === agencyKind)
  if (!holder) throw refusals.noHolder()
  return { holder, proceeding, region }
}

/** In which proceedings an agency collects evidence at all. */
export const isCollector = ({ agencyKind }: Asker): boolean => powerHolders.some((each) => each === agencyKind)
