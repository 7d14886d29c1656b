import { expect, test } from 'vitest'
import { readCartonCode } from './carton-code.ts'

const today = new Date('2026-03-02T08:00:00Z')
const read = (code: string) => readCartonCode(code, today)

test('[KE70] a carton code tells day, case, place in it, company, licence and region', () => {
  expect(read('3090399327788543CDYC430701204804')).toEqual({
    code: '3090399327788543CDYC430701204804',
    sortedOn: '2023-09-03',
    caseSerial: '993277885',
    order: 43,
    company: 'CDYC',
    licence: '430701204804',
    region: '430701',
    findings: [],
  })
  expect(read(' 3090399327788543 cdyc 430701204804 ')?.company).toBe('CDYC')
})

test.each([
  ['60302', '2026-03-02'],
  ['60303', '2016-03-03'],
  ['51231', '2025-12-31'],
  ['70101', '2017-01-01'],
  ['40229', '2024-02-29'],
  ['60229', '2016-02-29'],
])('[KE70] a sorting date of %s is of the latest year that is not after today: %s', (digits, day) => {
  expect(read(`${digits}99327788543CDYC430701204804`)?.sortedOn).toBe(day)
})

test('[KE71] a carton beyond the fiftieth of its case and a number that is no retail licence are told', () => {
  expect(read('3090399327788550CDYC430701204804')?.findings).toEqual([])
  expect(read('3090399327788551CDYC430701204804')?.findings).toEqual(['order'])
  expect(read('3090399327788551CDYC430701904804')?.findings).toEqual(['order', 'licence'])
})

test.each([
  '',
  '309039932778854',
  '3139999327788543CDYC430701204804',
  '5022999327788543CDYC430701204804',
  '3090399327788500CDYC430701204804',
  'X090399327788543CDYC430701204804',
])('[KE71] “%s” is no carton code', (code) => {
  expect(read(code)).toBeNull()
})
