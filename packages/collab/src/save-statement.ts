import type { Announcement } from './announcement.ts'
import type { NewUpdate } from './store.ts'
import { sumOf } from './stored-bytes.ts'

const text = `select save_room_updates($1, $2, $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::bigint[],
  $8::integer[], $9::bigint[], $10::bytea, $11::integer[], $12::bigint[]) as first`

/**
 * One prepared statement for a batch of any size, a transaction of its own. Columns are written as Postgres writes arrays,
 * and the updates as one run of bytes: the driver's own arrays of buffers cost more than the insert.
 */
export function saveStatement(batch: readonly NewUpdate[], announce: Announcement | undefined) {
  const ends: number[] = []
  let end = 0
  for (const { update } of batch) {
    end += update.length
    ends.push(end)
  }
  const claims = batch.flatMap(({ newAuthors }, place) =>
    newAuthors.map((clientId) => ({ place: place + 1, clientId })),
  )
  return {
    name: 'save-room-updates',
    text,
    values: [
      announce?.channel ?? '',
      announce?.server ?? '',
      column(batch, ({ roomId }) => roomId),
      column(batch, ({ officerId }) => officerId),
      column(batch, ({ agencyId }) => agencyId),
      column(batch, ({ sessionId }) => sessionId),
      column(batch, ({ at }) => at.getTime()),
      column(ends, (each) => each),
      column(batch, ({ update }) => sumOf(update)),
      Buffer.concat(
        batch.map(({ update }) => update),
        end,
      ),
      column(claims, ({ place }) => place),
      column(claims, ({ clientId }) => clientId),
    ],
  }
}

/** Ids and numbers only: nothing in them needs to be quoted. */
const column = <Row>(rows: readonly Row[], value: (row: Row) => string | number): string =>
  `{${rows.map(value).join()}}`
