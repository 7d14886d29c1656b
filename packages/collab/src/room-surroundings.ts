import type { Clock } from './clock.ts'
import type { Closing } from './closing.ts'
import type { Compactor } from './compactor.ts'
import type { Connection } from './connection.ts'
import type { Unsaved } from './group-commit.ts'
import type { Limits } from './limits.ts'
import type { Outbox } from './outbox.ts'
import type { PresentElsewhere } from './relay-words.ts'
import type { RoomEvent } from './room-options.ts'
import type { RoomStore } from './store.ts'

/** What a room needs of the process around it. */
export type Surroundings = {
  readonly clock: Clock
  readonly limits: Limits
  readonly outbox: Outbox
  readonly store: RoomStore
  readonly compactor: Compactor
  log(event: RoomEvent): void
  save(unsaved: Unsaved): void
  end(connection: Connection, closing: Closing): void
  /** Tells other processes who is where. */
  spread(roomId: string, told: readonly PresentElsewhere[]): void
}
