export { type ClueExport, clueExports } from './clue-export.ts'
export { exportClue, findExportPage } from './export-clue.ts'
export { goodsWords } from './words.ts'
