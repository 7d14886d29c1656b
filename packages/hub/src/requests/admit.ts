import { AccessRequestId, SectionId, stale } from '@lianban/kernel'
import { z } from 'zod'
import { command } from '../command.ts'
import { admitToSection, sectionToOpen } from '../dossiers/index.ts'
import { noSuchTarget } from './refusals.ts'
import { lockRequest, settle } from './store.ts'

/** Whoever added a section opens it to the agency that asked; the section then shows to it like to its other members. */
export const admitRequest = command({
  name: 'request.admit',
  on: 'AccessRequest',
  action: 'decide',
  input: z.object({ requestId: AccessRequestId, expectedVersion: z.int().positive() }),
  about: ({ requestId }) => requestId,
  subject: async ({ tx, input }) => {
    const request = await lockRequest(tx, input.requestId)
    return { ...request, caseId: request.targets.find(({ sectionId }) => sectionId)?.recordId }
  },
  async run({ input, subject: { caseId: _caseId, ...request }, officer, tx, now, hub }) {
    if (request.version !== input.expectedVersion)
      throw stale({ expected: input.expectedVersion, found: request.version })
    const wanted = request.targets.find(({ sectionId }) => sectionId)?.sectionId
    if (!wanted) throw noSuchTarget()
    const section = await sectionToOpen(tx, SectionId.parse(wanted))
    hub.policy.decide(officer, 'restrict', 'Section', section)
    await admitToSection(tx, section, request.agencyId, now)
    const outcome = { state: 'granted' as const, declineReason: null, grantId: null }
    await settle(tx, request, { ...outcome, decidedBy: officer.id, decidedAt: now })
    return { requestId: request.id }
  },
  facts: ({ subject }) => ({ agency: subject.agencyId }),
})
