import { clientWith } from '../../support/hub-server.ts'
import type { BenchOptions, Measured } from '../measurement.ts'
import { race } from '../race.ts'
import { rounded } from '../report.ts'
import type { Place, Size } from './place.ts'

/** The first page of the duty desk, over the wire, with everything in the base that ever was asked of the agency. */
export async function measureDesk(place: Place, size: Size, { rounds, turns }: BenchOptions): Promise<Measured> {
  const client = clientWith(place.origin, place.cookies[0]!)
  const { items } = await client.assistance.list.query({ box: 'desk' })
  if (items.length !== Math.min(50, size.open)) throw new Error(`the desk shows ${items.length}`)
  const ends = items.map(({ dueAt, foreseenAt }) => (dueAt ?? foreseenAt)!)
  if (String(ends) !== String(ends.toSorted())) throw new Error('the nearest end does not come first')
  const { desk, list } = await race(
    {
      desk: () => client.assistance.list.query({ box: 'desk' }),
      list: () => client.assistance.list.query({ box: 'received' }),
    },
    { rounds, turns },
  )
  const rows = Object.entries({ 'duty desk': desk!, 'all that came': list! }).map(([page, { p50, p95 }]) => ({
    page,
    requests: size.open + size.closed,
    open: size.open,
    p50_ms: rounded(p50),
    p95_ms: rounded(p95),
  }))
  return { rows, summary: { desk_p95_ms: rounded(desk!.p95) } }
}
