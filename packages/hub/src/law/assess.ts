import { assess, Facts } from '@lianban/law'
import { list } from '../query.ts'

/** What a matter is by the thresholds, for officers of any agency: it reads no record and leaves none. */
export const assessMatter = list({
  name: 'law.assess',
  input: Facts,
  run: async ({ input, hub }) => assess(hub.law, input),
})
