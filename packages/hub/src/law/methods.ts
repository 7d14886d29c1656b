import { citationWords, isVerified, statusWords } from '@lianban/law'
import { z } from 'zod'
import { list } from '../query.ts'

/** The sources of prices in the order in which the law looks for them, with the goods that each is for. */
export const listPriceMethods = list({
  name: 'law.methods',
  input: z.strictObject({}),
  run: async ({ hub: { law } }) => ({
    methods: law.valuation.map(({ id, words, goods, basis, status }) => ({
      id,
      words,
      goods,
      basis: basis.map((each) => citationWords(law.laws, each)),
      statusWords: statusWords[status],
      isVerified: isVerified(status),
    })),
  }),
})
