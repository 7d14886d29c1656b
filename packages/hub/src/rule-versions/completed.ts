import { LinedYaml } from '@lianban/policy'
import { filesIn, type RuleFile } from './rule-files.ts'

/**
 * A version that a former program kept says nothing of what has come under versions since: a whole file, or a measure in
 * one. What lies on disk held instead, and becomes part of it; what the version does say stays as it was approved.
 */
export function completed(
  kept: readonly RuleFile[],
  onDisk: readonly RuleFile[],
): { readonly files: readonly RuleFile[]; readonly added: readonly string[] } {
  const added: string[] = []
  const files = new Map(kept.map((file) => [file.name, file]))
  for (const disk of filesIn(onDisk, 'sharing')) {
    const mine = files.get(disk.name)
    const lacking = mine ? measuresLacking(mine, disk) : undefined
    if (!mine) files.set(disk.name, disk)
    else if (lacking?.size)
      files.set(disk.name, { ...mine, text: `${[mine.text.trimEnd(), ...lacking.values()].join('\n\n')}\n` })
    added.push(...(mine ? [...(lacking?.keys() ?? [])].map((name) => `${disk.name} ${name}`) : [disk.name]))
  }
  return { files: [...files.values()], added }
}

/** As they are written on disk, by their names; of a list, whose entries anybody may take out, none is lacking. */
function measuresLacking(mine: RuleFile, disk: RuleFile): ReadonlyMap<string, string> {
  const [said, known] = [mine, disk].map(({ name, text }) => new LinedYaml(name, text).writtenEntries()) as [
    ReadonlyMap<string, string>,
    ReadonlyMap<string, string>,
  ]
  return new Map([...known].filter(([name]) => !said.has(name)))
}
