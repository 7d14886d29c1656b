import type { Ceilings } from './ceilings.ts'
import type { EmergencyMeasures } from './emergency.ts'
import type { ExportBar } from './export-bars.ts'
import type { Periods } from './periods.ts'
import type { ReaderMeasures } from './readers.ts'
import type { Warning } from './warnings.ts'

/** What the files in `policies/sharing` say of every share and export, beside the rules that share by themselves. */
export type Measures = {
  readonly ceilings: Ceilings
  readonly emergency: EmergencyMeasures
  readonly exports: readonly ExportBar[]
  readonly periods: Periods
  readonly readers: ReaderMeasures
  readonly warnings: readonly Warning[]
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
    get exports() {
      return present.exports
    },
    get periods() {
      return present.periods
    },
    get readers() {
      return present.readers
    },
    get warnings() {
      return present.warnings
    },
    replace(next) {
      present = next
    },
  }
}
