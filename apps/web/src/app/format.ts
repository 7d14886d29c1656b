import { locale } from './i18n/index.ts'

const tag = () => (locale() === 'zh' ? 'zh-CN' : 'en-GB')
const inShanghai = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', ...options })

/** An instant as a day in Beijing time: 2024-11-21. */
export const formatDate = (iso: string): string => inShanghai({ dateStyle: 'short' }).format(new Date(iso))

/** The last day on which something with this end still holds: what ends at midnight ends with the day before. */
export const formatLastDay = (end: string): string => formatDate(new Date(Date.parse(end) - 1).toISOString())

/** An instant to the minute in Beijing time: 2024-11-21 09:30. */
export const formatDateTime = (iso: string): string =>
  inShanghai({ dateStyle: 'short', timeStyle: 'short' }).format(new Date(iso))

/** An instant to the second in Beijing time, for receipts and the log. */
export const formatInstant = (iso: string): string =>
  inShanghai({ dateStyle: 'short', timeStyle: 'medium' }).format(new Date(iso))

/** A date of which perhaps only the month or the year is known. */
export function formatPartialDate(date: string): string {
  const [year, month, day] = date.split('-')
  if (locale() === 'en') return date
  if (day) return `${year}年${Number(month)}月${Number(day)}日`
  return month ? `${year}年${Number(month)}月` : `${year}年`
}

/** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD', and a day that exists. */
export function isPartialDate(text: string): boolean {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)) return false
  const whole = `${text}-01-01`.slice(0, 10)
  const day = new Date(`${whole}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(whole)
}

export const formatNumber = (value: number): string =>
  new Intl.NumberFormat(tag(), { maximumFractionDigits: 6 }).format(value)

/** Yuan as they are spoken of: 2,213.16 万元. */
export function formatMoney(yuan: number): string {
  if (locale() === 'en') return `CNY ${formatNumber(yuan)}`
  const inTenThousands = Math.abs(yuan) >= 10_000
  return `${formatNumber(inTenThousands ? yuan / 10_000 : yuan)} ${inTenThousands ? '万元' : '元'}`
}

/** A sourced figure with its unit; yuan are gathered into 万元. */
export const formatAmount = (amount: number, unit: string): string =>
  unit === '元' ? formatMoney(amount) : `${formatNumber(amount)} ${unit}`

/** One of several, as it is said: 甲、乙或丙. */
export const formatAlternatives = (words: readonly string[]): string =>
  new Intl.ListFormat(tag(), { type: 'disjunction' }).format(words)

/** The beginning of a digest, enough to compare by eye. */
export const shortDigest = (hex: string): string => hex.slice(0, 12)
