import pg from 'pg'
import type { Duty } from './context.ts'

/**
 * Connections that do one duty of the program and nothing else, from the moment they are made: a statement is a
 * transaction of its own, without the three round trips of one that could be anybody's.
 */
export function openDutyPool(options: { url: string; duty: Duty; maxConnections: number }): pg.Pool {
  const url = new URL(options.url)
  url.searchParams.set('options', `${url.searchParams.get('options') ?? ''} -c lianban.duty=${options.duty}`.trim())
  const pool = new pg.Pool({
    connectionString: url.href,
    max: options.maxConnections,
    application_name: `lianban-${options.duty}`,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  })
  // The pool drops an idle connection that breaks; without a listener it would end the process as well.
  pool.on('error', () => {})
  return pool
}
