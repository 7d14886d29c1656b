import { barTo, kindsAskedBy, type Law, lanesBetween, type Party, papersFor, proceedings } from '@lianban/law'
import { z } from 'zod'
import { type AgencyCard, listAgencyCards } from '../agencies/index.ts'
import { list } from '../query.ts'
import { wordsOf } from './words-of.ts'

const Code = z.string().regex(/^[a-z_0-9]{1,60}$/)

/** What the officer's agency may ask, in what time and with which papers; once a kind is chosen, of whom. */
export const assistanceOptions = list({
  name: 'assistance.options',
  input: z.strictObject({ kind: Code.optional(), proceeding: z.enum(proceedings).optional() }),
  async run({ input, officer, tx, hub: { law } }) {
    const { urgencies, papers, lanes, bans } = law.assistance
    const words = wordsOf(law)
    const from = { kind: officer.agencyKind, region: officer.region }
    const kinds = kindsAskedBy(law, officer.agencyKind)
    const kind = kinds.find(({ id }) => id === input.kind)
    const proceeding = input.proceeding ?? kind?.proceedings[0]
    const all = kind && proceeding ? await listAgencyCards(tx) : []
    return {
      kinds: kinds.map((each) => ({
        id: each.id,
        words: each.words,
        proceedings: each.proceedings,
        targets: each.targets,
        basis: words.basis(each.basis),
      })),
      urgencies: Object.entries(urgencies).map(([id, { words: called, asksReason, inLanes, asksDays }]) => ({
        ...{ id, words: called, asksReason, inLanes },
        mostDays: asksDays?.most ?? null,
      })),
      lanes: Object.entries(lanes).map(([id, { words: called, urgencies: offered }]) => ({
        ...{ id, words: called, urgencies: offered },
      })),
      papers: Object.entries(papers).map(([id, called]) => ({ id, words: called })),
      bans: bans.map((ban) => ({ id: ban.id, words: ban.words, basis: words.basis(ban.basis) })),
      receivers: all
        .filter(({ id, kind: what }) => id !== officer.agencyId && what !== 'operator')
        .map((to) => receiverTold(law, { kind: kind!.id, from, to, proceeding: proceeding! })),
    }
  },
})

type Asking = {
  readonly kind: string
  readonly from: Party
  readonly to: AgencyCard
  readonly proceeding: (typeof proceedings)[number]
}

const receiverTold = (law: Law, { kind, from, to, proceeding }: Asking) => ({
  agency: to,
  bar: barTo(law, kind, { from, to, proceeding }),
  papers: papersFor(law, kind, { proceeding, from, to, targets: [] }),
  papersForCompany: papersFor(law, kind, { proceeding, from, to, targets: ['company'] }),
  lanes: lanesBetween(law, from, to).map(({ id }) => id),
})
