import type { Row } from '../measurement.ts'
import { rounded } from '../report.ts'
import { median } from './spread.ts'

export type Figure = Readonly<Record<string, number>>

const columns = [
  'p50_ms',
  'p95_ms',
  'p99_ms',
  'cpu_s',
  'rss_mb',
  'out_mb',
  'open_ms',
  'rate_per_s',
  'seen',
  'lost',
] as const

/** What was measured, round by round; a figure is the median of its rounds, and a ratio that of the rounds' ratios. */
export class Figures {
  readonly #found = new Map<string, Map<string, Figure[]>>()

  add(scenario: string, server: string, figure: Figure): void {
    const servers = this.#found.get(scenario) ?? new Map<string, Figure[]>()
    this.#found.set(scenario, servers.set(server, [...(servers.get(server) ?? []), figure]))
  }

  rows(order: readonly string[]): Row[] {
    return [...this.#found].flatMap(([scenario, servers]) =>
      order.flatMap((server) => {
        const rounds = servers.get(server)
        return rounds ? [{ scenario, server, ...this.#medians(rounds) }] : []
      }),
    )
  }

  ratio(scenario: string, column: string, server: string, peer: string): number {
    const [ours, theirs] = [server, peer].map((name) => this.#found.get(scenario)?.get(name) ?? [])
    return rounded(median(ours!.map((figure, round) => figure[column]! / theirs![round]![column]!)))
  }

  #medians(rounds: readonly Figure[]): Row {
    const of = (column: string) => rounds.map((figure) => figure[column]).filter((value) => value !== undefined)
    return Object.fromEntries(
      columns.map((column) => [column, of(column).length > 0 ? rounded(median(of(column))) : '-']),
    )
  }
}
