import { expect, test } from 'vitest'
import { isRecordId, recordIdIn } from './record-id.ts'

const id = '0198c0de-0000-7000-8000-0000000a1b2c'

test.each([id, ` ${id.toUpperCase()} `, `https://hub.example/cases/${id}/audit?x=1`])(
  '[WE530] the id of a record is read from %s',
  (text) => {
    expect(recordIdIn(text)).toBe(id)
    expect(isRecordId(text)).toBe(true)
  },
)

test.each(['', '跨省案', id.slice(1), 'https://hub.example/cases'])(
  '[WE530] in “%s” there is no id of a record',
  (text) => {
    expect(isRecordId(text)).toBe(false)
  },
)
