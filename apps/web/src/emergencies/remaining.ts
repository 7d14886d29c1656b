/** Minutes and seconds that are left, 59:07; nothing once it is over. */
export function remaining(endsAt: string, nowMs: number): string | undefined {
  const seconds = Math.ceil((new Date(endsAt).getTime() - nowMs) / 1000)
  if (seconds <= 0) return undefined
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
