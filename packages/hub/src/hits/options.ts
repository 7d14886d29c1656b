import { z } from 'zod'
import { list } from '../query.ts'
import { purposesOf } from './purposes.ts'

/** What an officer may give as the purpose of a question, and how many questions there are in an hour. */
export const hitOptions = list({
  name: 'hit.options',
  input: z.strictObject({}),
  run: async ({ officer, tx, now, hub: { limits } }) => ({
    purposes: await purposesOf(tx, officer.agencyId, now),
    limits,
  }),
})
