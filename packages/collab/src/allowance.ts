import type { Limits } from './limits.ts'

/** How many messages and bytes a connection may still send; it refills with time. */
export type Allowance = { spend(bytes: number, now: Date): boolean }

type Rates = Pick<Limits, 'messagesPerSecond' | 'messagesAtOnce' | 'bytesPerSecond' | 'bytesAtOnce'>

export function createAllowance(rates: Rates, start: Date): Allowance {
  let messages = rates.messagesAtOnce
  let bytes = rates.bytesAtOnce
  let filledAt = start.getTime()
  return {
    spend(size, now) {
      const seconds = (now.getTime() - filledAt) / 1000
      filledAt = now.getTime()
      messages = Math.min(rates.messagesAtOnce, messages + seconds * rates.messagesPerSecond) - 1
      bytes = Math.min(rates.bytesAtOnce, bytes + seconds * rates.bytesPerSecond) - size
      return messages >= 0 && bytes >= 0
    },
  }
}
