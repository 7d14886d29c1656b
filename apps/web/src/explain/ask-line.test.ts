import { expect, test } from 'vitest'
import type { ExplainedRule } from '../app/api-types.ts'
import { askLine } from './ask-line.ts'

type Whom = ExplainedRule['ask'][number]
const bj = { shortZh: '北京烟草', shortEn: 'Beijing Tobacco' } as NonNullable<Whom['agency']>

test.each([
  [{ closer: 'owner', agency: bj, roles: ['handler', 'leader'] }, '可联系北京烟草的承办员或负责人。'],
  [
    { closer: 'owner', agency: bj, roles: ['intake', 'handler', 'leader'] },
    '可联系北京烟草的线索受理、承办员或负责人。',
  ],
  [{ closer: 'own-agency', agency: bj, roles: ['leader'] }, '请本单位负责人安排合适岗位的人员办理。'],
  [{ closer: 'does-it', agency: bj, roles: ['leader'] }, '这项由北京烟草的负责人办理。'],
  [{ closer: 'nobody', agency: null, roles: [] }, '按现行规则，没有人可以放行。'],
] as const)('[WE262] whom to ask is said in a sentence: %s', (whom, line) => {
  expect(askLine(whom as unknown as Whom)).toBe(line)
})
