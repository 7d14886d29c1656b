import { expect, test } from 'vitest'
import { frozenParts } from './frozen-text.ts'

test('[WE134] a frozen section reads as its title and its words', () => {
  const content = JSON.stringify({ title: '案件来源', document: { type: 'doc' }, text: '群众举报。\n经查属实。' })
  expect(frozenParts(content)).toEqual([
    { field: 'title', text: '案件来源' },
    { field: 'text', text: '群众举报。\n经查属实。' },
  ])
})

test('[WE134] frozen figures read in the words of their sources', () => {
  const content = JSON.stringify([
    { what: '电子烟', amount: 513500, asWritten: '实物标值51.35万元', source: '鉴定意见' },
  ])
  expect(frozenParts(content)).toEqual([{ field: 'figure', text: '电子烟 · “实物标值51.35万元” · 鉴定意见' }])
})

test('[WE134] a frozen case reads with its events', () => {
  const content = JSON.stringify({
    number: 'BJ-0521',
    version: 3,
    events: [{ happenedOn: '2025-05-21', what: '统一收网' }],
  })
  expect(frozenParts(content).map((part) => part.text)).toEqual(['BJ-0521', '2025-05-21 统一收网'])
})

test.each([
  ['{不是记录', [{ field: 'text', text: '{不是记录' }]],
  ['', []],
])('[WE134] content that is no record reads as it stands: "%s"', (content, expected) => {
  expect(frozenParts(content)).toEqual(expected)
})
