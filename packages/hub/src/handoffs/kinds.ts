import { basisOfHandoff, type KindOfHandoff, type Law, missingMaterials } from '@lianban/law'
import { z } from 'zod'
import { list } from '../query.ts'

/** The kinds of hand-over that the officer's agency makes: to whom, from what record, and which papers each asks for. */
export const listHandoffKinds = list({
  name: 'handoff.kinds',
  input: z.strictObject({}),
  run: async ({ officer, hub: { law } }) => ({
    items: Object.values(law.handoffs)
      .filter(({ from }) => from.some((kind) => kind === officer.agencyKind))
      .map((kind) => ({
        kind: kind.id,
        words: kind.words,
        letter: kind.letter,
        about: kind.about,
        moves: kind.moves,
        holds: kind.holds,
        prepared: kind.prepared,
        to: kind.to,
        basis: basisOfHandoff(law, kind.id),
        materials: materialsOf(law, kind),
      })),
  }),
})

const materialsOf = (law: Law, { list: name }: KindOfHandoff) => {
  const always = missingMaterials(law, name, { present: [] }).map(({ id }) => id)
  const all = missingMaterials(law, name, { present: [], circumstances: ['other_materials', 'penalty_decided'] })
  return all.map(({ id, words, basis, statusWords }) => ({
    id,
    words,
    basis,
    statusWords,
    always: always.includes(id),
  }))
}
