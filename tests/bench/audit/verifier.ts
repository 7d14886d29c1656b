import { parseVerifierKey, verifyDatabase } from '@lianban/audit'
import { openDatabase } from '@lianban/db'
import { roomForHashes, sha256Into } from '@lianban/kernel/digest'
import pg from 'pg'

/** What a run is told, as JSON in its first argument; it answers with what it found as JSON on its standard output. */
export type VerifierTask = {
  readonly ownerUrl: string
  readonly programUrl: string
  readonly key: string
  readonly rounds: number
}

/** Milliseconds of each round, by the clock and of the processor, and the most memory that the process had. */
export type Verified = {
  readonly size: number
  readonly verify: readonly number[]
  readonly bare: readonly number[]
  readonly verifyCpu: readonly number[]
  readonly bareCpu: readonly number[]
  readonly rssBytes: number
}

const task = JSON.parse(process.argv[2] ?? '{}') as VerifierTask
const owner = new pg.Client({ connectionString: task.ownerUrl })
await owner.connect()
const { rows: sample } = await owner.query<{ body: string }>(
  'select body from audit_leaves order by leaf_index desc limit 1000',
)
await owner.end()
const leaves = sample.map(({ body }) => Buffer.from(`\0${body}`))
const both = roomForHashes(65)
const db = openDatabase({ url: task.programUrl, maxConnections: 4 })
const times = { verify: [] as number[], bare: [] as number[], verifyCpu: [] as number[], bareCpu: [] as number[] }
let size = 0
const runs = {
  async verify() {
    const verdict = await verifyDatabase(db, { key: parseVerifierKey(task.key) })
    if (!verdict.intact) throw new Error(verdict.problem.en)
    size = verdict.size
  },
  // As many leaves and nodes as the log has, of bodies as long as its own that lie ready as bytes.
  async bare() {
    for (let i = 0; i < size; i++) {
      sha256Into(leaves[i % leaves.length]!, both, 1)
      sha256Into(both, both, 33)
    }
  },
}
for (let round = 0; round < task.rounds; round++)
  for (const name of round % 2 ? (['bare', 'verify'] as const) : (['verify', 'bare'] as const)) {
    const [start, before] = [performance.now(), process.cpuUsage()]
    await runs[name]()
    times[name].push(performance.now() - start)
    const { user, system } = process.cpuUsage(before)
    times[`${name}Cpu`].push((user + system) / 1000)
  }
await db.close()
const found: Verified = { size, ...times, rssBytes: process.resourceUsage().maxRSS * 1024 }
process.stdout.write(JSON.stringify(found))
