import type { AgencyKind } from '@lianban/identity'
import { happened } from '../clocks/index.ts'
import { startOfDayInChina } from '../time-in-china.ts'
import type { Clue } from './clue.ts'

export type Telling = Parameters<typeof happened>[0]

/** Whether the law counts a time in which the officer's agency decides on what it was told. */
export const isCounted = ({ hub, officer }: Telling): boolean =>
  hub.law.tracks.tables.administrative.verifiedBy.some((kind) => kind === (officer.agencyKind as AgencyKind))

/** From the day of the report the agency has to decide whether it files; where only the month is known, from the entry. */
export async function tellReceived(given: Telling, { id, reportedOn, region }: Clue): Promise<void> {
  const { officer, now } = given
  const reported = reportedOn.length === 10 ? startOfDayInChina(reportedOn) : now
  const at = reported < now ? reported : now
  if (isCounted(given))
    await happened(given, {
      code: 'clue.received',
      at,
      matter: { kind: 'Clue', id },
      parties: { agency: officer.agencyId },
      region,
    })
}
