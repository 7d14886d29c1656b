import type { AssistanceOptions } from '../app/api-types.ts'

type Receiver = AssistanceOptions['receivers'][number]

const provinceOf = ({ agency }: Receiver): string => agency.region.slice(0, 2)
const levels: readonly string[] = ['province', 'city', 'county']

/** The provinces in which somebody has the power to do what is asked. */
export const provincesIn = (open: readonly Receiver[]): string[] => [...new Set(open.map(provinceOf))].sort()

/**
 * Of each province the desk that is asked for it: of the asking agency’s own line if there is one, as high up as there is
 * one, so that it can hand the request down.
 */
export function proposedFor(provinces: readonly string[], open: readonly Receiver[], ownKind: string): string[] {
  const rank = ({ agency }: Receiver) => (agency.kind === ownKind ? 0 : 10) + ((levels.indexOf(agency.level) + 4) % 4)
  return provinces.flatMap((province) => {
    const there = open.filter((each) => provinceOf(each) === province)
    return there
      .toSorted((a, b) => rank(a) - rank(b))
      .slice(0, 1)
      .map(({ agency }) => agency.id)
  })
}

/** What has to be approved beforehand where a company of another province is concerned: the papers that come on top. */
export function elsewhereOf(receivers: readonly string[], open: readonly Receiver[]): string[] {
  const chosen = open.filter(({ agency }) => receivers.includes(agency.id))
  return [
    ...new Set(chosen.flatMap(({ papers, papersForCompany }) => papersForCompany.filter((id) => !papers.includes(id)))),
  ]
}
