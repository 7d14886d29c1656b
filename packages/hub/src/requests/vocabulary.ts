import type { SubjectDefinition } from '@lianban/policy'
import { eq } from 'drizzle-orm'
import { requestStates } from './request.ts'
import { accessRequests, requestTargets } from './table.ts'

export const requestVocabulary = {
  actions: ['read', 'ask', 'withdraw', 'decide'],
  fields: {
    officerId: { type: 'id', column: accessRequests.officerId },
    agencyId: { type: 'id', column: accessRequests.agencyId },
    state: { type: 'text', column: accessRequests.state, values: requestStates },
    lapsesAt: { type: 'time', column: accessRequests.lapsesAt },
  },
  relations: {
    // Which records are meant, and whose they are: an agency sees its own and nobody else’s.
    targets: {
      from: requestTargets,
      on: eq(requestTargets.requestId, accessRequests.id),
      fields: { ownerAgencyId: { type: 'id', column: requestTargets.ownerAgencyId } },
    },
  },
} satisfies SubjectDefinition
