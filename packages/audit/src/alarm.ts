/** A rest that ends early: one that rang before the rest began ends it at once, so no ring is lost. */
export type Alarm = {
  ring(): void
  rest(ms: number): Promise<void>
}

export function makeAlarm(): Alarm {
  let hasRung = false
  let wake = () => {}
  return {
    ring() {
      hasRung = true
      wake()
    },
    async rest(ms) {
      if (!hasRung) {
        const { promise, resolve } = Promise.withResolvers<void>()
        const timer = setTimeout(resolve, ms)
        wake = resolve
        await promise
        clearTimeout(timer)
      }
      hasRung = false
    },
  }
}
