import { type LinedYaml, unknownName } from '@lianban/lined-yaml'
import type { Node } from 'yaml'
import { z } from 'zod'
import { Citation, type Laws, Status, Words } from './citation.ts'
import { noteUnknownLaws } from './note-unknown-laws.ts'
import { type Powers, proceedings } from './powers.ts'
import type { Deadlines } from './read-deadlines.ts'

export const evidenceKinds = [
  'physical',
  'documentary',
  'witness',
  'victim',
  'suspect',
  'party',
  'expert',
  'record',
  'av',
  'edata',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** How material that an administrative agency collected comes into criminal proceedings. */
export const conversions = ['direct', 'after_review', 'retake'] as const
export type Conversion = (typeof conversions)[number]

const Code = z.string().regex(/^[a-z_]+$/)

const Kind = z
  .strictObject({
    id: z.enum(evidenceKinds),
    /** What it is called in each of the proceedings that know it. */
    criminal: Words.optional(),
    administrative: Words.optional(),
    /** The agency that collects it has one of these powers. */
    collectedBy: z.array(Code).min(1),
    converts: z.enum(conversions),
    asks: z.array(Code),
    basis: z.array(Citation).min(1),
    status: Status,
  })
  .refine(({ criminal, administrative }) => criminal ?? administrative, 'a kind belongs to some proceedings')
export type KindRule = z.infer<typeof Kind>

const Fact = z
  .strictObject({
    type: z.enum(['flag', 'count', 'text', 'choice']),
    /** Worked out by the program; nobody is asked. */
    machine: z.boolean().default(false),
    words: Words,
    options: z.record(Code, Words).optional(),
  })
  .refine(({ type, options }) => (type === 'choice') === (options !== undefined), 'a choice, and only it, has options')
export type FactRule = z.infer<typeof Fact>

const Test = z.union([
  z.boolean(),
  z.literal('given'),
  z.strictObject({ min: z.int().positive() }),
  z.array(Code).min(1),
])
export type Test = z.infer<typeof Test>
const Tests = z.record(Code, Test)

const Line = z.strictObject({
  id: z.string().regex(/^[A-Z]+(-[A-Z]+)+$/),
  /** The kinds it is about; all of them where nothing is said. */
  of: z.array(z.enum(evidenceKinds)).min(1).optional(),
  /** What has to hold for the line to be asked at all. */
  when: Tests.optional(),
  words: Words,
  /** All of it, or all of one of several. */
  met: z.union([Tests, z.array(Tests).min(2)]),
  else: z.enum(['curable', 'excluded']),
  cure: Words,
  basis: z.array(Citation).min(1),
  status: Status,
})
export type ChecklistLine = z.infer<typeof Line> & { readonly file: string; readonly line: number }

const Collection = z.strictObject({
  instrument: Code,
  registers: z.string().optional(),
  in: z.enum(proceedings).optional(),
})

const File = z.strictObject({
  kinds: z.array(Kind).min(1),
  conversions: z.record(
    z.enum(conversions),
    z.strictObject({ words: Words, task: Words, basis: z.array(Citation).min(1), status: Status }),
  ),
  collections: z.array(Collection).min(1),
  facts: z.record(Code, Fact),
  lines: z.array(z.unknown()).min(1),
})

export type EvidenceRules = Omit<z.infer<typeof File>, 'lines'> & { readonly lines: readonly ChecklistLine[] }

type Beside = { readonly laws: Laws; readonly powers: Powers | undefined; readonly deadlines: Deadlines | undefined }

/** Reads the kinds of evidence and the checklist, and refuses every name that nothing stands behind. */
export function readEvidence(yaml: LinedYaml, { laws, powers, deadlines }: Beside): EvidenceRules | undefined {
  const file = yaml.checked(yaml.root, 'the rules of evidence', File)
  if (!file) return undefined
  const root = yaml.root!
  const noteStray = (node: Node, what: string, given: readonly string[], known: readonly string[]) => {
    const stray = given.find((each) => !known.includes(each))
    if (stray) yaml.refuse(node, unknownName(what, stray, known))
  }
  const facts = Object.keys(file.facts)
  noteUnknownLaws(
    yaml,
    root,
    laws,
    [...file.kinds, ...Object.values(file.conversions)].flatMap(({ basis }) => basis),
  )
  for (const { asks, collectedBy } of file.kinds) {
    noteStray(root, 'fact', asks, facts)
    if (powers)
      noteStray(
        root,
        'power',
        collectedBy,
        powers.powers.map(({ id }) => id),
      )
  }
  for (const { instrument, registers } of file.collections) {
    if (powers) noteStray(root, 'instrument', [instrument], Object.keys(powers.instruments))
    if (registers && deadlines) noteStray(root, 'event', [registers], Object.keys(deadlines.events))
  }
  const lines: ChecklistLine[] = []
  for (const node of yaml.list(yaml.mapping(root, 'the rules')?.get('lines')?.value ?? null, 'lines') ?? []) {
    const read = yaml.checked(node, 'a line', Line)
    if (!read) continue
    if (lines.some(({ id }) => id === read.id)) yaml.refuse(node, `${read.id} is the id of two lines`)
    noteUnknownLaws(yaml, node, laws, read.basis)
    const tested = [read.when ?? {}, ...[read.met].flat()].flatMap((tests) => Object.keys(tests))
    noteStray(node, 'fact', tested, facts)
    const asked = (kind: KindRule) => tested.every((fact) => file.facts[fact]?.machine || kind.asks.includes(fact))
    const deaf = file.kinds.find((kind) => (!read.of || read.of.includes(kind.id)) && !asked(kind))
    if (deaf) yaml.refuse(node, `nobody is asked what ${read.id} needs of a ${deaf.id} item`)
    lines.push({ ...read, file: yaml.file, line: yaml.lineOf(node) })
  }
  return { ...file, lines }
}
