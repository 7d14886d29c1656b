import { GrantId } from '@lianban/kernel'
import { z } from 'zod'
import { find } from '../query.ts'
import { lockEmergency } from './store.ts'
import { emergencySummaries } from './summaries.ts'

/** One emergency access with what both sides wrote about it. */
export const findEmergencyPage = find({
  name: 'emergency.find',
  on: 'Emergency',
  input: z.strictObject({ emergencyId: GrantId }),
  about: ({ emergencyId }) => emergencyId,
  isLogged: false,
  subject: ({ tx, input }) => lockEmergency(tx, input.emergencyId),
  run: async ({ subject, officer, tx, now, hub }) =>
    (await emergencySummaries(tx, [subject], { officer, hub, now }))[0]!,
})
