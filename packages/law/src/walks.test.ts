import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ourLaw } from './a-law.ts'
import { clocksOf } from './clocks.ts'
import { handoffMoves } from './handoffs.ts'
import type { LawEvent } from './law-event.ts'
import { slowClocks } from './slow-world.ts'
import { trackNames } from './tracks.ts'

type Step = { readonly to: string; readonly events: readonly string[]; readonly id: string }
type Walk = { readonly name: string; readonly starts: string; open(state: string): readonly Step[] }

/** The ladder of every kind of hand-over, forward and back, and every track that is gone by hand. */
const walks: readonly Walk[] = [
  ...Object.values(ourLaw.handoffs).map(({ id: kind, table }) => ({
    name: kind,
    starts: table.starts,
    open: (standing: string) => handoffMoves(ourLaw, { kind, standing, returns: 9 }),
  })),
  ...trackNames.map((name) => {
    const { starts, moves } = ourLaw.tracks.tables[name]
    const open = (state: string) =>
      moves
        .filter(({ from }) => from.includes(state))
        .map(({ id, to, event }) => ({ id, to, events: event ? [event] : [] }))
    return { name, starts, open }
  }),
]

const start = new Date('2024-01-20T00:00:00Z').getTime()
const aWalk = fc.record({
  walk: fc.constantFrom(...walks),
  choices: fc.array(fc.tuple(fc.nat(9), fc.integer({ min: 0, max: 40 * 24 * 4 })), { minLength: 2, maxLength: 16 }),
})

/** What the clocks are told of a walk, each step some quarters of an hour after the one before it. */
function toldBy({ walk, choices }: { walk: Walk; choices: [number, number][] }): LawEvent[] {
  const told: LawEvent[] = []
  let [state, at] = [walk.starts, start]
  for (const [choice, quarters] of choices) {
    const open = walk.open(state)
    if (open.length === 0) break
    const step = open[choice % open.length]!
    state = step.to
    at += quarters * 900_000
    for (const code of step.events)
      told.push({ id: `e${String(told.length).padStart(3, '0')}`, about: walk.name, code, at: new Date(at) })
  }
  return told
}

test('[LA145] along any walk of any kind of hand-over or track the clocks equal the slow ones, whatever order they are told in', () => {
  const reached = new Set<string>()
  const given = aWalk.chain((one) => {
    const told = toldBy(one)
    return fc.tuple(fc.constant(told), fc.shuffledSubarray(told, { minLength: told.length }))
  })
  fc.assert(
    fc.property(given, ([told, shuffled]) => {
      const fast = clocksOf(ourLaw, shuffled)
      for (const { rule } of fast) reached.add(rule.id)
      expect(
        fast.map(({ id, target, closedAt }) => [
          id,
          target?.dueAt.toISOString() ?? null,
          closedAt?.toISOString() ?? null,
        ]),
      ).toEqual(slowClocks(ourLaw, told))
    }),
    { numRuns: 400, seed: 310 },
  )
  // Walks that reach nothing would prove nothing.
  for (const rule of ['TR-01', 'TR-06', 'TR-08', 'PS-01', 'PS-03', 'RV-01', 'RV-02', 'RV-03', 'AD-01', 'HO-01'])
    expect([...reached]).toContain(rule)
})
