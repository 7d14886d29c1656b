export { closeCase } from './close.ts'
export { findClosing } from './find.ts'
export { reopenCase } from './reopen.ts'
