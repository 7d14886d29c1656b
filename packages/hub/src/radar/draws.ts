import type { AgencyId } from '@lianban/kernel'
import { z } from 'zod'
import { agencyCards, officerCards } from '../agencies/index.ts'
import { list } from '../query.ts'
import { drawsWhere } from './store.ts'

/** The draws of the officer's procuratorate, each with what was published of it so far: with all of it anybody works out the sample. */
export const listDraws = list({
  name: 'radar.draws',
  input: z.strictObject({ limit: z.int().min(1).max(50).optional() }),
  async run({ input, officer, tx, hub }) {
    const rows = await drawsWhere(tx, hub.policy.filter(officer, 'read', 'RadarDraw'), input.limit ?? 20)
    const agencies = await agencyCards(tx, rows.flatMap(({ draw }) => draw.aboutAgencyId ?? []) as AgencyId[])
    const posts = await officerCards(
      tx,
      rows.map(({ draw }) => draw.begunBy),
    )
    const items = rows.map(({ draw, population, result }) => ({
      id: draw.id,
      rule: draw.rule,
      agency: (draw.aboutAgencyId && agencies.get(draw.aboutAgencyId)) || null,
      size: draw.size,
      commitment: draw.commitment,
      begunBy: posts.get(draw.begunBy)!,
      begunAt: draw.begunAt,
      population: population?.lines ?? null,
      populationDigest: population?.digest ?? null,
      frozenAt: population?.frozenAt ?? null,
      result: result && {
        word: result.word,
        seed: result.seed,
        sample: result.sample,
        drawnAt: result.drawnAt,
      },
    }))
    return { items, canDraw: Boolean(hub.policy.allows(officer, 'beginDraw', 'RadarDraw', draftOf(officer))) }
  },
})

const draftOf = ({ agencyId }: { readonly agencyId: AgencyId }) => ({ id: '', agencyId })
