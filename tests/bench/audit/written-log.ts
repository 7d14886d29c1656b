import { makeKeyText, makeSigner, startSequencer } from '@lianban/audit'
import { type Embedded, openDatabase } from '@lianban/db'
import { makeMonotonicClock } from '@lianban/kernel'
import pg from 'pg'
import { openKept } from '../kept.ts'
import type { BenchOptions } from '../measurement.ts'

/** Raised whenever what is written here changes: what was kept from before is made anew. */
const edition = 1

const aBody = `format('{"act":"clue.record","agencyId":"%s","at":%s,"caseId":"%s","facts":{"handlingCode":"unrestricted","label":"internal"},"id":"%s",'
  || '"inputDigest":"%s","officerId":"%s","outcome":"done","requestId":"%s","rule":"CL-RECORD","sessionId":"%s","subject":{"id":"%s","kind":"Clue"},"v":1}',
  uuidv7(), 1772438400000 + g, uuidv7(), uuidv7(), encode(sha256(g::text::bytea), 'hex'), uuidv7(), uuidv7(), uuidv7(), uuidv7())`

/** A log of a million entries as the sequencer writes it; its key lies beside it in the database. */
export const openWrittenLog = ({ scale, say, keptIn }: BenchOptions): Promise<Embedded> =>
  openKept({ name: `audit-${scale}-${edition}`, keptIn, say, fill: (place) => write(place, sizeAt(scale), say) })

const sizeAt = (scale: number): number => Math.round(1_000_000 * scale)

async function write({ ownerUrl, programUrl }: Embedded, wanted: number, say: BenchOptions['say']): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const db = openDatabase({ url: programUrl, maxConnections: 2 })
  const key = makeKeyText('bench.example/log', 'log')
  await owner.query('create table bench_log_key (key text not null)')
  await owner.query('insert into bench_log_key values ($1)', [key])
  say(`writing ${wanted} entries`)
  const sequencer = startSequencer({
    db,
    clock: makeMonotonicClock(),
    signer: makeSigner(key),
    onFault: (fault) => say(String(fault)),
  })
  for (let from = 0; from < wanted; from += 20_000)
    await owner.query(
      `insert into audit_intake (body) select ${aBody} from generate_series($1::bigint, $2::bigint) g`,
      [from, Math.min(from + 20_000, wanted) - 1],
    )
  await sequencer.idle()
  await sequencer.stop()
  await owner.query('vacuum analyze audit_leaves, audit_tiles, audit_intake')
  await owner.end()
  await db.close()
}
