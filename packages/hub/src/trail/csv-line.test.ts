import { expect, test } from 'vitest'
import { csvLine } from './csv-line.ts'

test('[HU787] commas, quotes and line breaks stay within their cell', () => {
  expect(csvLine(['甲,乙', '说“好”', 'a "b"', 'x\ny', 3])).toBe('"甲,乙",说“好”,"a ""b""","x\ny",3\r\n')
})

test.each(['=1+1', '+1', '-1', '@sum', '\tx'])('[HU787] %j is text to a spreadsheet and no formula', (text) => {
  expect(csvLine([text])).toBe(`'${text}\r\n`)
})
