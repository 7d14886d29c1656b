export { giveWords } from './search/index.ts'
export { followSectionTexts } from './section-texts/index.ts'
