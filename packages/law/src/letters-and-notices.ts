export { filledIn, lettersOf } from './letter.ts'
export { leavesAt, noticesOf } from './notices.ts'
