import { formatNumber } from '../app/format.ts'

const steps = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/** A length as people say it, with three digits at most. */
export function formatBytes(bytes: number): string {
  const step = Math.min(steps.length - 1, bytes > 0 ? Math.floor(Math.log2(bytes) / 10) : 0)
  const amount = bytes / 1024 ** step
  return `${formatNumber(Number(amount.toFixed(amount < 10 && step > 0 ? 1 : 0)))} ${steps[step]}`
}
