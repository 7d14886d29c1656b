export { boundRecords, shownRecords } from './shown.ts'
