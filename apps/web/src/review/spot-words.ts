import { clockTime, type Spot } from './spot.ts'
import { t } from './texts.ts'

/** A place in a file as it is cited. */
export function spotWords({ page, second }: Spot, file: string): string {
  if (page !== undefined) return t('spotPage', { file, page })
  return second === undefined ? t('spotFile', { file }) : t('spotSecond', { file, at: clockTime(second) })
}
