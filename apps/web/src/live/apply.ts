import { unseen } from '@lianban/kernel'
import type { QueryClient, QueryKey } from '@tanstack/solid-query'
import type { LiveEvent } from './line.ts'

/** What this session did itself has just been read: reading it twice would be logged twice. */
const justReadMs = 3_000
/** Who is signed in and the register of agencies: no record, and the same for everybody. */
const kept = ['session', 'agencies']

const names = (key: QueryKey, id: string): boolean => JSON.stringify(key).includes(id)
const isKept = (key: QueryKey): boolean => kept.includes(String(key[0]))
const aboutOneRecord = (key: QueryKey): boolean => /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.test(JSON.stringify(key))

/** Reads again, or forgets, what an event of the hub is about. */
export function applyEvent(queries: QueryClient, event: LiveEvent, now: () => number = Date.now): void {
  if (event.event === 'closed') forget(queries, event.id)
  else if (event.event !== 'session-ended')
    void queries.invalidateQueries({
      predicate: ({ queryKey, state }) => isTouched(event, queryKey, now() - state.dataUpdatedAt),
    })
}

function isTouched(event: LiveEvent, key: QueryKey, ageMs: number): boolean {
  if (event.event === 'changed') return names(key, event.id) && !(event.own && ageMs < justReadMs)
  if (event.event === 'notice') return key[0] === 'notices'
  return !isKept(key) && (event.event === 'resync' || !aboutOneRecord(key))
}

/** A record was closed to this officer: nothing of it stays in memory, not even in lists that nobody looks at. */
function forget(queries: QueryClient, id: string): void {
  const about = (query: { readonly queryKey: QueryKey; readonly state: { readonly data: unknown } }) =>
    // What has never been read is being asked for now, and the hub's own answer will do.
    names(query.queryKey, id) && query.state.data !== undefined
  void queries.cancelQueries({ predicate: about }, { silent: true })
  queries.removeQueries({
    type: 'inactive',
    predicate: ({ queryKey, state }) => !isKept(queryKey) && state.data !== undefined,
  })
  queries.getMutationCache().clear()
  for (const query of queries.getQueryCache().findAll({ predicate: about })) {
    // Null stands for what was there and was taken away; the page says so instead of “not found”.
    query.setState({
      data: null,
      dataUpdatedAt: Date.now(),
      status: 'error',
      fetchStatus: 'idle',
      error: closed(),
      isInvalidated: false,
    })
  }
}

/** In the form in which the hub says it of a record that is not the asker's to know. */
function closed(): Error {
  const { kind, code, sentence } = unseen()
  return Object.assign(new Error('closed'), { data: { code: 'NOT_FOUND', refusal: { kind, code, sentence } } })
}
