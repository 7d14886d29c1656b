import { expect, test } from 'vitest'
import type { Clue } from '../app/api-types.ts'
import { recordOf } from '../clues/clue-draft.ts'
import { changesOf, draftOf } from './clue-changes.ts'

const clue = {
  title: '标题',
  content: null,
  kind: 'report',
  source: 'patrol',
  reportedOn: '2024-11',
  label: 'internal',
  handlingCode: 'unrestricted',
  region: '110113',
  place: '顺义',
  goods: [{ what: 'pods', note: '烟弹', quantity: 3 }],
  methods: ['minors'],
  identifiers: [{ kind: 'phone', value: '13800000000' }],
  withheld: ['content'],
} as unknown as Clue

const untouched = recordOf(draftOf(clue))

test('[WE224] a clue that was only looked at has no changes', () => {
  expect(changesOf(untouched, recordOf(draftOf(clue)), clue.withheld)).toEqual([])
})

test('[WE224] each field that differs is one change, in the order of the page', () => {
  const draft = { ...draftOf(clue), place: ' 昌平 ', goods: [], title: '标题' }
  expect(changesOf(untouched, recordOf(draft), clue.withheld)).toEqual([
    { field: 'place', value: '昌平' },
    { field: 'goods', value: [] },
  ])
})

test('[WE224] what is withheld from the officer is never sent', () => {
  const draft = { ...draftOf(clue), content: '猜测的内容' }
  expect(changesOf(untouched, recordOf(draft), clue.withheld)).toEqual([])
})
