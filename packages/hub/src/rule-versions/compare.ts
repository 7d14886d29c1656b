import type { Sentence } from '@lianban/kernel'
import { diffPolicies, generatedScenes, type PolicyDiff, RuleFileError, type Vocabulary } from '@lianban/policy'
import { structuredPatch } from 'diff'
import { z } from 'zod'
import { agencyKindWords, operatorId } from '../agencies/index.ts'
import { find } from '../query.ts'
import { Digest } from './propose.ts'
import { type RuleFile, rulesIn } from './rule-files.ts'
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
    return { files: textDiff(before, after), effect: effectOf(before, after, { vocabulary: hub.vocabulary, now }) }
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

/** Nothing when one of the two is in a language that this program no longer reads. */
function effectOf(
  before: readonly RuleFile[],
  after: readonly RuleFile[],
  { vocabulary, now }: { readonly vocabulary: Vocabulary; readonly now: Date },
): Effect | null {
  try {
    const [old, young] = [rulesIn(before, vocabulary), rulesIn(after, vocabulary)]
    const scenes = generatedScenes({ rules: [...old, ...young], vocabulary, agencyKinds: agencyKindWords, now })
    const { rules, gains, losses } = diffPolicies(old, young, { vocabulary, scenes })
    return { ...rules, gains: toldOf(gains, vocabulary), losses: toldOf(losses, vocabulary) }
  } catch (error) {
    if (error instanceof RuleFileError) return null
    throw error
  }
}

const rowsTold = 3

function toldOf(changes: PolicyDiff['gains'], vocabulary: Vocabulary): Told[] {
  const alike = Map.groupBy(changes, ({ persona, subject, action, before, after }) =>
    [persona.name.en, subject, action, (after ?? before)?.rule].join('|'),
  )
  return [...alike.values()].map((some) => {
    const { persona, subject, action, before, after } = some[0]!
    const { rule, because } = (after ?? before)!
    const plain = { zh: `${action} ${subject}`, en: `${action} ${subject}` }
    return {
      who: persona.name,
      act: vocabulary.subjects[subject]?.actionWords?.[action] ?? plain,
      rule,
      because,
      rows: some.slice(0, rowsTold).map(({ row }) => row),
      rowCount: some.length,
    }
  })
}
