import type { Connection } from './connection.ts'
import type { Contents } from './contents.ts'
import type { Following } from './following.ts'
import { AuthorTaken, type NewUpdate, type RoomStore } from './store.ts'
import { within } from './within.ts'

/** What a room is told of its updates. */
type Origin = {
  readonly roomId: string
  saved(unsaved: Unsaved, seq: number): void
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
 * everything that comes meanwhile waits for the next statement. What other processes saved is followed between two
 * statements, so that every process shows the same order.
 */
export function createGroupCommit(options: {
  store: RoomStore
  timeoutMs: number
  following: Following
  /** Other processes serve these rooms too. */
  isTold(): boolean
  saved(batch: readonly Unsaved[], first: number): void
  failed(batch: readonly Unsaved[], cause: unknown): void
}) {
  const { following } = options
  let queue: Unsaved[] = []
  let running: Promise<void> | undefined

  const run = async () => {
    // One turn of the event loop, so that what other sockets brought in this turn shares the first statement.
    await new Promise(setImmediate)
    while (queue.length > 0 || following.isBehind()) {
      const batch = nextBatch(queue)
      queue = queue.slice(batch.length)
      if (batch.length > 0) await commit(batch, new Set())
      else await following.catchUp()
    }
    running = undefined
  }

  let underWay: Promise<unknown> = Promise.resolve()

  const save = (batch: readonly Unsaved[]): Promise<number> => {
    const rows = batch.map(({ row }) => row)
    const saving = within(options.timeoutMs, 'saving', options.store.append(rows, options.isTold()))
    underWay = saving
    return saving
  }

  const commit = async (batch: readonly Unsaved[], lost: Set<Connection>): Promise<void> => {
    let first: number
    try {
      first = await save(batch)
    } catch (cause) {
      if (cause instanceof AuthorTaken && batch.length > 1) return commitHalves(batch, lost)
      for (const { connection } of batch) lost.add(connection)
      return options.failed(batch, cause)
    }
    await following.saved(batch, first, () => options.saved(batch, first))
  }

  /** One claim was false: the others of the batch are not to suffer for it, but nothing is saved without what came before it. */
  const commitHalves = async (batch: readonly Unsaved[], lost: Set<Connection>) => {
    const middle = batch.length >> 1
    for (const half of [batch.slice(0, middle), batch.slice(middle)]) {
      for (const unsaved of half) if (lost.has(unsaved.connection)) unsaved.room.notSaved(unsaved)
      const rest = half.filter(({ connection }) => !lost.has(connection))
      if (rest.length > 0) await commit(rest, lost)
    }
  }

  const start = () => {
    running ??= run()
  }

  return {
    add(unsaved: Unsaved): void {
      queue.push(unsaved)
      start()
    },
    /** Something was saved elsewhere. */
    nudge: start,
    /** Forgets what a connection has in the queue; what is with the store already may still be saved. */
    withdraw(connection: Connection): Unsaved[] {
      const withdrawn = queue.filter((unsaved) => unsaved.connection === connection)
      if (withdrawn.length > 0) queue = queue.filter((unsaved) => unsaved.connection !== connection)
      return withdrawn
    },
    /** Resolves when the statement that is under way has ended, well or not. */
    settled: () =>
      underWay.then(
        () => {},
        () => {},
      ),
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
