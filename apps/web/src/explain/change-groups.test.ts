import { expect, test } from 'vitest'
import type { ExplainedChange } from '../app/api-types.ts'
import { changeGroups } from './change-groups.ts'

const change = (changed: Partial<ExplainedChange> | { agency: { id: string } }) =>
  ({
    agency: null,
    agencyKind: 'tobacco',
    post: null,
    role: 'handler',
    officers: 0,
    kind: 'Case',
    title: 'BJ-0521',
    action: 'read',
    words: { zh: '查看案件', en: 'read the case' },
    rule: 'CASE-READ-ALL',
    because: { zh: '理由。', en: 'A reason.' },
    ...changed,
  }) as ExplainedChange

test('[WE261] what would change stands by agency and post', () => {
  const groups = changeGroups([
    change({ agency: { id: 'bj' } }),
    change({ agency: { id: 'bj' }, action: 'share' }),
    change({ agency: { id: 'bj' }, role: 'leader' }),
    change({ agency: { id: 'police' } }),
  ])
  expect(groups.map(({ agency, role, changes }) => [agency?.id, role, changes.length])).toEqual([
    ['bj', 'handler', 2],
    ['bj', 'leader', 1],
    ['police', 'handler', 1],
  ])
})

test('[WE261] agencies that the record does not name and that fare alike are told together', () => {
  const groups = changeGroups([
    change({ agencyKind: 'tobacco' }),
    change({ agencyKind: 'police' }),
    change({ agencyKind: 'police', role: 'leader' }),
  ])
  expect(groups.map(({ kinds, role }) => [kinds, role])).toEqual([
    [['tobacco', 'police'], 'handler'],
    [['police'], 'leader'],
  ])
})

test('[WE261] records without a title are told once an act', () => {
  const closed = { agency: { id: 'bj' }, kind: 'Section', title: null }
  expect(changeGroups([change(closed), change(closed)])[0]!.changes).toHaveLength(1)
})
