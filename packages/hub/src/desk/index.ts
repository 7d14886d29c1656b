export { myDesk } from './mine.ts'
