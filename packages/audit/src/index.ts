export { appendEntry } from './append.ts'
export { type Entry, entryOf } from './entry.ts'
export { currentHead, type Head, lastEntryAt } from './head.ts'
export { inputDigest } from './input-digest.ts'
export { type EntryFilter, type ListedEntry, listEntries } from './list.ts'
export { leafHash, makeTree, nodeHash, type RightEdge, rootOf, type Tree } from './merkle.ts'
export type { Problem, ProblemCode } from './problems.ts'
export { consistencyProof, inclusionProof, verifyConsistency, verifyInclusion } from './proof.ts'
export { type Sequencer, startSequencer } from './sequencer.ts'
export {
  type LoggedEntry,
  type LogSource,
  type RecordedHead,
  type UnloggedEntry,
  type Verdict,
  verifyLog,
} from './verify.ts'
export { verifyDatabase } from './verify-database.ts'
