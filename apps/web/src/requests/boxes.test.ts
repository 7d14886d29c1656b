import { expect, test } from 'vitest'
import { boxesFor } from './boxes.ts'

test('[WE243] whoever decides finds what was received first, whoever only asks finds the own requests', () => {
  expect(boxesFor(['handler'])).toEqual(['to-us', 'mine'])
  expect(boxesFor(['leader'])).toEqual(['to-us', 'mine', 'agency'])
  expect(boxesFor(['intake'])).toEqual(['mine'])
  expect(boxesFor(['procurator'])).toEqual(['mine'])
  expect(boxesFor(['auditor'])).toEqual(['to-us', 'agency'])
})
