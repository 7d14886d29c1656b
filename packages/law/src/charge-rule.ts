import { type LinedYaml, unknownName } from '@lianban/lined-yaml'
import { z } from 'zod'
import { Citation, type Laws, Status, Words } from './citation.ts'
import { evidenceKinds } from './evidence-rule.ts'
import { noteUnknownLaws } from './note-unknown-laws.ts'

const Code = z.string().regex(/^[a-z_]+$/)
const Told = { words: Words, basis: z.array(Citation).min(1), status: Status }

export const gapCodes = [
  'nothing',
  'one_source',
  'statement_alone',
  'unchecked',
  'curable',
  'excluded',
  'unconverted',
  'contradicted',
] as const
export type GapCode = (typeof gapCodes)[number]

const FactToProve = z.strictObject({
  id: Code,
  element: Code,
  ...Told,
  /** The evidence that usually proves it. */
  wanted: z.array(Words).min(1),
  kinds: z.array(z.enum(evidenceKinds)).min(1),
  /** To be proved where there is something of the sort, and no gap where there is not. */
  optional: z.boolean().default(false),
})
export type FactToProve = z.infer<typeof FactToProve>

const Charge = z.strictObject({ id: Code, ...Told, facts: z.array(Code).min(1) })
export type Charge = z.infer<typeof Charge>

const Gap = z.strictObject({ ...Told, closes: Words })

const File = z.strictObject({
  elements: z.record(Code, Words),
  proof: z.strictObject({
    corroborating: z.int().min(2),
    neverAlone: z.array(z.enum(evidenceKinds)),
    basis: z.array(Citation).min(1),
    status: Status,
  }),
  gaps: z.record(z.enum(gapCodes), Gap),
  facts: z.array(FactToProve).min(1),
  charges: z.array(Charge).min(1),
})
export type Charges = z.infer<typeof File>

/** Reads what has to be proved for each charge, and refuses every name that nothing stands behind and every fact of no charge. */
export function readCharges(yaml: LinedYaml, laws: Laws): Charges | undefined {
  const file = yaml.checked(yaml.root, 'the charges', File)
  if (!file) return undefined
  const root = yaml.root!
  const cited = [...file.facts, ...file.charges, ...Object.values(file.gaps), file.proof]
  noteUnknownLaws(
    yaml,
    root,
    laws,
    cited.flatMap(({ basis }) => basis),
  )
  const known = file.facts.map(({ id }) => id)
  const noteStray = (what: string, given: readonly string[], all: readonly string[]) => {
    const stray = given.find((each) => !all.includes(each))
    if (stray) yaml.refuse(root, unknownName(what, stray, all))
  }
  noteStray(
    'element',
    file.facts.map(({ element }) => element),
    Object.keys(file.elements),
  )
  for (const { facts } of file.charges) noteStray('fact', facts, known)
  for (const ids of [known, file.charges.map(({ id }) => id)]) {
    const twice = ids.find((id, i) => ids.indexOf(id) < i)
    if (twice) yaml.refuse(root, `${twice} is the id of two`)
  }
  const idle = known.find((id) => !file.charges.some(({ facts }) => facts.includes(id)))
  if (idle) yaml.refuse(root, `${idle} is asked by no charge`)
  return file
}
