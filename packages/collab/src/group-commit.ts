import type { Connection } from './connection.ts'
import type { Contents } from './contents.ts'
import type { NewUpdate, RoomStore } from './store.ts'
import { within } from './within.ts'

/** What a room is told of its updates. */
type Origin = {
  readonly roomId: string
  saved(unsaved: Unsaved): void
  notSaved(unsaved: Unsaved): void
  tellSaved(connection: Connection): void
}

/** An update on its way to the store. */
export type Unsaved = {
  readonly row: NewUpdate
  readonly contents: Contents
  readonly room: Origin
  readonly connection: Connection
  /** Which of the connection's updates this is. */
  readonly ordinal: number
}

const maxRows = 2000
const maxBytes = 8 * 1024 * 1024

/**
 * Saves the updates of all rooms in as few statements as possible: at once when the store is idle, and while it is busy
 * everything that comes meanwhile waits for the next statement.
 */
export function createGroupCommit(options: {
  store: RoomStore
  timeoutMs: number
  saved(batch: readonly Unsaved[]): void
  failed(batch: readonly Unsaved[], cause: unknown): void
}) {
  let queue: Unsaved[] = []
  let running: Promise<void> | undefined

  const run = async () => {
    // One turn of the event loop, so that what other sockets brought in this turn shares the first statement.
    await new Promise(setImmediate)
    while (queue.length > 0) {
      const batch = nextBatch(queue)
      queue = queue.slice(batch.length)
      await commit(batch)
    }
    running = undefined
  }

  const commit = async (batch: readonly Unsaved[]) => {
    try {
      await within(options.timeoutMs, 'saving', options.store.append(batch.map(({ row }) => row)))
    } catch (cause) {
      options.failed(batch, cause)
      return
    }
    options.saved(batch)
  }

  return {
    add(unsaved: Unsaved): void {
      queue.push(unsaved)
      running ??= run()
    },
    /** Forgets what a connection has in the queue; what is with the store already may still be saved. */
    withdraw(connection: Connection): Unsaved[] {
      const withdrawn = queue.filter((unsaved) => unsaved.connection === connection)
      if (withdrawn.length > 0) queue = queue.filter((unsaved) => unsaved.connection !== connection)
      return withdrawn
    },
    async idle(): Promise<void> {
      await running
    },
  }
}

function nextBatch(queue: readonly Unsaved[]): Unsaved[] {
  let bytes = 0
  let rows = 0
  while (rows < queue.length && rows < maxRows) {
    bytes += queue[rows]!.row.update.length
    if (rows > 0 && bytes > maxBytes) break
    rows += 1
  }
  return queue.slice(0, rows)
}
