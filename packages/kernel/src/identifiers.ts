/** Unified social credit code, GB 32100-2015: 18 characters, the last one a check over the others. */
export function isUscc(code: string): boolean {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  if (!/^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/.test(code)) return false
  let sum = 0
  let weight = 1
  for (const character of code.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return alphabet[(31 - (sum % 31)) % 31] === code[17]
}

/** Citizen identity number, GB 11643-1999: 18 characters, ISO 7064 MOD 11-2 check, a birth date that exists. */
export function isCitizenId(number: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number)) return false
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, i) => total + weight * Number(number[i]), 0)
  return isDate(number.slice(6, 14)) && '10X98765432'[sum % 11] === number[17]
}

const plate =
  /^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z]([A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]|[A-HJK][A-HJ-NP-Z0-9][0-9]{4}|[0-9]{5}[A-HJK])$/

/** Vehicle plate without separators: seven characters, eight for new-energy vehicles. */
export const isPlate = (text: string): boolean => plate.test(text)

/** Mobile number of the mainland: eleven digits. */
export const isMobile = (text: string): boolean => /^1[3-9]\d{9}$/.test(text)

/** Retail licence number: six digits of region, one of kind (1 individual, 2 enterprise), five of serial. */
export const isRetailLicence = (text: string): boolean => /^\d{6}[12]\d{5}$/.test(text)

/** The 32-character code of a carton: date, case serial and carton order, company, retail licence. */
export function isCartonCode(code: string): boolean {
  const match = /^\d(\d{4})\d{9}(\d{2})[A-Z]{4}(\d{12})$/.exec(code)
  if (!match) return false
  // The year is one digit, so a leap day cannot be ruled out: test the day against a leap year.
  return isDate(`2024${match[1]}`) && Number(match[2]) >= 1
}

/** Account number: a payment card with its check digit (ISO/IEC 7812-1, Luhn), or the plain digits of another account. */
export function isAccount(number: string): boolean {
  const isCard = /^(62\d{14,17}|[345]\d{15})$/.test(number)
  return /^\d{8,30}$/.test(number) && (!isCard || passesLuhn(number))
}

function passesLuhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, i) => {
    const weighed = Number(digit) * (i % 2 ? 2 : 1)
    return total + (weighed > 9 ? weighed - 9 : weighed)
  }, 0)
  return sum % 10 === 0
}

/** Full-width characters become half-width, spaces and separators go, letters become capitals: the one form that is stored and compared. */
export const normalised = (identifier: string): string =>
  identifier
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cf}·•・\u2212.]/gu, '')
    .toUpperCase()

function isDate(yyyymmdd: string): boolean {
  const iso = `${yyyymmdd.slice(0, 4)}-${yyyymmdd.slice(4, 6)}-${yyyymmdd.slice(6)}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso)
}
