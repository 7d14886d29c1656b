import type { Tx } from '@lianban/db'
import type { AgencyId, OfficerId } from '@lianban/kernel'
import { agencyCards, type OfficerCard, officerCards } from '../agencies/index.ts'

/** The officers behind the keys of a history, each with the agency that the words were written for. */
export async function authorCards(tx: Tx, keys: Iterable<string>): Promise<ReadonlyMap<string, OfficerCard>> {
  const named = [...new Set(keys)].map((key) => {
    const [officerId, agencyId] = key.split(' ') as [OfficerId, AgencyId]
    return { key, officerId, agencyId }
  })
  const officers = await officerCards(
    tx,
    named.map(({ officerId }) => officerId),
  )
  const agencies = await agencyCards(
    tx,
    named.map(({ agencyId }) => agencyId),
  )
  return new Map(
    named.flatMap(({ key, officerId, agencyId }) => {
      const [officer, agency] = [officers.get(officerId), agencies.get(agencyId)]
      return officer && agency ? [[key, { ...officer, agency }] as const] : []
    }),
  )
}

/** A list of people, and each key's place in it: long answers name a person by a number. */
export async function castOf(tx: Tx, keys: Iterable<string>) {
  const cards = await authorCards(tx, keys)
  const places = new Map([...cards.keys()].map((key, place) => [key, place]))
  return { people: [...cards.values()], placeOf: (key: string) => places.get(key) ?? -1 }
}
