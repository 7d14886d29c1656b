import type { Bench } from '../measurement.ts'
import { measureDecisions } from './decide.ts'
import { measurePages } from './pages.ts'
import { openPlace } from './place.ts'
import { measureRevocation } from './revoke.ts'
import { measureSearch } from './search.ts'

/** A million cases of a thousand agencies with three million grants: pages, counts, decisions and searches; and a recall. */
export const benchLists: Bench = async (options) => [...(await benchPlace(options)), await measureRevocation(options)]

const benchPlace: Bench = async (options) => {
  const place = await openPlace(options.scale, options.say, options.keptIn)
  try {
    return [
      await measurePages(place, options),
      await measureDecisions(place, options),
      await measureSearch(place, options),
    ]
  } finally {
    await place.stop()
  }
}
