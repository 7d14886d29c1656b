const digits = '零一二三四五六七八九'

/** The number of the first rank in an official document: 一, 十, 二十三. */
export function chineseNumber(position: number): string {
  if (position < 10) return digits[position] ?? ''
  if (position > 99) return String(position)
  const tens = Math.floor(position / 10)
  const ones = position % 10
  return `${tens === 1 ? '' : digits[tens]}十${ones === 0 ? '' : digits[ones]}`
}

const ownNumber = /^\s*(第?[一二三四五六七八九十]+[、．.]|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．]\s*)/

/**
 * The numbers before the headings of a section, which itself stands under 一、: （一） and then 1. as official documents
 * count (GB/T 9704 7.3.3). A heading that was written with a number of its own counts and gets none besides.
 */
export function headingNumbers(headings: readonly { readonly level: number; readonly text: string }[]): string[] {
  let [second, third] = [0, 0]
  return headings.map(({ level, text }) => {
    if (level === 1) [second, third] = [0, 0]
    if (level === 2) [second, third] = [second + 1, 0]
    if (level === 3) third += 1
    if (level === 1 || ownNumber.test(text)) return ''
    return level === 2 ? `（${chineseNumber(second)}）` : `${third}.`
  })
}
