import { isDeepStrictEqual } from 'node:util'
import { filled, type PageOptions, type Rendered, rendered, type Visible } from '@lianban/casl-drizzle'
import { type SQL, sql } from 'drizzle-orm'

/** One officer's list as it is asked for again and again: only the instant and the place on the list differ. */
export type RepeatedList = {
  page(now: Date, place: Place): SQL
  count(now: Date): SQL
}

export type Place = {
  readonly limit: number
  readonly after?: { readonly at: Date | string; readonly id: string } | undefined
}
type Query = (visible: Visible, place: PageOptions) => SQL

/** Stands for the instant in SQL that is put together once. */
const someInstant = new Date('9999-07-06T05:04:03.210Z')
const marks = { limit: sql.placeholder('limit'), after: { at: sql.placeholder('at'), id: sql.placeholder('id') } }

const firstPage: Query = (visible, { limit }) => visible.page({ limit })
const nextPage: Query = (visible, place) => visible.page(place)
const number: Query = (visible) => visible.count()

/**
 * Putting the SQL of a list together takes longer than the list itself, so it is done once for each officer. What only the
 * rules say stands in its text, which is therefore the same for all officers of one post.
 */
export function repeatedList(
  visibleAt: (instant: Date) => Visible,
  isOfAsker: (value: unknown) => boolean,
): RepeatedList {
  const kept = new Map<Query, Rendered>()
  const ask = (query: Query, now: Date, place: Place): SQL => {
    let made = kept.get(query)
    if (!made) {
      const marked = query(visibleAt(someInstant), marks)
      // Were anything else in it reckoned from the instant, it would stand still: never a list of yesterday.
      if (!isDeepStrictEqual(rendered(again(rendered(marked), now, place)), rendered(query(visibleAt(now), place))))
        throw new Error('the SQL of a list does not come out the same when it is filled in again')
      made = rendered(marked, (value) => !isOfAsker(value))
      kept.set(query, made)
    }
    return again(made, now, place)
  }
  return {
    page: (now, place) => ask(place.after ? nextPage : firstPage, now, place),
    count: (now) => ask(number, now, { limit: 0 }),
  }
}

const again = (made: Rendered, now: Date, { limit, after }: Place): SQL =>
  filled(made, { limit, ...after }, (value) => renewed(value, now))

/** Instants reckoned from the one that stands in are reckoned from now. */
function renewed(value: unknown, now: Date): unknown {
  const at = typeof value === 'string' && value.startsWith('9999-07-06T05:04:03.2') ? Date.parse(value) : Number.NaN
  return Number.isNaN(at) ? value : new Date(now.getTime() + at - someInstant.getTime()).toISOString()
}
