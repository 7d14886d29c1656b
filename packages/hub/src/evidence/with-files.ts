export { attachFile } from './attach.ts'
export { compareEvidence } from './compare.ts'
export { detachFile } from './detach.ts'
export { evidenceLinks } from './links.ts'
