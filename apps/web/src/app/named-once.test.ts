import { expect, test } from 'vitest'
import { namedOnce } from './named-once.ts'

test('[WE12] a post that names its agency is not preceded by it again', () => {
  expect(namedOnce('北京烟草', '北京烟草·承办员')).toBe('北京烟草·承办员')
  expect(namedOnce('北京烟草', '承办员')).toBe('北京烟草 · 承办员')
})
