import { expect, test } from 'vitest'
import { taskKind } from './task-kinds.ts'

test('[WE302] a task names the part of the work it belongs to, an unknown one as it came', () => {
  expect(taskKind('handoff.sign')).toBe('移送')
  expect(taskKind('ferry.board')).toBe('ferry')
  expect(taskKind('constructor.name')).toBe('constructor')
})
