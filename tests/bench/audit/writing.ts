import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Embedded, openDatabase } from '@lianban/db'
import type { SignedIn } from '@lianban/identity'
import pg from 'pg'
import { register } from '../../../packages/hub/src/a-cast.ts'
import type { BenchOptions, Measured, Row } from '../measurement.ts'
import { rounded } from '../report.ts'
import type { WriterTask } from './writer.ts'

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** Acts a second with the log and without it, each run a process of its own, in turns. */
export async function measureWriting(
  { ownerUrl, programUrl }: Embedded,
  { rounds, scale, say }: BenchOptions,
): Promise<Measured> {
  const actor = await aHandler(ownerUrl, programUrl)
  const rows: Row[] = []
  const ratios: number[] = []
  for (const act of ['command', 'insert'] as const)
    for (const writers of [1, 8]) {
      const found = { plain: [] as number[], logged: [] as number[], ratio: [] as number[] }
      const task = { programUrl, actor, act, writers, seconds: 6 * scale }
      for (let round = 0; round < rounds; round++) {
        const order = round % 2 ? [true, false] : [false, true]
        for (const isLogged of order) found[isLogged ? 'logged' : 'plain'].push(await perSecond({ ...task, isLogged }))
        found.ratio.push(found.logged.at(-1)! / found.plain.at(-1)!)
      }
      const ratio = median(found.ratio)
      if (act === 'command') ratios.push(ratio)
      rows.push({
        act: act === 'command' ? 'a clue recorded' : 'one row inserted',
        connections: writers,
        plain_per_s: Math.round(median(found.plain)),
        logged_per_s: Math.round(median(found.logged)),
        logged_vs_plain: rounded(ratio),
        lowest: rounded(Math.min(...found.ratio)),
        highest: rounded(Math.max(...found.ratio)),
      })
      say(JSON.stringify(rows.at(-1)))
    }
  return { rows, summary: { audited_vs_plain: rounded(Math.min(...ratios)) } }
}

async function perSecond(task: WriterTask): Promise<number> {
  const without = task.isLogged ? [] : ['--import', file('without-log.ts')]
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [
    ...without,
    file('writer.ts'),
    JSON.stringify(task),
  ])
  if (stderr.trim()) throw new Error(stderr)
  return Number(stdout)
}

/** An officer who may record clues, and a table for the least of acts. */
async function aHandler(ownerUrl: string, programUrl: string): Promise<SignedIn> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query('create table bench_acts (id uuid primary key, row jsonb not null)')
  await owner.query('grant select, insert on bench_acts to lianban_app')
  await owner.end()
  const db = openDatabase({ url: programUrl, maxConnections: 1 })
  try {
    const { people } = await register({ db } as Parameters<typeof register>[0])
    return people.shunyiIntake
  } finally {
    await db.close()
  }
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
