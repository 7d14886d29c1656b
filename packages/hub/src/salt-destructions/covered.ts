import { dueBefore, kindOfAct, type RetentionKind } from '../retention-kinds/index.ts'
import type { Cover } from './destruction.ts'

/** What no longer has to be kept of these kinds at an instant, act by act as the log knows them. */
export const coversOf = (kinds: readonly RetentionKind[], acts: readonly string[], now: Date): Cover[] =>
  [...Map.groupBy(acts, (act) => kindOfAct(kinds, act))].map(([kind, named]) => ({
    acts: named.toSorted(),
    before: dueBefore(kind, now).getTime(),
    whileCaseOpen: kind.whileCaseOpen,
  }))
