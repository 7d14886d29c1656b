export {
  type Clue,
  type ClueRow,
  clueKinds,
  clueSources,
  type Goods,
  methods,
  withholdable as clueWithholdable,
} from './clue.ts'
export { declineClue, tellDecided } from './decline.ts'
export { clueSummaries, listClues } from './list.ts'
export { ClueFields, recordClue } from './record.ts'
export * from './store.ts'
export { clues } from './table.ts'
export { type Verdict, verdicts } from './verdict.ts'
export { clueVocabulary } from './vocabulary.ts'
export { wellFormed } from './well-formed.ts'
export { hiddenInClue, mayPassOn, type Reading, withheldFromClue } from './withheld.ts'
export { clueWords } from './words.ts'
