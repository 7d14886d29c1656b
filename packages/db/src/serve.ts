import { readFile } from 'node:fs/promises'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { ClusterFolder } from './cluster-folder.ts'
import { type Binaries, runBinary } from './postgres-binaries.ts'
import { findPostmaster } from './postmaster-file.ts'
import { StartError } from './start-error.ts'

type Wanted = { readonly port: number; readonly durable: boolean }

/** The port on which this folder's data is served, by a server that runs already or by one started now. */
export async function serve(folder: ClusterFolder, wanted: Wanted, binaries: Binaries): Promise<number> {
  let failure: unknown
  let strangers = 0
  // A server killed a moment ago may need some tries to be gone, and its port some to be free.
  for (let tries = 0; tries < 60; tries++) {
    const running = await findPostmaster(folder.data)
    const port = running?.port || wanted.port
    const answer = await whoAnswers(port, folder)
    if (answer === 'ours') return port
    if (answer === 'stranger' && !running && ++strangers > 4) throw portTaken(port)
    if (answer === 'nobody' && !running) {
      failure = await launch(folder, wanted, binaries)
      if (!failure) continue
    }
    await sleep(250)
  }
  const log = await readFile(join(folder.root, 'server.log'), 'utf8').catch(() => '')
  const last = log.split('\n').findLast((line) => /FATAL|PANIC/.test(line)) ?? ''
  throw new StartError(
    'server-failed',
    {
      zh: `内置 Postgres 没有启动。日志 ${folder.root}/server.log 的最后错误：${last}`,
      en: `The built-in Postgres did not start. Last error in ${folder.root}/server.log: ${last}`,
    },
    failure,
  )
}

const everywhere = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', 'log_timezone=UTC']
const throwAway = [
  ...['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'],
  ...['max_connections=300', 'autovacuum=off'],
]
/** A quarter of the memory, as Postgres advises, within what is decent on a machine that does other work as well. */
const sharedMegabytes = Math.round(Math.min(1024, Math.max(128, totalmem() / 2 ** 20 / 4)))
const lasting = [`shared_buffers=${sharedMegabytes}MB`]

async function launch(folder: ClusterFolder, { port, durable }: Wanted, { pg_ctl }: Binaries): Promise<unknown> {
  const settings = [...everywhere, ...(durable ? lasting : throwAway)].map((setting) => `-c ${setting}`)
  const flags = [`-p ${port}`, ...settings].join(' ')
  try {
    await runBinary(pg_ctl, ['-D', folder.data, '-w', '-l', join(folder.root, 'server.log'), '-o', flags, 'start'])
  } catch (error) {
    if (error instanceof StartError) throw error
    return error
  }
}

/** Whether this folder's data answers on the port, something else does, or nothing. */
async function whoAnswers(port: number, folder: ClusterFolder): Promise<'ours' | 'stranger' | 'nobody'> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: folder.passwords.superuser,
    database: 'postgres',
    connectionTimeoutMillis: 2000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return rows[0]?.data_directory === folder.data ? 'ours' : 'stranger'
  } catch (error) {
    return (error as { code?: string }).code === 'ECONNREFUSED' ? 'nobody' : 'stranger'
  } finally {
    client.end().catch(() => {})
  }
}

const portTaken = (port: number) =>
  new StartError('port-taken', {
    zh: `端口 ${port} 已被其他程序占用。请停止该程序，或为数据库换一个端口。`,
    en: `Port ${port} is used by another program. Stop it, or choose another port for the database.`,
  })
