export { castOf } from './author-cards.ts'
export { sectionAuthorship } from './authorship.ts'
export { exportAuthorship } from './export.ts'
