import { type LinedYaml, unknownName } from '@lianban/lined-yaml'
import type { Node } from 'yaml'
import { z } from 'zod'
import { Citation, type Laws, Status, Words } from './citation.ts'
import { EventCode } from './deadline-rule.ts'
import { noteUnknownLaws } from './note-unknown-laws.ts'
import { powerHolders } from './powers.ts'
import { quantityOf } from './quantity.ts'
import type { Deadlines } from './read-deadlines.ts'

const Code = z.string().regex(/^[a-z_]+$/)

/** The deeds by which an officer takes a step of a track: of the agency, of its head, of the procuratorate. */
export const stepDeeds = ['takeStep', 'decideStep', 'reviewStep'] as const
export type StepDeed = (typeof stepDeeds)[number]

/** Circumstances that an officer states and that ask for more papers. */
export const gateFlags = ['needs_legal_review', 'is_grave', 'hearing_asked'] as const
export type GateFlag = (typeof gateFlags)[number]

const Gate = z
  .strictObject({
    receipt: Code,
    if: z.enum(gateFlags).optional(),
    fromAmount: quantityOf('money').optional(),
    basis: z.array(Citation).min(1),
    status: Status,
  })
  .refine((gate) => Boolean(gate.if) !== (gate.fromAmount !== undefined), 'a gate has either `if` or `fromAmount`')
export type Gate = z.infer<typeof Gate>

const Move = z.strictObject({
  id: Code,
  /** What it is called where it is offered; else it is called by the state that it leads to. */
  words: Words.optional(),
  from: z.array(Code).min(1),
  to: Code,
  by: z.enum(['sender', 'police', 'procuratorate', 'agency']),
  receipts: z.array(Code),
  /** Whether it is made only with its reasons written down. */
  asksNote: z.boolean().default(false),
  /** Whether somebody waits for it wherever it is open. */
  isAwaited: z.boolean().default(true),
  /** What the rules are asked for where an officer takes the step in the hub; the head decides what only a head may. */
  deed: z.enum(stepDeeds).default('takeStep'),
  gates: z.array(Gate).default([]),
  basis: z.array(Citation).min(1),
  /** What the move is to the clocks. */
  event: EventCode.optional(),
})
export type Move = z.infer<typeof Move>

const Table = z.strictObject({
  words: Words,
  starts: Code,
  /** Where a case of the hub stands on the track before any step was taken in the hub. */
  entered: Code.optional(),
  /** From where the track may be gone anew. */
  startsAnew: z.array(Code).default([]),
  /** The kinds of agency whose cases go this way, and those of them whose clues the deadline for filing is counted for. */
  keptBy: z.array(z.enum(powerHolders)).default([]),
  verifiedBy: z.array(z.enum(powerHolders)).default([]),
  /** The moves that an officer makes by hand, where a handoff makes the others. */
  byHand: z.array(Code).optional(),
  states: z.record(Code, Words),
  moves: z.array(Move).min(1),
})
export type Table = z.infer<typeof Table>

export const trackNames = ['transfer', 'reverse', 'administrative', 'supervision', 'opinion'] as const
export type TrackName = (typeof trackNames)[number]

const Exclusion = z.strictObject({
  table: z.enum(trackNames),
  moves: z.array(Code).min(1),
  while: z.enum(trackNames),
  in: z.array(Code).min(1),
  because: Words,
  basis: z.array(Citation).min(1),
})

const TrackFile = z.strictObject({
  receipts: z.record(Code, Words),
  tables: z.record(z.enum(trackNames), Table),
  exclusions: z.array(Exclusion),
})
export type Tracks = z.infer<typeof TrackFile>

/** Reads the tables of legal moves; a state nobody reaches, or a paper nobody names, is noted by line. */
export function readTracks(yaml: LinedYaml, laws: Laws, deadlines: Deadlines | undefined): Tracks | undefined {
  const file = yaml.checked(yaml.root, 'the moves', TrackFile)
  if (!file) return undefined
  const root = yaml.mapping(yaml.root, 'the moves')
  for (const { name, value } of yaml.mapping(root?.get('tables')?.value ?? null, 'tables')?.values() ?? []) {
    const table = file.tables[name as TrackName]
    const nodes = yaml.list(yaml.mapping(value, name)?.get('moves')?.value ?? null, 'moves') ?? []
    for (const [i, move] of table.moves.entries()) noteMove(yaml, nodes[i]!, { file, table, move, laws, deadlines })
    const reached = new Set([table.starts, ...table.moves.map(({ to }) => to)])
    const states = Object.keys(table.states)
    for (const state of states.filter((each) => !reached.has(each)))
      yaml.refuse(value, `${name} has no move that leads to ${state}`)
    const places = [table.starts, ...table.startsAnew, ...(table.entered ? [table.entered] : [])]
    for (const place of places.filter((each) => !states.includes(each)))
      yaml.refuse(value, unknownName('state', place, states))
    const ids = table.moves.map(({ id }) => id)
    for (const id of table.byHand ?? []) if (!ids.includes(id)) yaml.refuse(value, unknownName('move', id, ids))
  }
  const nodes = file.exclusions.length > 0 ? yaml.list(root?.get('exclusions')?.value ?? null, 'exclusions') : []
  for (const [i, exclusion] of file.exclusions.entries()) {
    noteUnknownLaws(yaml, nodes![i]!, laws, exclusion.basis)
    const moves = file.tables[exclusion.table].moves.map(({ id }) => id)
    const states = Object.keys(file.tables[exclusion.while].states)
    for (const each of exclusion.moves.filter((id) => !moves.includes(id)))
      yaml.refuse(nodes![i]!, unknownName('move', each, moves))
    for (const each of exclusion.in.filter((state) => !states.includes(state)))
      yaml.refuse(nodes![i]!, unknownName('state', each, states))
  }
  return file
}

type OfMove = {
  readonly file: Tracks
  readonly table: Table
  readonly move: Move
  readonly laws: Laws
  readonly deadlines: Deadlines | undefined
}

function noteMove(yaml: LinedYaml, node: Node, { file, table, move, laws, deadlines }: OfMove): void {
  const states = Object.keys(table.states)
  const papers = Object.keys(file.receipts)
  for (const state of [...move.from, move.to].filter((each) => !states.includes(each)))
    yaml.refuse(node, unknownName('state', state, states))
  const named = [...move.receipts, ...move.gates.map(({ receipt }) => receipt)]
  for (const paper of named.filter((each) => !papers.includes(each)))
    yaml.refuse(node, unknownName('receipt', paper, papers))
  noteUnknownLaws(yaml, node, laws, [...move.basis, ...move.gates.flatMap(({ basis }) => basis)])
  if (table.moves.filter(({ id }) => id === move.id).length > 1) yaml.refuse(node, `${move.id} is the id of two moves`)
  const events = deadlines && Object.keys(deadlines.events)
  if (events && move.event && !events.includes(move.event)) yaml.refuse(node, unknownName('event', move.event, events))
}
