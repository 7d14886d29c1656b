import type { CopiedRow } from './copied-rows.ts'
import { column, idIn, numberAt } from './copied-rows.ts'
import {
  past,
  pastAnyObject,
  pastAnyText,
  pastId,
  pastMark,
  pastNumber,
  pastText,
  type Word,
  wordOf,
} from './reading-along.ts'

const words = {
  act: wordOf('{"act":"'),
  agencyId: wordOf(',"agencyId":"'),
  at: wordOf(',"at":'),
  caseId: wordOf(',"caseId":"'),
  code: wordOf(',"code":"'),
  facts: wordOf(',"facts":{'),
  id: wordOf(',"id":"'),
  inputDigest: wordOf(',"inputDigest":"'),
  officerId: wordOf(',"officerId":"'),
  outcome: wordOf(',"outcome":"'),
  purpose: wordOf(',"purpose":"'),
  requestId: wordOf(',"requestId":"'),
  rule: wordOf(',"rule":"'),
  sessionId: wordOf(',"sessionId":"'),
  subjectId: wordOf(',"subject":{"id":"'),
  subjectKind: wordOf('","kind":"'),
  subjectEnd: wordOf('"},"v":1}'),
  end: wordOf(',"v":1}'),
}

/**
 * The id that an entry is found by, if that or anything else that it is found by is not what its body says. A body is
 * canonical JSON, so it is read along its only order and compared byte by byte; one that does not read so is parsed.
 */
export function filedAs(row: CopiedRow): string | undefined {
  const { bytes, at, length } = row
  const start = at[column.body]!
  const end = start + length[column.body]!
  if (endOf(row, start) === end || saidBy(bytes.toString('utf8', start, end)) === saidByColumns(row)) return undefined
  return idIn(row, column.id) ?? '?'
}

function endOf(row: CopiedRow, start: number): number {
  const { bytes, view, at, length } = row
  let here = past(view, start, words.act)
  here = pastText(view, here, at[column.act]!, length[column.act]!)
  here = pastMark(view, here)
  here = pastIdOf(row, here, words.agencyId, column.agencyId)
  here = pastNumber(view, past(view, here, words.at), numberAt(bytes, at[column.at]!))
  here = pastIdOf(row, here, words.caseId, column.caseId)
  here = pastAnyText(view, here, words.code)
  here = pastAnyObject(view, here, words.facts)
  here = pastIdOf(row, here, words.id, column.id)
  here = pastAnyText(view, here, words.inputDigest)
  here = pastIdOf(row, here, words.officerId, column.officerId)
  here = pastText(view, past(view, here, words.outcome), at[column.outcome]!, length[column.outcome]!)
  here = pastMark(view, here)
  here = pastAnyText(view, here, words.purpose)
  here = pastAnyText(view, here, words.requestId)
  here = pastAnyText(view, here, words.rule)
  here = pastIdOf(row, here, words.sessionId, column.sessionId)
  return pastSubject(row, here)
}

/** A member with an id; none where its column is null. */
const pastIdOf = ({ view, at, length }: CopiedRow, here: number, name: Word, of: number): number =>
  length[of]! < 0 ? here : pastId(view, past(view, here, name), at[of]!)

/** The subject, if there is one, and the end. */
function pastSubject({ view, at, length }: CopiedRow, start: number): number {
  const [id, kind] = [length[column.subjectId]!, length[column.subjectKind]!]
  if (id < 0 && kind < 0) return past(view, start, words.end)
  let here = pastText(view, past(view, start, words.subjectId), at[column.subjectId]!, id)
  here = pastText(view, past(view, here, words.subjectKind), at[column.subjectKind]!, kind)
  return past(view, here, words.subjectEnd)
}

type Body = Readonly<Record<string, unknown>> & { readonly subject?: { readonly kind: string; readonly id: string } }

/** The same as one line, for a body that is no canonical JSON or has characters that JSON writes in another way. */
function saidBy(text: string): string {
  const { id, at, act, outcome, officerId, agencyId, sessionId, caseId, subject } = parsed(text)
  const said = [id, at, act, outcome, officerId, agencyId, sessionId, caseId, subject?.kind, subject?.id]
  return JSON.stringify(said.map((value) => value ?? null))
}

/** What somebody wrote past the program may be no JSON at all: it says nothing. */
function parsed(text: string): Body {
  try {
    return (JSON.parse(text) ?? {}) as Body
  } catch {
    return {}
  }
}

function saidByColumns(row: CopiedRow): string {
  const { bytes, at, length } = row
  const { id, act, outcome, officerId, agencyId, sessionId, caseId, subjectKind, subjectId } = column
  const text = (of: number) => (length[of]! < 0 ? null : bytes.toString('utf8', at[of]!, at[of]! + length[of]!))
  const ids = [officerId, agencyId, sessionId, caseId].map((of) => idIn(row, of))
  const time = numberAt(bytes, at[column.at]!)
  return JSON.stringify([idIn(row, id), time, text(act), text(outcome), ...ids, text(subjectKind), text(subjectId)])
}
