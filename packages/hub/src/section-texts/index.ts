export { followSectionTexts } from './follow.ts'
export { sectionsSaying } from './saying.ts'
