import { randomBytes } from 'node:crypto'
import { AgencyId, DrawId, newId } from '@lianban/kernel'
import { commitmentOf, type DrawLine, populationDigestOf, sampleOf } from '@lianban/law'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { agencyCards } from '../agencies/index.ts'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { underDuty } from '../duty.ts'
import { refusals } from './refusals.ts'
import {
  findDraw,
  findingsWhere,
  insertDraw,
  insertPopulation,
  insertResult,
  insertSeed,
  populationOf,
  seedOf,
} from './store.ts'
import { findings } from './table.ts'

/** As many rows as one draw can be made among. */
const most = 10_000

/** First the hub binds itself to a seed that nobody is shown: its digest goes into the log before there is a population. */
export const beginDraw = command({
  name: 'radar.beginDraw',
  on: 'RadarDraw',
  input: z.object({
    rule: z
      .string()
      .regex(/^NT-[A-Z]{1,20}$/)
      .optional(),
    agencyId: AgencyId.optional(),
    size: z.int().min(1).max(1000),
  }),
  subject: async ({ input, officer, now }) => ({
    id: newId<DrawId>(),
    agencyId: officer.agencyId,
    rule: input.rule ?? null,
    aboutAgencyId: input.agencyId ?? null,
    size: input.size,
    commitment: '',
    begunBy: officer.id,
    begunAt: now,
  }),
  async run({ subject, tx }) {
    const seed = randomBytes(32).toString('hex')
    const draw = { ...subject, commitment: commitmentOf(seed) }
    await insertDraw(tx, draw)
    await underDuty(tx, 'radar', () => insertSeed(tx, draw.id, seed))
    return { drawId: draw.id, commitment: draw.commitment }
  },
  facts: ({ input, output }) => ({ commitment: output.commitment, count: input.size }),
})

/** Then what is listed now is frozen, and the digest of it goes into the log before the procurator says a word. */
export const freezeDraw = command({
  name: 'radar.freezeDraw',
  on: 'RadarDraw',
  input: z.object({ drawId: DrawId }),
  about: ({ drawId }) => drawId,
  subject: ({ tx, input }) => findDraw(tx, input.drawId, { lock: true }),
  async run({ subject, officer, tx, now, hub }) {
    if (await populationOf(tx, subject.id)) throw refusals.alreadyFrozen()
    const wanted = and(
      hub.policy.filter(officer, 'read', 'RadarFinding'),
      subject.rule ? eq(findings.rule, subject.rule) : undefined,
      subject.aboutAgencyId ? eq(findings.agencyId, subject.aboutAgencyId) : undefined,
    )
    const listed = await findingsWhere(tx, wanted, most)
    if (listed.length === 0) throw refusals.nothingToDraw()
    const agencies = await agencyCards(
      tx,
      listed.map(({ agencyId }) => agencyId),
    )
    const lines: DrawLine[] = listed.map(({ id, agencyId, rule, number }) => ({
      id,
      agency: agencies.get(agencyId)!.shortZh,
      rule,
      number: number ?? '',
    }))
    const digest = populationDigestOf(lines)
    await insertPopulation(tx, { drawId: subject.id, lines, digest, frozenAt: now })
    return { populationDigest: digest, count: lines.length }
  },
  facts: ({ output }) => ({ populationDigest: output.populationDigest, count: output.count }),
})

/** Last the procurator says a number or a word, the seed is published, and with both the sample is what it is. */
export const drawSample = command({
  name: 'radar.drawSample',
  on: 'RadarDraw',
  input: z.object({ drawId: DrawId, word: line(60) }),
  about: ({ drawId }) => drawId,
  subject: ({ tx, input }) => findDraw(tx, input.drawId, { lock: true }),
  async run({ subject, input, officer, tx, now }) {
    const population = await populationOf(tx, subject.id)
    if (!population) throw refusals.notFrozen()
    const seed = await underDuty(tx, 'radar', () => seedOf(tx, subject.id))
    const sample = sampleOf(population.lines, { seed, word: input.word, size: subject.size })
    await insertResult(tx, {
      drawId: subject.id,
      word: input.word,
      seed,
      sample,
      drawnBy: officer.id,
      drawnAt: now,
    })
    return { sample, seed }
  },
  facts: ({ output }) => ({ seed: output.seed, count: output.sample.length }),
})
