import { basisOfHandoff, type KindOfHandoff, type Law, missingMaterials } from '@lianban/law'
import { z } from 'zod'
import { list } from '../query.ts'

/** The kinds of hand-over that the officer's agency makes from a record: to whom, and which papers each asks for. Supervision begins elsewhere. */
export const listHandoffKinds = list({
  name: 'handoff.kinds',
  input: z.strictObject({}),
  run: async ({ officer, hub: { law } }) => ({
    items: Object.values(law.handoffs)
      .filter(({ from }) => from.some((kind) => kind === officer.agencyKind))
      .flatMap(({ prepared, ...kind }) => {
        if (prepared === 'supervise') return []
        const { id, words, letter, about, moves, holds, to } = kind
        const [basis, materials] = [basisOfHandoff(law, id), materialsOf(law, kind)]
        return [{ kind: id, words, letter, about, moves, holds, prepared, to, basis, materials }]
      }),
  }),
})

const materialsOf = (law: Law, { list: name }: Pick<KindOfHandoff, 'list'>) => {
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
