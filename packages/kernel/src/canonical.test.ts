import { expect, test } from 'vitest'
import { canonicalJson } from './canonical.ts'

test('[KE30] equal values have one form, whatever the order of their fields', () => {
  expect(canonicalJson({ b: [2, { d: 1, c: null }], a: '线索' })).toBe('{"a":"线索","b":[2,{"c":null,"d":1}]}')
  expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }))
})

test('[KE31] numbers, escapes and key order follow the example of RFC 8785', () => {
  const value = {
    numbers: JSON.parse('[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001]'),
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  }
  expect(canonicalJson(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
  expect(canonicalJson({ '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, ö: 7 })).toBe(
    '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
  )
})

test('[KE32] dates become ISO strings and undefined fields are left out', () => {
  expect(canonicalJson({ at: new Date('2026-11-21T00:00:00Z'), gone: undefined })).toBe(
    '{"at":"2026-11-21T00:00:00.000Z"}',
  )
})

test.each([undefined, Number.NaN, Number.POSITIVE_INFINITY, { amount: Number.NaN }, '\ud800', () => 1])(
  '[KE33] a value that JSON cannot say has no canonical form: %s',
  (value) => {
    expect(() => canonicalJson(value)).toThrow()
  },
)
