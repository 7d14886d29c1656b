export { searchAll } from './all.ts'
