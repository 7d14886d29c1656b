import type { SubjectDefinition } from '@lianban/policy'
import { circleOfRecord } from '../circles/index.ts'
import { grantRelation, recordKinds } from '../grants/index.ts'
import { proposalStates } from './proposal.ts'
import { opensRecord } from './store.ts'
import { proposals } from './table.ts'

export const proposalVocabulary = {
  actions: ['read', 'accept', 'discard', 'rebase', 'withdraw'],
  fields: {
    ownerAgencyId: { type: 'id', column: proposals.ownerAgencyId },
    agencyId: { type: 'id', column: proposals.agencyId },
    recordKind: { type: 'text', column: proposals.recordKind, values: recordKinds },
    state: { type: 'text', column: proposals.state, values: proposalStates },
  },
  relations: { access: grantRelation(opensRecord), circle: circleOfRecord(proposals.recordId) },
} satisfies SubjectDefinition
