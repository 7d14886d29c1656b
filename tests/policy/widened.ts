import { vocabulary } from '@lianban/hub'
import type { Rule, When } from '@lianban/policy'

export type Widening = { readonly how: string; readonly rule: Rule }

/** The rule with one thing that it asks left out, in every way: each is a hole that a worked example must notice. */
export function widened(rule: Rule): Widening[] {
  const loosened = looser(rule.when).map(({ how, when }) => ({ how, rule: { ...rule, when } }))
  return [{ how: 'for every role', rule: { ...rule, roles: vocabulary.roles } }, ...loosened]
}

function looser(when: When): { how: string; when: When }[] {
  return Object.entries(when).flatMap(([name, test]) => {
    const { [name]: _left, ...others } = when
    const inside = 'some' in test ? looser(test.some) : []
    return [
      { how: `without ${name}`, when: others },
      ...inside.map((part) => ({ how: `${part.how} of ${name}`, when: { ...when, [name]: { some: part.when } } })),
    ]
  })
}
