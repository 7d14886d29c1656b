import { expect, test } from 'vitest'
import { agencyShade, shades, shadesOf } from './agency-shade.ts'

test('[DO22] agencies of one section have shades of their own while there are enough', () => {
  const agencies = Array.from({ length: shades }, (_, i) => `agency ${i}`)
  expect(new Set(shadesOf(agencies).values()).size).toBe(shades)
  const alone = shadesOf(['bj', 'bj'])
  expect([...alone]).toEqual([['bj', agencyShade('bj')]])
  expect(shadesOf([...agencies, 'one more']).size).toBe(shades + 1)
})
