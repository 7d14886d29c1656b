import { unknownName } from '@lianban/lined-yaml'
import { z } from 'zod'
import { assistanceMoves, barTo, lanesBetween, papersFor } from './assistance.ts'
import { assistanceStates, targetKinds } from './assistance-rule.ts'
import { Region } from './deadline-rule.ts'
import { type ExampleReport, playExamples } from './example-report.ts'
import type { Law } from './load-law.ts'
import { proceedings } from './powers.ts'

const Party = z.strictObject({ kind: z.string(), region: Region })

const Asked = z.strictObject({
  kinds: z.array(z.string()).min(1),
  from: Party,
  to: Party,
  in: z.enum(proceedings),
  targets: z.array(z.enum(targetKinds)).default([]),
  /** Every paper that has to go along; where it is barred there is none. */
  papers: z.array(z.string()).optional(),
  barred: z.boolean().default(false),
  lanes: z.array(z.string()).default([]),
})

const Walk = z.strictObject({
  walk: z.array(z.string()),
  ends: z.string(),
  as: z.enum(assistanceStates),
  /** Steps that are not open at the end. */
  closed: z.array(z.string()).default([]),
})

const Example = z.union([Asked, Walk])
type Answer = { readonly about: readonly string[] } | { readonly flaw: string }

/** Plays who may ask what of whom with which papers, and the walks of a request; a kind, lane or step without an example is told. */
export function runAssistanceExamples(law: Law, source: { file: string; text: string }): ExampleReport {
  const { kinds, lanes, moves, file, line } = law.assistance
  const rows = [
    ...Object.keys(kinds).flatMap((id) =>
      [`${id} asked`, `${id} barred`].map((name) => ({ id: name, file, line: line(id) })),
    ),
    ...Object.keys(lanes).map((id) => ({ id: `lane ${id}`, file, line: 1 })),
    ...moves.map(({ id }) => ({ id: `step ${id}`, file, line: 1 })),
  ]
  return playExamples(source, Example, {
    rows,
    play: (example) => ('walk' in example ? played(law, example) : asked(law, example)),
  })
}

function asked(
  law: Law,
  { kinds, from, to, in: proceeding, targets, papers, barred, lanes }: z.infer<typeof Asked>,
): Answer {
  const about: string[] = []
  for (const kind of kinds) {
    if (!law.assistance.kinds[kind]) return { flaw: unknownName('kind', kind, Object.keys(law.assistance.kinds)) }
    const bar = barTo(law, kind, { from, to, proceeding })
    if ((bar !== null) !== barred) return { flaw: `${kind} is ${bar ? `barred: ${bar.en}` : 'not barred'}` }
    const needed = papersFor(law, kind, { from, to, proceeding, targets })
    if (papers && needed.join() !== papers.join()) return { flaw: `${kind} needs ${needed.join(', ') || 'no paper'}` }
    about.push(`${kind} ${barred ? 'barred' : 'asked'}`)
  }
  const found = lanesBetween(law, from, to).map(({ id }) => id)
  if (found.join() !== lanes.join()) return { flaw: `between them are the lanes ${found.join(', ') || 'none'}` }
  return { about: [...about, ...found.map((id) => `lane ${id}`)] }
}

function played(law: Law, { walk, ends, as, closed }: z.infer<typeof Walk>): Answer {
  let standing = law.assistance.starts
  const taken: string[] = []
  const open = () => assistanceMoves(law, { standing, taken })
  for (const id of walk) {
    const move = open().find((each) => each.id === id)
    if (!move) return { flaw: `${id} is not open while it is ${standing}` }
    standing = move.to
    taken.push(id)
  }
  const stands = law.assistance.states[standing]!.as
  if (standing !== ends || stands !== as) return { flaw: `it ends as ${standing}, which is ${stands}` }
  const stray = open().find(({ id }) => closed.includes(id))
  return stray ? { flaw: `${stray.id} is open while it is ${standing}` } : { about: taken.map((id) => `step ${id}`) }
}
