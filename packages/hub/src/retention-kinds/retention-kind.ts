import { LinedYaml, RuleFileError, RuleId } from '@lianban/policy'
import { z } from 'zod'

const Said = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })

/** No kind is kept for less: Cybersecurity Law, network logs. The database refuses it as well. */
const leastMonths = 6

const Kind = z.strictObject({
  id: RuleId,
  acts: z.array(z.string().regex(/^(\*|[a-zA-Z]+\.(\*|[a-zA-Z-]+))$/)).min(1),
  months: z.int().min(leastMonths).max(1200),
  whileCaseOpen: z.boolean(),
  says: Said,
  basis: z
    .array(
      z.strictObject({
        law: Said,
        article: z.string(),
        status: z.enum(['verified', 'derived', 'house']),
        note: Said,
      }),
    )
    .min(1),
})

/** How long the salts of a kind of entries are kept, by what law, and whether the case has to be closed as well. */
export type RetentionKind = z.infer<typeof Kind>

/** Reads `policies/audit/retention.yaml`; a file that leaves an act without a kind, or says anything else, is refused with its lines. */
export function readRetention(file: string, text: string): readonly RetentionKind[] {
  const yaml = new LinedYaml(file, text)
  const kinds = yaml.problems.length ? undefined : yaml.checked(yaml.root, 'retention', z.array(Kind).min(1))
  const ids = kinds?.map(({ id }) => id) ?? []
  for (const [at, id] of ids.entries()) if (ids.indexOf(id) < at) yaml.refuse(yaml.root, `${id} is there twice`)
  if (kinds && kinds.findIndex(({ acts }) => acts.includes('*')) !== kinds.length - 1)
    yaml.refuse(yaml.root, 'the last kind, and no other, has all other acts')
  if (!kinds || yaml.problems.length) throw new RuleFileError(yaml.problems)
  return kinds
}

const names = (pattern: string, act: string): boolean =>
  pattern === '*' || pattern === act || (pattern.endsWith('.*') && act.startsWith(pattern.slice(0, -1)))

/** The kind that an act is kept as: the first that names it. */
export const kindOfAct = (kinds: readonly RetentionKind[], act: string): RetentionKind =>
  kinds.find(({ acts }) => acts.some((pattern) => names(pattern, act)))!
