import type { AgencyCard, OfficerCard } from '../app/api-types.ts'
import { agencyShort, officerLine, postName } from '../app/domain-badges.tsx'
import { t } from './texts.ts'

type Sitting = { readonly agency: AgencyCard; readonly officer: OfficerCard | null }

/** Whose seat it is, in one line. */
export const seatName = ({ agency, officer }: Sitting): string =>
  officer ? officerLine(officer) : `${agencyShort(agency)} · ${t('wholeAgency')}`

/** The same beside the name of the agency. */
export const seatPost = ({ officer }: Pick<Sitting, 'officer'>): string =>
  officer ? postName(officer) : t('wholeAgency')
