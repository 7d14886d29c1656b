import { type LinedYaml, unknownName } from '@lianban/lined-yaml'
import { z } from 'zod'
import type { Laws } from './citation.ts'
import { noteUnknownLaws } from './note-unknown-laws.ts'
import { Crime, Threshold, type Thresholds } from './threshold.ts'

const File = z.strictObject({
  crimes: z.record(z.string().regex(/^[a-z_]+$/), Crime),
  thresholds: z.array(z.unknown()).min(1),
})

/** Reads the table of thresholds; everything wrong with it is noted in the file, by line. */
export function readThresholds(yaml: LinedYaml, laws: Laws): Thresholds | undefined {
  const file = yaml.checked(yaml.root, 'the thresholds', File)
  if (!file) return undefined
  const entries = yaml.mapping(yaml.root, 'the thresholds')
  for (const { name, value } of yaml.mapping(entries?.get('crimes')?.value ?? null, 'crimes')?.values() ?? []) {
    const { basis, except } = file.crimes[name]!
    noteUnknownLaws(yaml, value, laws, [...basis, ...except.flatMap((each) => each.basis)])
  }
  const rows: Threshold[] = []
  for (const node of yaml.list(entries?.get('thresholds')?.value ?? null, 'thresholds') ?? []) {
    const read = yaml.checked(node, 'a threshold', Threshold)
    if (!read) continue
    const row = { ...read, file: yaml.file, line: yaml.lineOf(node) }
    noteUnknownLaws(yaml, node, laws, row.basis)
    if (!Object.hasOwn(file.crimes, row.crime))
      yaml.refuse(node, unknownName('crime', row.crime, Object.keys(file.crimes)))
    const twin = rows.find(({ id }) => id === row.id)
    if (twin) yaml.refuse(node, `${row.id} is already the id of the threshold at ${twin.file}:${twin.line}`)
    rows.push(row)
  }
  const idle = Object.keys(file.crimes).find((crime) => !rows.some((row) => row.crime === crime))
  if (idle && yaml.problems.length === 0) yaml.refuse(yaml.root, `no threshold is about ${idle}`)
  return { crimes: file.crimes, rows }
}
