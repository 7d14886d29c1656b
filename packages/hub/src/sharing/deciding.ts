export { approveGrant } from './approve.ts'
export { declineGrant } from './decline.ts'
export { extendGrant } from './extend.ts'
export { noteGrant } from './note.ts'
