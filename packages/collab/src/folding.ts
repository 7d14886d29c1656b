import type { Clock } from './clock.ts'
import type { Compactor } from './compactor.ts'
import type { RoomLog } from './room-log.ts'
import type { RoomEvent } from './room-options.ts'
import type { RoomStore } from './store.ts'

/**
 * Keeps what a joining client is sent short: a long tail becomes one update, made in another thread and kept beside the
 * log. Until it is kept nothing changes, so it may fail or be killed at any moment.
 */
export function createFolding(options: {
  readonly roomId: string
  readonly roomLog: RoomLog
  readonly store: Pick<RoomStore, 'keepSnapshot'>
  readonly compactor: Compactor
  readonly clock: Clock
  log(event: RoomEvent): void
}) {
  const { roomId, roomLog, store, compactor, clock } = options
  let isFolding = false
  /** An update that Yjs cannot integrate stays a row of its own, as its author sent it, and so does all after it. */
  let isStuck = false

  const fold = async (position: number) => {
    const { updates, seqs } = roomLog.foldable(position)
    const { state, broken } = await compactor.fold(updates)
    const upTo = broken === undefined ? seqs.at(-1) : seqs[broken - 1]
    if (broken !== undefined) {
      isStuck = true
      options.log({ event: 'unreplayable', roomId, seq: seqs[broken]! })
    }
    if (!state || upTo === undefined) return
    await store.keepSnapshot(roomId, { upTo, state }, clock.now())
    roomLog.folded({ upTo, state })
  }

  return {
    /** Folds when the tail is long; `position` is the number up to which the room has everything. */
    consider(position: number, length: number): void {
      if (isFolding || isStuck || !roomLog.isLong(length)) return
      isFolding = true
      fold(position)
        .catch((cause) => options.log({ event: 'not-compacted', roomId, cause }))
        .finally(() => {
          isFolding = false
        })
    },
  }
}
