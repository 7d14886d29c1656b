import { expect, test } from 'vitest'
import { createLongWords } from './long-words.ts'

test('[CO53] words longer than a channel carries are cut, and whole again on the other side', () => {
  const here = createLongWords(100)
  const there = createLongWords(100)
  for (const words of ['short', '扣押清单'.repeat(50), 'a'.repeat(1000), '😀'.repeat(99)]) {
    const parts = here.cut('server', words)
    expect(parts.every((part) => Buffer.byteLength(part) <= 200)).toBe(true)
    expect(parts.map(there.join).filter((whole) => whole !== undefined)).toEqual([words])
  }
})
