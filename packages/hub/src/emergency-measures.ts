import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LinedYaml, RuleFileError } from '@lianban/policy'
import { z } from 'zod'

/** What holds for every breaking of the glass. */
export type EmergencyMeasures = {
  readonly minutes: number
  readonly reviewDays: number
  /** How many reviews may be outstanding before the same officer has to wait for them. */
  readonly openReviews: number
  readonly attemptsPerHour: number
}

const limits: Readonly<Record<keyof EmergencyMeasures, z.ZodType<number>>> = {
  // The wall allows an hour at the most.
  minutes: z.int().min(1).max(60),
  reviewDays: z.int().min(1).max(30),
  openReviews: z.int().min(1).max(20),
  attemptsPerHour: z.int().min(1).max(100),
}
const names = Object.keys(limits) as (keyof EmergencyMeasures)[]

/** Reads `emergency.yaml` of the folder, or refuses it with file, line and what is wrong. */
export function loadEmergencyMeasures(dir: string): EmergencyMeasures {
  const file = join(dir, 'emergency.yaml')
  const yaml = new LinedYaml(file, readFileSync(file, 'utf8'))
  const root = yaml.record(yaml.root, 'the measures', names)
  const found = names.flatMap((name) => {
    if (!root) return []
    const value = limits[name].safeParse(yaml.plain(root[name].value))
    if (value.success) return [[name, value.data] as const]
    yaml.refuse(root[name].value, `${name} cannot be ${JSON.stringify(yaml.plain(root[name].value))}`)
    return []
  })
  if (yaml.problems.length || found.length < names.length) throw new RuleFileError(yaml.problems)
  return Object.fromEntries(found) as EmergencyMeasures
}
