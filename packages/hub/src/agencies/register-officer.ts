import { roles } from '@lianban/identity'
import { newId, type OfficerId } from '@lianban/kernel'
import { z } from 'zod'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { underDuty } from '../duty.ts'
import { mixesDuties } from './agency.ts'
import { rolesMixed } from './refusals.ts'
import { findAgency, insertOfficer, operatorId } from './store.ts'

/** The operator enters an officer, by post and roles; the agency's own provider says who signs in. */
export const registerOfficer = command({
  name: 'agency.registerOfficer',
  on: 'Agency',
  input: z.object({
    agencySlug: line(40),
    subject: line(200),
    postZh: line(40),
    postEn: line(80),
    roles: z.array(z.enum(roles)).min(1).max(roles.length),
  }),
  subject: async ({ input, tx }) => ({
    id: (await findAgency(tx, { slug: input.agencySlug })).id,
    operatorId: await operatorId(tx),
  }),
  async run({ input, subject, tx, now }) {
    const { agencySlug: _, ...fields } = input
    if (mixesDuties(fields.roles)) throw rolesMixed()
    const officerId = newId<OfficerId>()
    await underDuty(tx, 'registration', () =>
      insertOfficer(tx, { ...fields, id: officerId, agencyId: subject.id, state: 'active', registeredAt: now }),
    )
    return { officerId }
  },
})
