import type { Bench } from '../measurement.ts'
import { measureDesk } from './desk.ts'
import { aPlace, type Size } from './place.ts'
import { measureTelling } from './telling.ts'

/** A thousand open requests among a hundred thousand: the desk, and two hundred subscribers across a killed server. */
export const benchNotices: Bench = async (options) => {
  const { scale, say } = options
  const size: Size = {
    open: Math.max(20, Math.round(1000 * scale)),
    closed: Math.max(50, Math.round(99_000 * scale)),
    subscribers: Math.max(4, Math.round(200 * scale)),
  }
  say(`notices: ${size.open + size.closed} requests, ${size.subscribers} subscribers`)
  const place = await aPlace(size)
  try {
    await place.start()
    const desk = await measureDesk(place, size, options)
    await place.kill()
    return [await measureTelling(place, options), desk]
  } finally {
    await place.close()
  }
}
