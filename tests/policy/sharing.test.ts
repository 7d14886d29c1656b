import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { playSharingExamples, type RuleSet, readRuleFiles, ruleSetIn, sharingAnswers, vocabulary } from '@lianban/hub'
import type { Rule } from '@lianban/policy'
import { describe, expect, test } from 'vitest'
import { widened } from './widened.ts'

const policies = fileURLToPath(new URL('../../policies', import.meta.url))
const ours = ruleSetIn(readRuleFiles(policies), vocabulary)
const names = Object.keys(sharingAnswers)

const played = (name: string, set: RuleSet) => {
  const file = `${policies}/sharing/${name}.examples.yaml`
  return playSharingExamples(set, name, { file, text: readFileSync(file, 'utf8') })
}
/** What no worked example notices when it is left out. */
const unnoticed = (name: string, loosened: readonly { how: string; set: RuleSet }[]) =>
  loosened.filter(({ set }) => played(name, set).problems.length === 0).map(({ how }) => how)

test.each(names)('[PE41] every worked example beside %s holds, and every rule is said of one', (name) => {
  expect(played(name, ours).problems).toEqual([])
})

test('[PE41] no worked examples lie beside files on sharing that nobody plays', () => {
  const files = readdirSync(`${policies}/sharing`).filter((name) => name.endsWith('.examples.yaml'))
  expect(files.toSorted()).toEqual(names.map((name) => `${name}.examples.yaml`).toSorted())
  expect(names.every((name) => existsSync(`${policies}/sharing/${name}.yaml`))).toBe(true)
})

describe('whatever is asked, some worked example fails without it', () => {
  test.each(ours.autoShares.map(({ rule }) => rule.id))('[PE42] by %s', (id) => {
    const at = ours.autoShares.findIndex(({ rule }) => rule.id === id)
    const auto = ours.autoShares[at]!
    const loosened = widened(auto.rule)
      .filter(({ how }) => how !== 'for every role')
      .map(({ how, rule }) => ({ how, set: { ...ours, autoShares: ours.autoShares.with(at, { ...auto, rule }) } }))
    expect(unnoticed('auto-share', loosened)).toEqual([])
  })

  const { measures } = ours
  const spoken = (['warnings', 'exports'] as const).flatMap((name) =>
    measures[name].map((rule, at) => ({ id: rule.id, name, rule, at })),
  )
  test.each(spoken)('[PE55] by $id', ({ name, rule, at }) => {
    const asked = { roles: [], withholds: [], when: rule.when } as unknown as Rule
    const loosened = widened(asked)
      .filter(({ how }) => how !== 'for every role')
      .map(({ how, rule: { when } }) => ({
        how,
        set: { ...ours, measures: { ...measures, [name]: measures[name].with(at, { ...rule, when }) } },
      }))
    expect(unnoticed(name, loosened)).toEqual([])
  })

  test('[PE56] of those who answer for a record, post by post', () => {
    const { answeredBy } = measures.readers
    const answering = (how: string, roles: typeof answeredBy) => ({
      how,
      set: { ...ours, measures: { ...measures, readers: { answeredBy: roles } } },
    })
    const others = (vocabulary.roles as typeof answeredBy).filter((role) => !answeredBy.includes(role))
    const loosened = [
      ...answeredBy.map((role) =>
        answering(
          `without ${role}`,
          answeredBy.filter((one) => one !== role),
        ),
      ),
      ...others.map((role) => answering(`with ${role}`, [...answeredBy, role])),
    ]
    expect(unnoticed('readers', loosened)).toEqual([])
  })
})

test('[PE43] supervision is never given more than to comment, and nothing above sensitive is opened by one alone', () => {
  const { highestLevel, fourEyesAbove } = ours.measures.ceilings
  expect(['view', 'comment']).toContain(highestLevel.procuratorate)
  expect(['public', 'internal', 'sensitive']).toContain(fourEyesAbove)
})
