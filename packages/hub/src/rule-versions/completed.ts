import { LinedYaml } from '@lianban/policy'
import { filesIn, type RuleFile } from './rule-files.ts'

/**
 * A version that a former program kept says nothing of what has come under versions since: a whole file, a measure in one,
 * or a kind of agency in a measure. What lies on disk held instead, and becomes part of it; what the version does say stays
 * as it was approved.
 */
export function completed(
  kept: readonly RuleFile[],
  onDisk: readonly RuleFile[],
): { readonly files: readonly RuleFile[]; readonly added: readonly string[] } {
  const added: string[] = []
  const files = new Map(kept.map((file) => [file.name, file]))
  for (const disk of filesIn(onDisk, 'sharing')) {
    const mine = files.get(disk.name)
    const whole = mine ? filledUp(mine, disk) : { text: disk.text, added: [''] }
    files.set(disk.name, { ...disk, text: whole.text })
    added.push(...whole.added.map((name) => `${disk.name} ${name}`.trimEnd()))
  }
  return { files: [...files.values()], added }
}

/** What the file on disk says beside, as it is written there; of a list, whose entries anybody may take out, nothing lacks. */
function filledUp(mine: RuleFile, disk: RuleFile): { readonly text: string; readonly added: readonly string[] } {
  const said = entriesOf(mine)
  const added: string[] = []
  let { text } = mine
  for (const [name, written] of entriesOf(disk)) {
    const kept = said.get(name)
    if (kept === undefined) {
      text = `${text.trimEnd()}\n\n${written}\n`
      added.push(name)
      continue
    }
    const lines = linesLacking(kept, written)
    if (lines.length > 0) text = text.replace(kept, () => [kept, ...lines].join('\n'))
    added.push(...lines.map((line) => `${name} ${keyOf(line)}`))
  }
  return { text, added }
}

const entriesOf = ({ name, text }: RuleFile): ReadonlyMap<string, string> => new LinedYaml(name, text).writtenEntries()

/** Of a measure that says something for each of several kinds, one to a line: the kinds that came since. */
function linesLacking(kept: string, written: string): string[] {
  const keys = new Set(kept.split('\n').map(keyOf))
  return keys.size > 1 ? written.split('\n').filter((line) => !keys.has(keyOf(line))) : []
}

const keyOf = (line: string): string | undefined => /^ {2}(\w+):/.exec(line)?.[1]
