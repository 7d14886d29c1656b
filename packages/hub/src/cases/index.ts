export { type Case, type CaseRow, stages, withholdable as caseWithholdable } from './case.ts'
export { findCasePage } from './find.ts'
export { findCluePage } from './find-clue.ts'
export { caseSummaries, listCases } from './list.ts'
export { CaseFields, openCase } from './open.ts'
export { recordEvent } from './record-event.ts'
export { recordFigure } from './record-figure.ts'
export {
  amendCase,
  casesByIds,
  casesWhere,
  eventsOf,
  figuresOf,
  findCase,
  liftCaseRestriction,
  pageOfCases,
  saveCase,
} from './store.ts'
export { cases } from './table.ts'
export { caseVocabulary } from './vocabulary.ts'
export { hiddenInCase } from './withheld.ts'
export { caseWords, stageWords } from './words.ts'
