import type { Sentence } from '@lianban/kernel'
import { type LinedYaml, unknownName } from '@lianban/lined-yaml'
import { z } from 'zod'
import { Citation, citationWords, type Laws, Status, statusWords, Words } from './citation.ts'
import { noteUnknownLaws } from './note-unknown-laws.ts'
import type { Deadlines } from './read-deadlines.ts'

const Code = z.string().regex(/^[a-z_]+$/)
const circumstances = ['other_materials', 'penalty_decided'] as const
export type Circumstance = (typeof circumstances)[number]

const Material = z.strictObject({
  id: Code,
  words: Words,
  onlyIf: z.enum(circumstances).optional(),
  basis: z.array(Citation).min(1),
  status: Status,
})

const ReturnReason = z.strictObject({
  code: Code,
  /** The piece that is wrong, where it is one. */
  about: Code.optional(),
  words: Words,
  toDo: Words,
  starts: z.array(z.string()).default([]),
  refusesAcceptance: z.boolean(),
})
export type ReturnReason = z.infer<typeof ReturnReason>

export const materialLists = [
  'transfer',
  'reverse',
  'seizure',
  'electronic_data',
  'expert_opinion',
  'case_return',
  'jurisdiction',
  'clue',
  'goods',
  'platform_notice',
  'supervision_order',
  'filing_supervision',
  'transfer_opinion',
] as const
export type MaterialList = (typeof materialLists)[number]

const MaterialFile = z.strictObject({
  lists: z.record(z.enum(materialLists), z.strictObject({ words: Words, materials: z.array(Material).min(1) })),
  reasons: z.array(ReturnReason).min(1),
})
export type Materials = z.infer<typeof MaterialFile>

/** Reads what a package has to hold, and for what reasons one comes back. */
export function readMaterials(yaml: LinedYaml, laws: Laws, deadlines: Deadlines | undefined): Materials | undefined {
  const file = yaml.checked(yaml.root, 'the materials', MaterialFile)
  if (!file) return undefined
  const pieces = Object.values(file.lists).flatMap(({ materials }) => materials)
  noteUnknownLaws(
    yaml,
    yaml.root!,
    laws,
    pieces.flatMap(({ basis }) => basis),
  )
  const clocks = deadlines?.rules.map(({ id }) => id)
  const nodes = yaml.list(yaml.mapping(yaml.root, 'the materials')?.get('reasons')?.value ?? null, 'reasons') ?? []
  for (const [i, { code, about, starts }] of file.reasons.entries()) {
    const ids = pieces.map(({ id }) => id)
    if (about && !ids.includes(about)) yaml.refuse(nodes[i]!, unknownName('material', about, ids))
    const stray = clocks && starts.find((each) => !clocks.includes(each))
    if (stray) yaml.refuse(nodes[i]!, unknownName('deadline', stray, clocks))
    if (file.reasons.filter((each) => each.code === code).length > 1)
      yaml.refuse(nodes[i]!, `${code} is the code of two reasons`)
  }
  return file
}

export type Missing = {
  readonly id: string
  readonly words: Sentence
  readonly basis: readonly Sentence[]
  readonly statusWords: Sentence
}

type Law = { readonly materials: Materials; readonly laws: Laws }

/** What a package still lacks, each piece with its article. */
export function missingMaterials(
  { materials, laws }: Law,
  list: MaterialList,
  { present, circumstances: holding = [] }: { present: readonly string[]; circumstances?: readonly Circumstance[] },
): readonly Missing[] {
  return materials.lists[list].materials
    .filter(({ id, onlyIf }) => !present.includes(id) && (!onlyIf || holding.includes(onlyIf)))
    .map(({ id, words, basis, status }) => ({
      id,
      words,
      basis: basis.map((each) => citationWords(laws, each)),
      statusWords: statusWords[status],
    }))
}

/** What the sender has to do about the reasons for which a package came back. */
export const toDoList = ({ materials }: Law, codes: readonly string[]): readonly ReturnReason[] =>
  materials.reasons.filter(({ code }) => codes.includes(code))
