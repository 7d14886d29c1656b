const partsInChina = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
})

/** The day in China as a paper says it, in Arabic figures without leading zeros: 2025年8月1日. */
export function chineseDate(at: Date): string {
  const parts = new Map(partsInChina.formatToParts(at).map(({ type, value }) => [type, value]))
  return `${parts.get('year')}年${parts.get('month')}月${parts.get('day')}日`
}
