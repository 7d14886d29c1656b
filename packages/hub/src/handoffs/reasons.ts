import { type HandoffMove, type Law, returnReasons } from '@lianban/law'
import { refusals } from './refusals.ts'

/** A package comes back for reasons of the list, and not for what may only be asked for. */
export function assertReasons(law: Law, kind: string, move: HandoffMove, reasons: readonly string[]): void {
  if (!move.asks.includes('reasons')) return
  const open = returnReasons(law, kind, move.id).map(({ code }) => code)
  const stray = reasons.filter((reason) => !open.includes(reason))
  if (reasons.length === 0 || stray.length > 0) throw refusals.reasonNotOpen(stray)
}
