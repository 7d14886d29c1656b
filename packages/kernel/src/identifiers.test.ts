import { describe, expect, test } from 'vitest'
import { formOf, identifierKinds } from './identifier-kinds.ts'
import {
  isAccount,
  isCartonCode,
  isCitizenId,
  isMobile,
  isPlate,
  isRetailLicence,
  isUscc,
  normalised,
} from './identifiers.ts'

/** Every text that differs from this one in one digit. */
const oneDigitOff = (text: string) =>
  [...text].flatMap((character, at) =>
    /\d/.test(character)
      ? [...'0123456789']
          .filter((other) => other !== character)
          .map((other) => text.slice(0, at) + other + text.slice(at + 1))
      : [],
  )

describe('unified social credit code', () => {
  // The worked example of GB 32100-2015, and one code from a public register.
  const published = ['91350100M000100Y43', '91110000802100433B']

  test.each(published)('[KE1] accepts the published code %s', (code) => {
    expect(isUscc(code)).toBe(true)
  })

  test('[KE2] finds every single mistyped digit in a credit code', () => {
    for (const code of published) {
      for (const typo of oneDigitOff(code)) expect([typo, isUscc(typo)]).toEqual([typo, false])
    }
  })

  test.each(['', '91350100M000100Y4', '91350100M000100Y433', '91350100I000100Y43', '91350100m000100y43'])(
    '[KE3] refuses the malformed credit code "%s"',
    (code) => {
      expect(isUscc(code)).toBe(false)
    },
  )
})

describe('citizen identity number', () => {
  test('[KE4] accepts the textbook number and finds every single mistyped digit', () => {
    expect(isCitizenId('11010519491231002X')).toBe(true)
    for (const typo of oneDigitOff('11010519491231002X')) expect([typo, isCitizenId(typo)]).toEqual([typo, false])
  })

  test('[KE5] refuses a birth date that is not in the calendar', () => {
    expect(isCitizenId('999999200002290019')).toBe(true)
    expect(isCitizenId('999999200102290016')).toBe(false)
    expect(isCitizenId('999999200002300010')).toBe(false)
  })
})

test.each(['京A12345', '京AD12345', '京A12345D', '粤B1234学', '陕D8Z8Z8'])('[KE6] accepts the plate %s', (plate) => {
  expect(isPlate(plate)).toBe(true)
})

test.each(['京A1234', '京O12345', '京AI2345', 'XA12345', '京A123456', '京AL12345'])(
  '[KE6] refuses the plate %s',
  (plate) => {
    expect(isPlate(plate)).toBe(false)
  },
)

test('[KE7] a mobile number is eleven digits that begin with 13 to 19', () => {
  expect(isMobile('13800138000')).toBe(true)
  for (const wrong of ['12800138000', '1380013800', '138001380000', '+8613800138000'])
    expect(isMobile(wrong)).toBe(false)
})

test('[KE8] a retail licence names an individual or an enterprise in its seventh digit', () => {
  expect(['430701204804', '120107102001'].map(isRetailLicence)).toEqual([true, true])
  expect(['430701304804', '43070120480', '4307012048041'].map(isRetailLicence)).toEqual([false, false, false])
})

describe('carton code', () => {
  test('[KE9] accepts the published carton code, leap days included', () => {
    expect(isCartonCode('3090399327788543CDYC430701204804')).toBe(true)
    expect(isCartonCode('4022999327788543CDYC430701204804')).toBe(true)
  })

  test.each([
    ['3133999327788543CDYC430701204804', 'a thirteenth month'],
    ['3023099327788543CDYC430701204804', '30 February'],
    ['3090399327788500CDYC430701204804', 'carton zero'],
    ['3090399327788543CD1C430701204804', 'a digit in the company'],
    ['3090399327788543CDYC43070120480', 'a digit too few'],
  ])('[KE10] refuses %s for %s', (code) => {
    expect(isCartonCode(code)).toBe(false)
  })
})

test('[KE11] identifiers are compared without spaces, separators, case and width', () => {
  expect(normalised(' 京a·123 45 ')).toBe('京A12345')
  expect(normalised('京Ａ•１２３４５')).toBe('京A12345')
  expect(normalised('9135-0100-m000.100y-43')).toBe('91350100M000100Y43')
  expect(normalised('138–0013—8000\u200b')).toBe('13800138000')
  expect(normalised('１３８－００１３−８０００')).toBe('13800138000')
})

describe('bank account', () => {
  // Test numbers that payment networks publish.
  const cards = ['6212345678900000003', '4111111111111111', '5555555555554444']

  test.each(cards)('[KE12] accepts the card %s and finds every mistyped digit', (card) => {
    expect(isAccount(card)).toBe(true)
    for (const typo of oneDigitOff(card).filter((text) => text.startsWith(card.slice(0, 2))))
      expect([typo, isAccount(typo)]).toEqual([typo, false])
  })

  test('[KE12] an account that is no card is 8 to 30 digits', () => {
    expect(['0200001009014413', '11001085400059000000', '12345678', '1'.repeat(30)].map(isAccount)).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(['1234567', '1'.repeat(31), '12345678A', ''].map(isAccount)).toEqual([false, false, false, false])
  })
})

test.each(['13800138000', '+86 138 0013 8000', '＋８６-13800138000', '0086 13800138000', '86 138-0013-8000'])(
  '[KE13] the mobile number "%s" has one form',
  (typed) => {
    expect(formOf('phone', typed)).toBe('13800138000')
  },
)

test('[KE13] no other identifier loses a leading 86, and no number that is no mobile one', () => {
  for (const kind of identifierKinds.filter((one) => one !== 'phone'))
    expect(formOf(kind, '86 13800138000')).toBe('8613800138000')
  expect(formOf('phone', '86 2800138000')).toBe('862800138000')
})
