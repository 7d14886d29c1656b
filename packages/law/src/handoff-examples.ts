import { unknownName } from '@lianban/lined-yaml'
import { z } from 'zod'
import { type ExampleReport, playExamples } from './example-report.ts'
import { custodies } from './handoff-rule.ts'
import { handoffMoves } from './handoffs.ts'
import type { Law } from './load-law.ts'

const Example = z.strictObject({
  kinds: z.array(z.string()).min(1),
  moves: z.array(z.string()),
  returns: z.int().min(0).default(0),
  ends: z.string(),
  as: z.enum(custodies),
  /** Moves that are not open at the end. */
  closed: z.array(z.string()).default([]),
})

/** Plays the worked walks over the tables of the kinds; a move of a kind that no walk takes is told. */
export function runHandoffExamples(law: Law, source: { file: string; text: string }): ExampleReport {
  const kinds = Object.values(law.handoffs)
  const rows = kinds.flatMap(({ id, table, file, line }) =>
    table.moves.map((move) => ({ id: `${id}.${move.id}`, file, line })),
  )
  return playExamples(source, Example, {
    rows,
    play({ kinds: played, moves, returns, ends, as, closed }) {
      const about: string[] = []
      for (const kind of played) {
        const table = law.handoffs[kind]?.table
        if (!table) return { flaw: unknownName('kind', kind, Object.keys(law.handoffs)) }
        let standing = table.starts
        const open = () => handoffMoves(law, { kind, standing, returns })
        for (const id of moves) {
          const move = open().find((each) => each.id === id)
          if (!move) return { flaw: `${kind}: ${id} is not open while it is ${standing}` }
          standing = move.to
          about.push(`${kind}.${id}`)
        }
        if (standing !== ends || table.states[standing]!.as !== as)
          return { flaw: `${kind} ends as ${standing}, which is ${table.states[standing]!.as}` }
        const stray = open().find(({ id }) => closed.includes(id))
        if (stray) return { flaw: `${kind}: ${stray.id} is open while it is ${standing}` }
      }
      return { about }
    },
  })
}
