import { agencyKinds, agencyLevels } from '@lianban/identity'
import { type AgencyId, newId } from '@lianban/kernel'
import { z } from 'zod'
import { line, Region } from '../classification.ts'
import { command } from '../command.ts'
import { underDuty } from '../duty.ts'
import { findAgency, insertAgency, operatorId } from './store.ts'

const AgencyFields = z.object({
  slug: z.string().regex(/^[a-z0-9-]{2,40}$/),
  nameZh: line(60),
  nameEn: line(120),
  shortZh: line(20),
  shortEn: line(40),
  kind: z.enum(agencyKinds),
  level: z.enum(agencyLevels),
  region: Region,
  parentSlug: line(40).optional(),
  oidcIssuer: line(300).pipe(z.url({ protocol: /^https?$/ })),
  oidcClientId: line(100),
})

/** The operator enters an agency in the register, with the attributes that permission rules rely on. */
export const registerAgency = command({
  name: 'agency.register',
  on: 'Agency',
  input: AgencyFields,
  subject: async ({ tx }) => ({ id: newId<AgencyId>(), operatorId: await operatorId(tx) }),
  async run({ input, subject, tx, now }) {
    const { parentSlug, ...fields } = input
    const parentId = parentSlug ? (await findAgency(tx, { slug: parentSlug })).id : null
    await underDuty(tx, 'registration', () =>
      insertAgency(tx, { ...fields, id: subject.id, parentId, registeredAt: now }),
    )
    return { agencyId: subject.id }
  },
})
