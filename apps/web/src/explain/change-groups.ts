import type { ExplainedChange } from '../app/api-types.ts'

/** Somebody and everything that would change for them: an agency or an officer by name, or any agency of some kinds. */
export type ChangeGroup = {
  readonly agency: ExplainedChange['agency']
  readonly post: ExplainedChange['post']
  /** Of agencies that the record does not name. */
  readonly kinds: readonly string[]
  readonly role: string
  readonly changes: readonly ExplainedChange[]
}

/** Changes by whom they concern; kinds of agencies that fare alike are one group. */
export function changeGroups(changes: readonly ExplainedChange[]): ChangeGroup[] {
  const named = changes.filter(({ agency }) => agency)
  const others = changes.filter(({ agency }) => !agency)
  const byAgency = [...Map.groupBy(named, ({ agency, post }) => post?.id ?? agency?.id).values()].flat()
  const byName = Map.groupBy(byAgency, ({ agency, post, role }) => `${post?.id ?? agency?.id} ${role}`)
  const byKind = Map.groupBy(others, ({ agencyKind, role }) => `${agencyKind} ${role}`)
  const alike = Map.groupBy([...byKind.values()], (all) => JSON.stringify(all.map(({ role, rule }) => [role, rule])))
  return [...[...byName.values()].map((all) => [all]), ...alike.values()].map((fares) => {
    const { agency, post, role } = fares[0]![0]!
    const kinds = fares.map(([first]) => first!.agencyKind)
    return { agency, post, kinds, role, changes: once(fares[0]!) }
  })
}

/** One line an act and a record by its title: ten closed sections are told as one. */
const once = (changes: readonly ExplainedChange[]): ExplainedChange[] => [
  ...new Map(changes.map((change) => [`${change.action} ${change.kind} ${change.title}`, change])).values(),
]
