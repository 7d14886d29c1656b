import { LinedYaml, RuleFileError, RuleId } from '@lianban/policy'
import { z } from 'zod'

/** To whom an alert goes: the officer's own agency, the owners of the records, the operator's audit administrator. */
export const audiences = ['own', 'owner', 'operator'] as const
export type Audience = (typeof audiences)[number]

const Hour = z.int().min(0).max(24)
const rule = (groups: readonly string[]) =>
  z.strictObject({
    id: RuleId,
    when: z.strictObject({
      outcome: z.enum(['done', 'refused']),
      /** A group of acts, as whoever goes through the log chooses them. */
      group: z.enum(groups).exactOptional(),
      /** From this hour in China until before that one. */
      hours: z.tuple([Hour, Hour]).exactOptional(),
      isOfOthers: z.literal(true).exactOptional(),
    }),
    counts: z.enum(['acts', 'records']),
    atLeast: z.int().min(2).max(10_000),
    withinMinutes: z.int().min(1).max(1440),
    tells: z.array(z.enum(audiences)).min(1),
    says: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  })

/** What in the log is out of the ordinary: so many acts of a kind by one officer within so many minutes, and who is told. */
export type AlertRule = z.infer<ReturnType<typeof rule>>

/** Reads `policies/audit/alerts.yaml`; a file that says anything else is refused with its lines. */
export function readAlertRules(file: string, text: string, groups: readonly string[]): readonly AlertRule[] {
  const yaml = new LinedYaml(file, text)
  const rules = yaml.problems.length ? undefined : yaml.checked(yaml.root, 'alerts', z.array(rule(groups)).min(1))
  const ids = rules?.map(({ id }) => id) ?? []
  for (const [at, id] of ids.entries()) if (ids.indexOf(id) < at) yaml.refuse(yaml.root, `${id} is there twice`)
  if (!rules || yaml.problems.length) throw new RuleFileError(yaml.problems)
  return rules
}
