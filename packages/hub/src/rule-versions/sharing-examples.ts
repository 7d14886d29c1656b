import type { Role } from '@lianban/identity'
import { LinedYaml, type Problem } from '@lianban/policy'
import { barsTo, isAnswered, warningsOf } from '../measures/index.ts'
import { matching } from '../sharing/index.ts'
import type { RuleSet } from './rule-set.ts'

/** One worked example: what is entered or shared, and which rules speak of it. */
type SharingExample = {
  readonly row: unknown
  readonly expected: readonly string[]
  readonly line: number
}

/** What the files in `policies/sharing` answer to an example, by their names; and of what an example must speak. */
export const sharingAnswers: Readonly<
  Record<string, { answer(set: RuleSet, row: never): string[]; ids(set: RuleSet): string[] }>
> = {
  'auto-share': {
    answer: ({ autoShares }, row) => matching(autoShares, row).map(({ rule }) => rule.id),
    ids: ({ autoShares }) => autoShares.map(({ rule }) => rule.id),
  },
  exports: {
    answer: ({ measures }, row) => barsTo(measures.exports, row).map(({ id }) => id),
    ids: ({ measures }) => measures.exports.map(({ id }) => id),
  },
  readers: {
    answer: ({ measures }, { posts }: { posts: Role[][] }) => (isAnswered(measures.readers, posts) ? ['answered'] : []),
    ids: () => ['answered'],
  },
  warnings: {
    answer: ({ measures }, row) => warningsOf(measures.warnings, row).map(({ id }) => id),
    ids: ({ measures }) => measures.warnings.map(({ id }) => id),
  },
}

/** Reads the examples beside one of these files: each is like a record told above, with some of it otherwise. */
function readSharingExamples(file: string, text: string): { examples: SharingExample[]; problems: Problem[] } {
  const yaml = new LinedYaml(file, text)
  const root = yaml.problems.length ? undefined : yaml.record(yaml.root, 'the examples', ['records', 'expectations'])
  const records = root && yaml.mapping(root.records.value, 'records')
  const nodes = (root && yaml.list(root.expectations.value, 'expectations')) ?? []
  const examples = nodes.flatMap((node): SharingExample[] => {
    const told = yaml.record(node, 'an example', ['like', 'expect'], ['but'])
    const like = told && records?.get(String(yaml.plain(told.like.value)))
    if (told && !like) yaml.refuse(told.like.value, `there is no record ${String(yaml.plain(told.like.value))}`)
    const expected = told && yaml.plain(told.expect.value)
    if (told && !isTexts(expected)) yaml.refuse(told.expect.value, 'expect must be a list of ids')
    if (!told || !like || !isTexts(expected)) return []
    const but = told.but ? yaml.plain(told.but.value) : {}
    return [{ row: { ...Object(yaml.plain(like.value)), ...Object(but) }, expected, line: yaml.lineOf(node) }]
  })
  return { examples, problems: yaml.problems }
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

/** Plays the examples beside one file against a rule set, and names those that do not hold and what none speaks of. */
export function playSharingExamples(
  set: RuleSet,
  name: keyof typeof sharingAnswers,
  { file, text }: { readonly file: string; readonly text: string },
): { readonly passed: number; readonly problems: readonly Problem[] } {
  const { answer, ids } = sharingAnswers[name]!
  const { examples, problems } = readSharingExamples(file, text)
  const failed = examples.flatMap(({ row, expected, line }): Problem[] => {
    const found = answer(set, row as never)
    if (JSON.stringify(found) === JSON.stringify(expected)) return []
    return [{ file, line, what: `expected ${saidOf(expected)}, found ${saidOf(found)}` }]
  })
  const spoken = new Set(examples.flatMap(({ expected }) => expected))
  const untold = ids(set)
    .filter((id) => !spoken.has(id))
    .map((id): Problem => ({ file, line: 1, what: `${id} has no example` }))
  return { passed: examples.length - failed.length, problems: [...problems, ...failed, ...untold] }
}

const saidOf = (ids: readonly string[]): string => ids.join(', ') || 'nothing'
