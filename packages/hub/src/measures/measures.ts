import type { Ceilings } from './ceilings.ts'
import type { EmergencyMeasures } from './emergency.ts'
import type { Periods } from './periods.ts'

/** What the files in `policies/sharing` say of every share, beside the rules that share by themselves. */
export type Measures = {
  readonly ceilings: Ceilings
  readonly emergency: EmergencyMeasures
  readonly periods: Periods
}

/** The measures that a process goes by, until others come into force. */
type MeasuresInForce = Measures & { replace(next: Measures): void }

export function makeMeasures(first: Measures): MeasuresInForce {
  let present = first
  return {
    get ceilings() {
      return present.ceilings
    },
    get emergency() {
      return present.emergency
    },
    get periods() {
      return present.periods
    },
    replace(next) {
      present = next
    },
  }
}
