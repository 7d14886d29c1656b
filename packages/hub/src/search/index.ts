export { searchAll } from './all.ts'
export { giveWords } from './give-words.ts'
