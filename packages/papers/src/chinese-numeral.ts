const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const places = ['', '十', '百', '千']

/** A whole number below ten thousand in Chinese numerals, as headings count. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) throw new RangeError('headings count from 1 to 9999')
  const written = [...String(value)]
    .map((digit, n, all) => (digit === '0' ? '零' : `${digits[Number(digit)]}${places[all.length - 1 - n]}`))
    .join('')
  return written.replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十')
}
