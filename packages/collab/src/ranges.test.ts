import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Ranges } from './ranges.ts'

test('[CO35] what a room holds is remembered exactly, in whatever order it came', () => {
  const span = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 8 }))
  fc.assert(
    fc.property(fc.array(span, { maxLength: 30 }), span, (added, [from, length]) => {
      const ranges = new Ranges()
      const held = new Set<number>()
      for (const [start, size] of added) {
        ranges.add(start, start + size)
        for (let clock = start; clock < start + size; clock++) held.add(clock)
      }
      const asked = Array.from({ length }, (_, i) => from + i)
      expect(ranges.covers(from, from + length)).toBe(asked.every((clock) => held.has(clock)))
      let fromZero = 0
      while (held.has(fromZero)) fromZero += 1
      expect(ranges.fromZero).toBe(fromZero)
    }),
    { numRuns: 500 },
  )
})
