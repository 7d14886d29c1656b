import { LinedYaml, RuleFileError } from '@lianban/policy'
import { readCeilings } from './ceilings.ts'
import { emergencyBounds } from './emergency.ts'
import { readExportBars } from './export-bars.ts'
import type { Measures } from './measures.ts'
import { readNumbers } from './numbers.ts'
import { periodBounds } from './periods.ts'
import { readReaders } from './readers.ts'
import { readWarnings } from './warnings.ts'

const readers = {
  ceilings: readCeilings,
  emergency: (yaml: LinedYaml) => readNumbers(yaml, 'the measures', emergencyBounds),
  exports: readExportBars,
  periods: (yaml: LinedYaml) => readNumbers(yaml, 'the periods', periodBounds),
  readers: readReaders,
  warnings: readWarnings,
} satisfies { readonly [Name in keyof Measures]: (yaml: LinedYaml) => Measures[Name] | undefined }

export const measureNames = Object.keys(readers) as (keyof Measures)[]

/** Reads the measures from their texts, by their names, or refuses them all with file, line and what is wrong. */
export function readMeasures(
  textOf: (name: keyof Measures) => { readonly file: string; readonly text: string | undefined },
): Measures {
  const files = measureNames.map((name) => {
    const { file, text } = textOf(name)
    if (text === undefined) return { name, problems: [{ file, line: 1, what: 'is missing' }] }
    const yaml = new LinedYaml(file, text)
    return { name, read: yaml.problems.length > 0 ? undefined : readers[name](yaml), problems: yaml.problems }
  })
  const problems = files.flatMap((file) => file.problems)
  if (problems.length > 0) throw new RuleFileError(problems)
  return Object.fromEntries(files.map(({ name, read }) => [name, read])) as Measures
}
