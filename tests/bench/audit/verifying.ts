import { randomBytes } from 'node:crypto'
import {
  leafHash,
  makeKeyText,
  makeSigner,
  makeTileProofs,
  nodeHash,
  startSequencer,
  tilesOfDatabase,
  verifyConsistency,
  verifyDatabase,
  verifyInclusion,
} from '@lianban/audit'
import { type Embedded, openDatabase } from '@lianban/db'
import { makeMonotonicClock } from '@lianban/kernel'
import { sha256 } from '@lianban/kernel/digest'
import pg from 'pg'
import type { BenchOptions, Measured } from '../measurement.ts'
import { rounded } from '../report.ts'

const aBody = `format('{"act":"clue.record","agencyId":"%s","at":%s,"caseId":"%s","facts":{"handlingCode":"unrestricted","label":"internal"},"id":"%s",'
  || '"inputDigest":"%s","officerId":"%s","outcome":"done","requestId":"%s","rule":"CL-RECORD","sessionId":"%s","subject":{"id":"%s","kind":"Clue"},"v":1}',
  uuidv7(), 1772438400000 + g, uuidv7(), uuidv7(), encode(sha256(g::text::bytea), 'hex'), uuidv7(), uuidv7(), uuidv7(), uuidv7())`

/** A log of a million entries: verified whole against the bare time of its hashes, and proofs made from its tiles. */
export async function measureVerifying(
  { ownerUrl, programUrl }: Embedded,
  { rounds, scale, say }: BenchOptions,
): Promise<Measured> {
  const wanted = Math.round(1_000_000 * scale)
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const db = openDatabase({ url: programUrl, maxConnections: 4 })
  const clock = makeMonotonicClock()
  const signer = makeSigner(makeKeyText('bench.example/log', 'log'))
  say(`writing ${wanted} entries`)
  const sequencer = startSequencer({ db, clock, signer, onFault: (fault) => say(String(fault)) })
  for (let from = 0; from < wanted; from += 20_000)
    await owner.query(
      `insert into audit_intake (body) select ${aBody} from generate_series($1::bigint, $2::bigint) g`,
      [from, Math.min(from + 20_000, wanted) - 1],
    )
  await sequencer.idle()
  await sequencer.stop()
  await owner.query('analyze audit_leaves, audit_tiles')
  const { rows: sample } = await owner.query<{ body: string }>(
    'select body from audit_leaves order by leaf_index desc limit 1000',
  )

  const leaves = sample.map(({ body }) => Buffer.from(`\0${body}`))
  const times = { verify: [] as number[], bare: [] as number[] }
  let [size, rss] = [0, 0]
  for (let round = 0; round < rounds; round++) {
    const runs = {
      async verify() {
        const watch = setInterval(() => {
          rss = Math.max(rss, process.memoryUsage.rss())
        }, 50)
        const verdict = await verifyDatabase(db, { key: signer.key })
        clearInterval(watch)
        if (!verdict.intact) throw new Error(verdict.problem.en)
        size = verdict.size
      },
      async bare() {
        // As many leaves and nodes as the log has, of bodies as long as its own that lie ready as bytes.
        const other = randomBytes(32)
        for (let i = 0; i < wanted; i++) nodeHash(sha256(leaves[i % leaves.length]!), other)
      },
    }
    for (const name of round % 2 ? (['bare', 'verify'] as const) : (['verify', 'bare'] as const)) {
      const start = performance.now()
      await runs[name]()
      times[name].push(performance.now() - start)
    }
    say(`verified ${size} in ${Math.round(times.verify.at(-1)!)} ms, bare ${Math.round(times.bare.at(-1)!)} ms`)
  }

  const proofs = makeTileProofs(tilesOfDatabase(db))
  const root = await proofs.root(size)
  const found = { inclusion: [] as number[], consistency: [] as number[] }
  for (let turn = 0; turn < 400; turn++) {
    const index = Math.floor(((turn * 7919) % 1000) * (size / 1000))
    let start = performance.now()
    const inclusion = await proofs.inclusion(index, size)
    found.inclusion.push((performance.now() - start) * 1000)
    start = performance.now()
    const consistency = await proofs.consistency(index + 1, size)
    found.consistency.push((performance.now() - start) * 1000)
    if (turn % 40 > 0) continue
    const { rows } = await owner.query<{ body: string }>('select body from audit_leaves where leaf_index = $1', [index])
    const isIn = verifyInclusion({ leaf: leafHash(rows[0]!.body), index, size, proof: inclusion, root })
    const earlier = { size: index + 1, root: await proofs.root(index + 1) }
    if (!isIn || !verifyConsistency({ earlier, later: { size, root }, proof: consistency }))
      throw new Error('a proof fails')
  }
  await owner.end()
  await db.close()
  const ratio = median(times.verify.map((time, i) => time / times.bare[i]!))
  const [verify, bare] = [median(times.verify), median(times.bare)]
  return {
    rows: [
      {
        verification: `${size} entries`,
        verify_s: rounded(verify / 1000),
        bare_hashes_s: rounded(bare / 1000),
        verify_vs_bare: rounded(ratio),
        rss_mb: Math.round(rss / 1e6),
      },
      {
        proof: 'inclusion, from tiles',
        median_us: Math.round(median(found.inclusion)),
        p95_us: Math.round(p95(found.inclusion)),
      },
      {
        proof: 'consistency, from tiles',
        median_us: Math.round(median(found.consistency)),
        p95_us: Math.round(p95(found.consistency)),
      },
    ],
    summary: {
      verify_vs_bare_hashing: rounded(ratio),
      verify_rss_mb: Math.round(rss / 1e6),
      proof_us: Math.round(median(found.inclusion)),
    },
  }
}

const at = (values: readonly number[], part: number) =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)]!
const median = (values: readonly number[]) => at(values, 0.5)
const p95 = (values: readonly number[]) => at(values, 0.95)
