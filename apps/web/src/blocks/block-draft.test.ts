import { expect, test } from 'vitest'
import { blankBlock, blockProblem } from './block-draft.ts'

test.each([
  [{ ...blankBlock }, 'record'],
  [{ ...blankBlock, recordId: 'item' }, undefined],
  [{ ...blankBlock, kind: 'image' as const, recordId: 'file' }, undefined],
  [{ ...blankBlock, kind: 'event' as const, recordId: 'event' }, undefined],
  [{ ...blankBlock, kind: 'figure' as const, recordId: 'figure' }, undefined],
  [{ ...blankBlock, kind: 'goods' as const, recordId: 'event' }, 'record'],
  [{ ...blankBlock, kind: 'goods' as const, clueId: 'clue' }, undefined],
  [{ ...blankBlock, kind: 'quotation' as const, clueId: 'clue' }, 'words'],
  [{ ...blankBlock, kind: 'quotation' as const, clueId: 'clue', words: '烟弹三枚' }, 'words'],
  [{ ...blankBlock, kind: 'quotation' as const, clueId: 'clue', words: ' 电子烟 ' }, undefined],
])('[WE440] a block is inserted once its record is chosen and its words are the clue’s: %j', (draft, problem) => {
  expect(blockProblem(draft, '电子烟伪装成医用雾化器。')).toBe(problem)
})

test('[WE440] a clue whose content is withheld or not read yet is not quoted', () => {
  const draft = { ...blankBlock, kind: 'quotation' as const, clueId: 'clue', words: '电子烟' }
  for (const content of [null, undefined]) expect(blockProblem(draft, content)).toBe('words')
})
