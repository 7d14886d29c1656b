import { AgencyId } from '@lianban/kernel'
import { z } from 'zod'
import { list } from '../query.ts'
import { postsOf } from './store.ts'

/** The posts that an agency shows to whoever it has an agreement in force with; nothing to anybody else. */
export const listPosts = list({
  name: 'agency.posts',
  input: z.strictObject({ agencyId: AgencyId }),
  run: async ({ input, tx }) => ({ items: await postsOf(tx, input.agencyId) }),
})
