import type { SubjectDefinition } from '@lianban/policy'
import { circleOfRecord } from '../circles/index.ts'
import { recordKinds } from '../grants/index.ts'
import { noticeKinds } from './notice.ts'
import { notices } from './table.ts'

export const noticeVocabulary = {
  actions: ['read', 'acknowledge', 'chase'],
  fields: {
    ownerAgencyId: { type: 'id', column: notices.ownerAgencyId },
    agencyId: { type: 'id', column: notices.agencyId },
    recipientId: { type: 'id', column: notices.recipientId },
    kind: { type: 'text', column: notices.kind, values: noticeKinds },
    recordKind: { type: 'text', column: notices.recordKind, values: recordKinds },
  },
  relations: { circle: circleOfRecord(notices.recordId) },
} satisfies SubjectDefinition
