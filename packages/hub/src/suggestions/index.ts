export { decideSuggestion, withdrawSuggestion } from './decide.ts'
export { listSuggestions } from './list.ts'
export { suggestChanges } from './suggest.ts'
