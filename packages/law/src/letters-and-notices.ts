export { filledIn, lettersOf } from './letter.ts'
export { afterDuty, dutyHoursOf, leavesAt, noticesOf } from './notices.ts'
