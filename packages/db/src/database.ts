import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { type Context, settingsOf } from './context.ts'
import { makePlanNames } from './plan-names.ts'

/** A drizzle database bound to one connection inside one transaction; `$client` is that connection. */
export type Tx = NodePgDatabase & { readonly $client: pg.PoolClient }

/** The program's way to the database: nothing is read or written outside of a transaction that says whose eyes it has. */
export type Database = {
  transaction<T>(context: Context, now: Date, work: (tx: Tx) => Promise<T>): Promise<T>
  readonly pool: pg.Pool
  close(): Promise<void>
}

const lastOf = new WeakMap<Tx, string[]>()

/**
 * Sends a function's call together with the commit, where it costs no round trip of its own: it is part of the
 * transaction, and when it fails nothing of the transaction is written.
 */
export function callAtCommit(tx: Tx, name: string, values: readonly (string | Buffer | null)[]): void {
  const last = lastOf.get(tx)
  if (!last) throw new TypeError('calls at commit belong to the transaction itself, not to a part of it')
  last.push(`select ${pg.escapeIdentifier(name)}(${values.map(literal).join()})`)
}

const literal = (value: string | Buffer | null): string =>
  value === null ? 'null' : typeof value === 'string' ? pg.escapeLiteral(value) : `'\\x${value.toString('hex')}'`

export function openDatabase(options: { url: string; maxConnections?: number; applicationName?: string }): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.maxConnections ?? 10,
    application_name: options.applicationName ?? 'lianban',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  })
  // The pool drops an idle connection that breaks; without a listener it would end the process as well.
  pool.on('error', () => {})
  const planName = makePlanNames()

  return {
    pool,
    close: () => pool.end(),
    async transaction(context, now, work) {
      const client = await pool.connect()
      const session = boundTo(client, planName)
      let broken: Error | undefined
      const onError = (error: Error) => {
        broken = error
      }
      client.on('error', onError)
      try {
        await client.query(opening(client, context, now))
        const tx = drizzle(session.client)
        const last: string[] = []
        lastOf.set(tx, last)
        const result = await work(tx)
        session.end()
        const { command } = (await ending(client, [...last, 'commit'])).at(-2)!
        // Postgres answers the commit of a failed transaction by rolling back, without an error.
        if (command !== 'COMMIT')
          throw new Error('a statement of this transaction failed, so nothing of it was written')
        return result
      } catch (error) {
        session.end()
        await ending(client, ['rollback']).catch((failure: Error) => onError(failure))
        throw error
      } finally {
        client.removeListener('error', onError)
        client.release(broken)
      }
    },
  }
}

// Local to the transaction, so a pooled connection cannot carry a context on to its next user. What has a name is planned
// once for all values; what has none is planned for its own each time.
function opening(client: pg.PoolClient, context: Context, now: Date): string {
  const [agency, officer, duty, instant] = settingsOf(context, now).map((value) => client.escapeLiteral(value))
  return `begin; select set_config('lianban.agency', ${agency}, true), set_config('lianban.officer', ${officer}, true),
    set_config('lianban.duty', ${duty}, true), set_config('lianban.now', ${instant}, true),
    set_config('plan_cache_mode', 'force_generic_plan', true)`
}

// Whatever the work set for its whole session by mistake does not stay with the connection either.
const ending = (client: pg.PoolClient, statements: readonly string[]) =>
  client.query([...statements, 'reset all'].join(';')) as unknown as Promise<pg.QueryResult[]>

/** The connection for as long as the transaction lasts: a query that comes late would run in somebody else's context. */
function boundTo(
  client: pg.PoolClient,
  planName: (text: string) => string | undefined,
): { client: pg.PoolClient; end(): void } {
  let ended = false
  const query = (...args: Parameters<typeof client.query>) => {
    if (ended) throw new Error('this transaction is over; was a query of it not awaited?')
    const [asked, ...rest] = args
    const name = isConfig(asked) ? planName(asked.text) : undefined
    return client.query(...((name ? [Object.assign({}, asked, { name }), ...rest] : args) as typeof args))
  }
  return {
    client: new Proxy(client, { get: (target, key) => (key === 'query' ? query : Reflect.get(target, key)) }),
    end() {
      ended = true
    },
  }
}

const isConfig = (asked: unknown): asked is pg.QueryConfig =>
  typeof asked === 'object' && asked !== null && 'text' in asked && !('submit' in asked)
