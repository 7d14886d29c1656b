import type { Bench, BenchOptions } from '../measurement.ts'
import { measureColdOpen, storeHistory } from './cold-open.ts'
import { type Contender, contenders } from './contender.ts'
import { type Figure, Figures } from './figures.ts'
import { aHistory } from './history.ts'
import { type Losses, measureKill } from './kills.ts'
import { openPlace, type Place } from './place.ts'
import { measurePropagation, type Propagation, type Scene } from './propagation.ts'
import { measureRate } from './rate.ts'

type Run = { readonly place: Place; readonly figures: Figures; readonly options: BenchOptions }

/** Live rooms beside the servers that people use for it, each in a process of its own, under the same clients and traces. */
export const benchRooms: Bench = async (options) => {
  const place = await openPlace()
  const figures = new Figures()
  const run = { place, figures, options }
  try {
    const cold = await prepareColdOpen(run)
    for (let round = 0; round < options.rounds; round++) {
      // A trial needs those whose figures are compared.
      const entrants = options.scale < 0.1 ? contenders.filter(({ stores }) => stores) : contenders
      const order = round % 2 ? entrants.toReversed() : entrants
      for (const contender of order) await propagate(run, contender, 's1', crowd(options.scale))
      for (const contender of order) await propagate(run, contender, 's2', offices(options.scale))
      for (const contender of order.filter(({ stores }) => stores)) await cold(contender)
      for (const contender of order) await sustain(run, contender)
      for (const contender of order.filter(({ keeps }) => keeps)) await kill(run, contender)
    }
    const losses = await killOften(run)
    figures.add('kill_often', 'lianban', { seen: losses.seen, lost: losses.lostSeen })
    return [{ rows: figures.rows(contenders.map(({ name }) => name)), summary: summaryOf(figures, losses) }]
  } finally {
    await place.stop()
  }
}

const crowd = (scale: number): Scene => ({
  rooms: 1,
  writersPerRoom: atLeast(2, 50 * scale),
  editsPerSecond: 5,
  seconds: atLeast(2, 20 * scale),
  observersPerRoom: 10,
})

const offices = (scale: number): Scene => ({
  rooms: atLeast(2, 200 * scale),
  writersPerRoom: 5,
  editsPerSecond: 1,
  seconds: atLeast(2, 20 * scale),
  observersPerRoom: 1,
})

const atLeast = (least: number, wanted: number) => Math.max(least, Math.round(wanted))

async function propagate({ place, figures, options }: Run, contender: Contender, scenario: 's1' | 's2', scene: Scene) {
  const found: Propagation = await measurePropagation(contender, scene, place.urlOf(contender))
  if (found.missing !== 0) throw new Error(`${contender.name} has ${found.missing} characters too few`)
  const { p50, p95, p99, cpuSeconds, rssMegabytes, megabytes } = found
  const figure: Figure = {
    p50_ms: p50,
    p95_ms: p95,
    p99_ms: p99,
    cpu_s: cpuSeconds,
    rss_mb: rssMegabytes,
    out_mb: megabytes,
  }
  figures.add(scenario, contender.name, figure)
  options.say(`${scenario} ${contender.name} ${JSON.stringify(figure)}`)
}

async function prepareColdOpen({ place, figures, options }: Run) {
  const history = aHistory(options.scale)
  const rooms = new Map<string, string>()
  for (const contender of contenders.filter(({ stores }) => stores))
    rooms.set(contender.name, await storeHistory(place, contender, history))
  return async (contender: Contender) => {
    const ms = await measureColdOpen(place, contender, rooms.get(contender.name)!, history)
    figures.add('s3', contender.name, { open_ms: ms })
    options.say(`s3 ${contender.name} ${ms}`)
  }
}

async function sustain({ place, figures, options }: Run, contender: Contender) {
  const perSecond = await measureRate(contender, place.urlOf(contender), {
    seconds: options.scale < 0.1 ? 1 : 5,
    steps: options.turns,
  })
  figures.add('s4', contender.name, { rate_per_s: perSecond })
  options.say(`s4 ${contender.name} ${perSecond}`)
}

const typing = { perSecond: 25, seconds: 3 }

async function kill({ place, figures, options }: Run, contender: Contender) {
  const { seen, lostSeen } = await measureKill(contender, place.urlOf(contender), typing)
  figures.add('kill', contender.name, { seen, lost: lostSeen })
  options.say(`kill ${contender.name} ${lostSeen} of ${seen}`)
}

/** A hundred kills of ours under load, each at another moment. */
async function killOften({ place, options }: Run): Promise<Losses> {
  const total = { seen: 0, lostSeen: 0, lostAcknowledged: 0 }
  const kills = atLeast(2, 100 * options.scale)
  for (let i = 0; i < kills; i++) {
    const load = { perSecond: 500 + 50 * (i % 40), seconds: 0.3 + (i % 17) * 0.043 }
    const found = await measureKill(contenders[0]!, place.programUrl, load)
    total.seen += found.seen
    total.lostSeen += found.lostSeen
    total.lostAcknowledged += found.lostAcknowledged
  }
  options.say(`${kills} kills: ${JSON.stringify(total)}`)
  return total
}

function summaryOf(figures: Figures, losses: Losses): Record<string, number> {
  const ours = (scenario: string, column: string) => figures.ratio(scenario, column, 'lianban', 'hocuspocus_pg')
  return {
    lost_seen: losses.lostSeen,
    lost_acknowledged: losses.lostAcknowledged,
    s1_p99_vs_hocuspocus_pg: ours('s1', 'p99_ms'),
    s2_p99_vs_hocuspocus_pg: ours('s2', 'p99_ms'),
    s1_p50_vs_hocuspocus_pg: ours('s1', 'p50_ms'),
    s2_p50_vs_hocuspocus_pg: ours('s2', 'p50_ms'),
    s1_cpu_vs_hocuspocus_pg: ours('s1', 'cpu_s'),
    s2_cpu_vs_hocuspocus_pg: ours('s2', 'cpu_s'),
    cold_open_vs_hocuspocus_pg: ours('s3', 'open_ms'),
    s4_rate_vs_hocuspocus_pg: ours('s4', 'rate_per_s'),
    rss_vs_hocuspocus_pg: ours('s2', 'rss_mb'),
  }
}
