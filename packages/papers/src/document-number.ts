/** A document number: the agency's code, the year in square corner brackets, and the serial without leading zeros. */
export function documentNumber(of: { agencyCode: string; year: number; serial: number }): string {
  const { agencyCode, year, serial } = of
  if (!/^\p{Script=Han}+$/u.test(agencyCode)) throw new RangeError('the code of an agency is written in Chinese')
  if (!Number.isInteger(year) || year < 1949 || year > 9999) throw new RangeError('the year has four digits')
  if (!Number.isInteger(serial) || serial < 1) throw new RangeError('serial numbers begin at 1')
  return `${agencyCode}〔${year}〕${serial}号`
}
