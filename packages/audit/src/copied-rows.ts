/** An entry's row: where its columns lie, in the order in which they are asked for; a length below zero is null. */
export type CopiedRow = {
  readonly bytes: Buffer
  readonly view: DataView
  readonly at: Int32Array
  readonly length: Int32Array
}

export const column = {
  index: 0,
  leafHash: 1,
  body: 2,
  id: 3,
  at: 4,
  act: 5,
  outcome: 6,
  officerId: 7,
  agencyId: 8,
  sessionId: 9,
  caseId: 10,
  subjectKind: 11,
  subjectId: 12,
} as const
const columns = Object.keys(column).length

const names =
  'leaf_index, leaf_hash, body, id, at, act, outcome, officer_id, agency_id, session_id, case_id, subject_kind, subject_id'

/** Asks for entries with what they are found by. */
export const entriesQuery = (first: number, end: number): string =>
  `select ${names} from audit_leaves where leaf_index >= ${first} and leaf_index < ${end} order by leaf_index`

const headBytes = 5
/** Before the first row stand a signature and two numbers. */
const introduction = 'PGCOPY'.charCodeAt(0)
const introductionBytes = 19

/** The rows that Postgres copied out in its binary form: the same object for each of them. */
export function* copiedRows(bytes: Buffer): Generator<CopiedRow> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const row: CopiedRow = { bytes, view, at: new Int32Array(columns), length: new Int32Array(columns) }
  for (let message = 0; message < bytes.length; ) {
    let at = message + headBytes
    message += 1 + bytes.readUInt32BE(message + 1)
    if (bytes[at] === introduction) at += introductionBytes
    // The last row has no columns.
    if (bytes.readInt16BE(at) !== columns) continue
    at += 2
    for (let of = 0; of < columns; of++) {
      const length = view.getInt32(at)
      row.length[of] = length
      row.at[of] = at + 4
      at += 4 + Math.max(length, 0)
    }
    yield row
  }
}

/** An id as text; nothing of null. */
export function idIn({ bytes, at, length }: CopiedRow, of: number): string | null {
  if (length[of]! < 0) return null
  const hex = bytes.toString('hex', at[of]!, at[of]! + 16)
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Eight bytes, the high ones first. */
export const numberAt = (bytes: Buffer, at: number): number =>
  bytes.readInt32BE(at) * 2 ** 32 + bytes.readUInt32BE(at + 4)
