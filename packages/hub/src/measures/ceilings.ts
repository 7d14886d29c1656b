import { type AgencyKind, agencyKinds } from '@lianban/identity'
import type { LinedYaml } from '@lianban/policy'
import { z } from 'zod'
import { isWithin, Label, Level, labels } from '../classification.ts'

/** What holds for every share, whatever an agreement would carry. */
export type Ceilings = {
  readonly highestLevel: Readonly<Record<AgencyKind, Level>>
  readonly fourEyesAbove: Label
  readonly remindDays: number
}

export const RemindDays = z.int().min(0).max(365)

/** Reads the file of ceilings; what is wrong is noted in the file, by line. */
export function readCeilings(yaml: LinedYaml): Ceilings | undefined {
  const root = yaml.record(yaml.root, 'the ceilings', ['highestLevel', 'fourEyesAbove', 'remindDays'])
  const levels = root && yaml.record(root.highestLevel.value, 'highestLevel', agencyKinds)
  const known = <Value>(schema: z.ZodType<Value>, name: string, at: Parameters<LinedYaml['plain']>[0]) => {
    const value = schema.safeParse(yaml.plain(at))
    return value.success ? value.data : yaml.refuse(at, `${name} cannot be ${JSON.stringify(yaml.plain(at))}`)
  }
  const highestLevel = levels && agencyKinds.map((kind) => [kind, known(Level, kind, levels[kind].value)] as const)
  const fourEyesAbove = root && known(Label, 'fourEyesAbove', root.fourEyesAbove.value)
  const remindDays = root && known(RemindDays, 'remindDays', root.remindDays.value)
  if (yaml.problems.length || !highestLevel || !fourEyesAbove || remindDays === undefined) return undefined
  return { highestLevel: Object.fromEntries(highestLevel) as Ceilings['highestLevel'], fourEyesAbove, remindDays }
}

/** Whether opening a record with this label takes two officers. */
export const needsFourEyes = ({ fourEyesAbove }: Ceilings, label: Label): boolean =>
  !isWithin(labels, label, fourEyesAbove)
