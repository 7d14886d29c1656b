export { attachmentParts } from './attachment.ts'
export { compareFiles } from './compare.ts'
export { attachmentsInCase, attachmentsOf, type Compared, lastCompared } from './store.ts'
export { evidenceFileEnds, evidenceFiles } from './table.ts'
