import type { LinedYaml } from '@lianban/policy'
import { z } from 'zod'

/** The least and the most that a number may be. */
export type Bounds<Name extends string> = Readonly<Record<Name, readonly [least: number, most: number]>>

/** Reads a file of nothing but whole numbers, each within its bounds; what is wrong is noted in the file, by line. */
export function readNumbers<Name extends string>(
  yaml: LinedYaml,
  what: string,
  bounds: Bounds<Name>,
): Readonly<Record<Name, number>> | undefined {
  const names = Object.keys(bounds) as Name[]
  const root = yaml.record(yaml.root, what, names)
  if (!root) return undefined
  const found = names.flatMap((name) => {
    const [least, most] = bounds[name]
    const written = yaml.plain(root[name].value)
    const value = z.int().min(least).max(most).safeParse(written)
    if (value.success) return [[name, value.data] as const]
    yaml.refuse(
      root[name].value,
      `${name} cannot be ${JSON.stringify(written)}: a whole number from ${least} to ${most}`,
    )
    return []
  })
  return yaml.problems.length > 0 ? undefined : (Object.fromEntries(found) as Record<Name, number>)
}
