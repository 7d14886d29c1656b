import type { Tx } from '@lianban/db'
import { GrantId, stale, type TaskForceId } from '@lianban/kernel'
import { z } from 'zod'
import { tellAccessChanged } from '../access-changed.ts'
import { command } from '../command.ts'
import { underDuty } from '../duty.ts'
import { extended, isLive, saveGrant } from '../grants/index.ts'
import { needsFourEyes } from '../measures/index.ts'
import { findTaskForce } from '../seats/index.ts'
import { grantWithCase, recordOf } from './grant-with-case.ts'
import { beyondTaskForce, notLater, notLive } from './refusals.ts'
import { assertCarried } from './terms.ts'
import { assertWithinParent } from './within-parent.ts'

/** The owner lets a grant last longer, within its agreement; where it takes two officers, once the second one agrees. */
export const extendGrant = command({
  name: 'grant.extend',
  on: 'Grant',
  input: z.object({ grantId: GrantId, expectedVersion: z.int().positive(), expiresAt: z.iso.datetime() }),
  about: ({ grantId }) => grantId,
  subject: ({ tx, input }) => grantWithCase(tx, input.grantId),
  async run({ input, subject: { caseId: _, ...grant }, officer, tx, now, hub }) {
    if (grant.version !== input.expectedVersion) throw stale({ expected: input.expectedVersion, found: grant.version })
    if (!isLive(grant, now)) throw notLive()
    const until = new Date(input.expiresAt)
    if (until <= grant.expiresAt) throw notLater()
    const record = await recordOf(tx, grant)
    const asked = { ...grant, expiresAt: until }
    await assertCarried(tx, record, asked, { hub, now })
    if (grant.taskForceId && until > (await forceUntil(tx, grant.taskForceId))) throw beyondTaskForce()
    const parent = record.row.grants.find((one) => one.id === grant.parentGrantId)
    if (parent) assertWithinParent(parent, asked)
    const waits = needsFourEyes(hub.measures.ceilings, record.row.label)
    await saveGrant(tx, extended(grant, until, { officerId: officer.id, at: now, waits }))
    await tellAccessChanged(tx, record)
    return { version: grant.version + 1, waits }
  },
  facts: ({ subject }) => ({ agency: subject.granteeAgencyId, level: subject.level }),
})

/** The owner of a record need not sit in the task force that it was given to. */
const forceUntil = (tx: Tx, id: TaskForceId): Promise<Date> =>
  underDuty(tx, 'sharing', async () => (await findTaskForce(tx, id)).until)
