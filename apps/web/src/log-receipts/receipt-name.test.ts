import { expect, test } from 'vitest'
import { receiptName } from './receipt-name.ts'

const signed = { act: 'handoff.sign', at: '2026-03-02T08:00:05.123Z', entryId: '019cabcd-0000-7000-8000-0000000a1b2c' }

test('[WE510] the files of receipts are named by time and act, and no two alike', () => {
  expect(receiptName(signed)).toBe('receipt-20260302-080005-handoff-sign-0a1b2c.json')
  const next = { ...signed, entryId: '019cabcd-0000-7000-8000-0000000a1b2d' }
  expect(receiptName(next)).not.toBe(receiptName(signed))
})
