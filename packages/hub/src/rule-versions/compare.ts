import type { Sentence } from '@lianban/kernel'
import {
  diffPolicies,
  generatedScenes,
  type PolicyDiff,
  RuleFileError,
  type SubjectDefinition,
  type Vocabulary,
} from '@lianban/policy'
import { structuredPatch } from 'diff'
import { z } from 'zod'
import { agencyKindWords, operatorId } from '../agencies/index.ts'
import { find } from '../query.ts'
import { measuresTold } from './measures-told.ts'
import { Digest } from './propose.ts'
import type { RuleFile } from './rule-files.ts'
import { permissionsIn } from './rule-set.ts'
import { filesOf } from './store.ts'

/** Two versions beside each other: line by line, rule by rule, and who would gain or lose what. */
export const compareRules = find({
  name: 'rules.compare',
  on: 'RuleVersion',
  input: z.strictObject({ from: Digest, to: Digest }),
  about: ({ to }) => to,
  isLogged: false,
  subject: async ({ tx, input }) => ({ id: input.to, operatorId: await operatorId(tx) }),
  async run({ input, tx, now, hub }) {
    const [before, after] = [await filesOf(tx, input.from), await filesOf(tx, input.to)]
    return {
      files: textDiff(before, after),
      effect: unlessUnreadable(() => effectOf(before, after, { vocabulary: hub.vocabulary, now })),
      measures: unlessUnreadable(() => measuresTold(before, after)),
    }
  },
})

/** Of each file that differs, the hunks: lines begin with a space, + or -. */
function textDiff(before: readonly RuleFile[], after: readonly RuleFile[]) {
  const textIn = (files: readonly RuleFile[], name: string) => files.find((file) => file.name === name)?.text ?? ''
  const names = [...new Set([...before, ...after].map(({ name }) => name))].toSorted()
  return names
    .map((name) => {
      const { hunks } = structuredPatch(name, name, textIn(before, name), textIn(after, name), '', '', { context: 3 })
      return { name, hunks: hunks.map(({ oldStart, newStart, lines }) => ({ oldStart, newStart, lines })) }
    })
    .filter(({ hunks }) => hunks.length > 0)
}

type Effect = {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly edited: readonly string[]
  readonly gains: readonly Told[]
  readonly losses: readonly Told[]
}

/** One persona, one act, by one rule; with the kinds of rows that it is about. */
type Told = {
  readonly who: Sentence
  readonly act: Sentence
  readonly rule: string
  readonly because: Sentence
  readonly rows: readonly Sentence[]
  readonly rowCount: number
}

function effectOf(
  before: readonly RuleFile[],
  after: readonly RuleFile[],
  { vocabulary, now }: { readonly vocabulary: Vocabulary; readonly now: Date },
): Effect {
  const [old, young] = [permissionsIn(before, vocabulary), permissionsIn(after, vocabulary)]
  const { rules } = diffPolicies(old, young, { vocabulary, scenes: [] })
  // Only where rules differ can an answer differ; the other subjects need no rows made up.
  const ids = new Set([...rules.added, ...rules.removed, ...rules.edited])
  const all = [...old, ...young]
  const subjects = new Set(all.filter(({ id }) => ids.has(id)).map(({ subject }) => subject))
  const touched = all.filter(({ subject }) => subjects.has(subject))
  const scenes = generatedScenes({ rules: touched, vocabulary, agencyKinds: agencyKindWords, now })
  const { gains, losses, fieldGains, fieldLosses } = diffPolicies(old, young, { vocabulary, scenes })
  return {
    ...rules,
    gains: toldOf([...gains, ...fieldGains], scenes.length, vocabulary),
    losses: toldOf([...losses, ...fieldLosses], scenes.length, vocabulary),
  }
}

/** Nothing when one of the two is in a language that this program no longer reads, or was kept before there was any. */
function unlessUnreadable<Read>(read: () => Read): Read | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof RuleFileError) return null
    throw error
  }
}

const rowsTold = 3

/** An act, or only some fields of a row that is read before and after. */
type Changed = PolicyDiff['gains'][number] & Partial<Pick<PolicyDiff['fieldGains'][number], 'fields'>>

/** One line for a post, an act and a rule; posts that fare alike in every kind of agency are one. */
function toldOf(changes: readonly Changed[], everywhere: number, vocabulary: Vocabulary): Told[] {
  const alike = Map.groupBy(changes, ({ persona, subject, action, before, after, fields }) =>
    [persona.officer.roles.join(), subject, action, (after ?? before)?.rule, fields?.join()].join('|'),
  )
  return [...alike.values()].map((some) => {
    const { subject, before, after } = some[0]!
    const { rule, because } = (after ?? before)!
    const rows = [...new Map(some.map(({ row }) => [row.en, row])).values()]
    return {
      who: whoIn(some, everywhere, vocabulary),
      act: actIn(some[0]!, vocabulary.subjects[subject]),
      rule,
      because,
      rows: rows.slice(0, rowsTold),
      rowCount: rows.length,
    }
  })
}

function actIn({ subject, action, fields = [] }: Changed, definition: SubjectDefinition | undefined): Sentence {
  const act = definition?.actionWords?.[action] ?? { zh: `${action} ${subject}`, en: `${action} ${subject}` }
  const words = fields.map((field) => definition?.withholdableWords?.[field] ?? { zh: field, en: field })
  if (words.length === 0) return act
  return {
    zh: `${act.zh}中的${words.map(({ zh }) => zh).join('、')}`,
    en: `${act.en}: ${words.map(({ en }) => en).join(', ')}`,
  }
}

/** Whom the scenes name: posts of one kind of agency, of the others that rules do not tell apart, or of any. */
function whoIn(some: readonly Changed[], everywhere: number, { roleWords }: Vocabulary): Sentence {
  const names = [...new Map(some.map(({ persona }) => [persona.name.en, persona.name])).values()]
  if (names.length < everywhere)
    return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join('; ') }
  const posts = some[0]!.persona.officer.roles.map((role) => roleWords?.[role] ?? { zh: role, en: role })
  return {
    zh: `任何单位的${posts.map(({ zh }) => zh).join('、')}`,
    en: `${posts.map(({ en }) => en).join(', ')} of any agency`,
  }
}
