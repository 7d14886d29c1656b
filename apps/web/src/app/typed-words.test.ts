import { createRoot } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTypedWords } from './typed-words.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('[WE10] five letters typed in a row are one question', () => {
  const asked: string[] = []
  createRoot((dispose) => {
    const { type, words } = createTypedWords({ initial: '', onRest: (each) => asked.push(each) })
    for (const typed of ['电', '电子', '电子烟 ']) type(typed)
    expect(words()).toBe('电子烟 ')
    vi.advanceTimersByTime(300)
    dispose()
  })
  expect(asked).toEqual(['电子烟'])
})
