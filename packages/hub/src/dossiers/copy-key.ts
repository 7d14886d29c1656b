import { SectionId } from '@lianban/kernel'
import { z } from 'zod'
import { underDuty } from '../duty.ts'
import { find } from '../query.ts'
import { copySecret, findSection } from './store.ts'

/**
 * What the browser derives the key of its local copy from: given to whoever may read the section now, and to nobody
 * else. A copy that was left on a machine is unreadable as soon as the right is gone.
 */
export const sectionCopyKey = find({
  name: 'section.copyKey',
  on: 'Section',
  input: z.strictObject({ sectionId: SectionId }),
  about: ({ sectionId }) => sectionId,
  isLogged: false,
  subject: ({ tx, input }) => findSection(tx, input.sectionId),
  async run({ subject, officer, tx, now }) {
    const secret = await underDuty(tx, 'local-copies', () => copySecret(tx, officer.id, subject.id, now))
    return { secret: secret.toString('base64url') }
  },
})
