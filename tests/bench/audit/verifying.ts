import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { makeSigner, verifierKeyText } from '@lianban/audit'
import type { Embedded } from '@lianban/db'
import pg from 'pg'
import type { BenchOptions, Measured } from '../measurement.ts'
import { rounded } from '../report.ts'
import { measureProofs } from './proving.ts'
import type { Verified, VerifierTask } from './verifier.ts'
import { openWrittenLog } from './written-log.ts'

const verifier = fileURLToPath(new URL('verifier.ts', import.meta.url))

/** A log of a million entries: verified whole against the bare time of its hashes, and proofs made from its tiles. */
export async function measureVerifying(options: BenchOptions): Promise<Measured> {
  const place = await openWrittenLog(options)
  try {
    const found = await verified(place, options)
    // Of the processor, so that whoever else works on the machine has no part in it; what the clock says stands beside it.
    const ratio = median(found.verifyCpu.map((time, i) => time / found.bareCpu[i]!))
    const row = {
      verification: `${found.size} entries`,
      verify_s: rounded(median(found.verify) / 1000),
      bare_hashes_s: rounded(median(found.bare) / 1000),
      verify_cpu_s: rounded(median(found.verifyCpu) / 1000),
      bare_cpu_s: rounded(median(found.bareCpu) / 1000),
      verify_vs_bare: rounded(ratio),
      by_the_clock: rounded(median(found.verify.map((time, i) => time / found.bare[i]!))),
      rss_mb: Math.round(found.rssBytes / 1e6),
    }
    options.say(JSON.stringify(row))
    const proofs = await measureProofs(place, found.size)
    return {
      rows: [row, ...proofs.rows],
      summary: { verify_vs_bare_hashing: rounded(ratio), verify_rss_mb: row.rss_mb, ...proofs.summary },
    }
  } finally {
    await place.stop()
  }
}

/** As `lianban` runs: a process of its own, with little room for what dies young. */
const memory = ['--max-semi-space-size=2', '--initial-old-space-size=64']

/** A process of its own, as a verifier is one: the memory is that of the verification. */
async function verified({ ownerUrl, programUrl }: Embedded, { rounds }: BenchOptions): Promise<Verified> {
  const task: VerifierTask = { ownerUrl, programUrl, key: await keyOf(ownerUrl), rounds }
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [...memory, verifier, JSON.stringify(task)])
  if (stderr.trim()) throw new Error(stderr)
  return JSON.parse(stdout) as Verified
}

async function keyOf(ownerUrl: string): Promise<string> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<{ key: string }>('select key from bench_log_key')
  await owner.end()
  return verifierKeyText(makeSigner(rows[0]!.key).key)
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)]!
