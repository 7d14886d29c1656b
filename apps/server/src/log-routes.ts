import {
  cosignedNote,
  keepCosignature,
  keepDispute,
  newestCheckpoint,
  type Trust,
  type TrustText,
  tileOf,
  tilesOfDatabase,
  verifierKeyText,
} from '@lianban/audit'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Env, Parts } from './parts.ts'
import { refuseTooLarge } from './too-large.ts'

/**
 * The log for witnesses and verifiers (C2SP tlog-tiles without the entries): hashes and signatures, which tell nothing of
 * what was done. No session: what is sent here counts by its signature alone.
 */
export function logRoutes({ db, hub, trust, log, metrics }: Parts) {
  const read = tilesOfDatabase(db)
  return new Hono<Env>()
    .use(bodyLimit({ maxSize: 64 * 1024, onError: refuseTooLarge }))
    .get('/checkpoint', async (c) => {
      const note = await db.transaction({ duty: 'health' }, hub.clock.now(), async (tx) => {
        const newest = await newestCheckpoint(tx)
        return newest && cosignedNote(tx, newest, trust)
      })
      return note ? c.text(note, 200, { 'cache-control': 'no-cache' }) : c.notFound()
    })
    .get('/trust.json', (c) => c.json(textOf(trust), 200, { 'cache-control': 'no-cache' }))
    .get('/tile/*', async (c) => {
      const ref = tileOf(c.req.path.slice('/log/'.length))
      const hashes = ref && (await read(ref))
      if (!hashes) return c.notFound()
      return c.body(Uint8Array.from(hashes), 200, {
        'content-type': 'application/octet-stream',
        'cache-control': 'public, max-age=31536000, immutable',
      })
    })
    .post('/cosignatures', async (c) => {
      const isKept = await keepCosignature(db, hub.clock.now(), trust, await c.req.text())
      return isKept ? c.body(null, 204) : c.json({ code: 'cosignature.refused' }, 403)
    })
    .post('/disputes', async (c) => {
      const dispute = await keepDispute(db, hub.clock.now(), trust, await c.req.text())
      if (!dispute) return c.json({ code: 'dispute.refused' }, 403)
      metrics.logDisputes.inc()
      log.fatal(dispute, 'a witness refused a checkpoint: two signed heads of the log contradict each other')
      return c.body(null, 204)
    })
}

const textOf = ({ log, witnesses, quorum }: Trust): TrustText => ({
  log: verifierKeyText(log),
  witnesses: witnesses.map(({ agency, key }) => ({ agency, key: verifierKeyText(key) })),
  quorum,
})
