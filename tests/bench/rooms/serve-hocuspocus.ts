import { Database } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'
import pg from 'pg'

/** Hocuspocus as it comes, in memory or with its database extension; its own debounce decides when it stores. */
export async function serveHocuspocus(databaseUrl: string | undefined): Promise<number> {
  const server = new Server({
    port: 0,
    address: '127.0.0.1',
    quiet: true,
    stopOnSignals: false,
    extensions: databaseUrl ? [inPostgres(databaseUrl)] : [],
  })
  await server.listen()
  return server.address.port
}

function inPostgres(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  return new Database({
    async fetch({ documentName }) {
      const { rows } = await pool.query<{ data: Buffer }>('select data from bench.hocuspocus where name = $1', [
        documentName,
      ])
      return rows[0]?.data ?? null
    },
    async store({ documentName, state }) {
      await pool.query(
        'insert into bench.hocuspocus values ($1, $2) on conflict (name) do update set data = excluded.data',
        [documentName, state],
      )
    },
  })
}
