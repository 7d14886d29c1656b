import { vocabulary } from '@lianban/hub'
import type { Rule, Test, When } from '@lianban/policy'

export type Widening = { readonly how: string; readonly rule: Rule }

/** The rule with one thing that it asks left out, in every way: each is a hole that a worked example must notice. */
export function widened(rule: Rule): Widening[] {
  const loosened = looser(rule.when).map(({ how, when }) => ({ how, rule: { ...rule, when } }))
  const shown = rule.withholds.length > 0 ? [{ how: 'without withholding', rule: { ...rule, withholds: [] } }] : []
  return [{ how: 'for every role', rule: { ...rule, roles: vocabulary.roles } }, ...loosened, ...shown]
}

function looser(when: When): { how: string; when: When }[] {
  return Object.entries(when).flatMap(([name, test]) => {
    const { [name]: _left, ...others } = when
    return [
      { how: `without ${name}`, when: others },
      ...halves(test).map(({ how, test: half }) => ({ how: `${how} of ${name}`, when: { ...when, [name]: half } })),
    ]
  })
}

/** A test that has parts, with one of them left out. */
function halves(test: Test): { how: string; test: Test }[] {
  if ('some' in test) return looser(test.some).map(({ how, when }) => ({ how, test: { some: when } }))
  if ('who' in test) return looser(test.who).map(({ how, when }) => ({ how, test: { who: when } }))
  if (!('within' in test)) return []
  const [after, before] = test.within
  return [
    { how: 'without before', test: { after } },
    { how: 'without after', test: { before } },
  ]
}
