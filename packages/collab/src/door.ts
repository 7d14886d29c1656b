import { type Closing, closings } from './closing.ts'
import type { Connection } from './connection.ts'
import type { Gatekeeper } from './member.ts'
import { within } from './within.ts'

/** Asks who may come in, and stay in. */
export function createDoor(options: {
  readonly gatekeeper: Gatekeeper
  readonly askTimeoutMs: number
  end(connection: Connection, closing: Closing, cause?: unknown): void
  tellRight(connection: Connection): void
}) {
  const { gatekeeper, askTimeoutMs, end } = options

  const admit = async (connection: Connection, isNewest: () => boolean) => {
    const { roomId, member } = connection
    const right = await within(askTimeoutMs, 'admission', gatekeeper.admit(roomId, member))
    if (!isNewest() || connection.state === 'ended') return
    if (!right) return end(connection, closings.revoked)
    const isChanged = connection.right !== right
    connection.right = right
    if (isChanged && connection.wantsNotices) options.tellRight(connection)
  }

  return {
    /** Only the newest answer counts: an older one may have been given before the change that led to the newer question. */
    ask(connection: Connection): Promise<void> {
      const admission: Promise<void> = admit(connection, () => connection.admission === admission).catch((cause) =>
        end(connection, closings.unavailable, cause),
      )
      connection.admission = admission
      return admission
    },

    /** Resolves once the newest question is answered. */
    async answered(connection: Connection): Promise<void> {
      for (let answer: Promise<void> | undefined; answer !== connection.admission; ) {
        answer = connection.admission
        await answer
      }
    },
  }
}
