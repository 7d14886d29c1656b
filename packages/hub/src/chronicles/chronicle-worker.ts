import { parentPort } from 'node:worker_threads'
import { Chronicle } from '@lianban/dossier'
import { answerFrom } from './answer.ts'
import type { Done, Packed, Task } from './question.ts'

/** Histories that were asked about last stay replayed. */
const keptRooms = 12
const rooms = new Map<string, Chronicle>()

function chronicleOf(roomId: string): Chronicle {
  const chronicle = rooms.get(roomId) ?? new Chronicle()
  rooms.delete(roomId)
  rooms.set(roomId, chronicle)
  for (const [oldest] of rooms) {
    if (rooms.size <= keptRooms) break
    rooms.get(oldest)?.destroy()
    rooms.delete(oldest)
  }
  return chronicle
}

function follow(chronicle: Chronicle, { bytes, ends, seqs, ats, officers }: Packed): void {
  for (const [i, end] of ends.entries()) {
    const update = bytes.subarray(ends[i - 1] ?? 0, end)
    const seq = seqs[i]!
    if (seq > chronicle.reached) chronicle.add({ seq, at: ats[i]!, officerId: officers[i]!, update })
  }
}

function done(task: Task): Done {
  const { id, roomId } = task
  const chronicle = chronicleOf(roomId)
  if ('add' in task) {
    follow(chronicle, task.add)
    return { id, reached: chronicle.reached }
  }
  if (chronicle.reached < task.needs) return { id, reached: chronicle.reached }
  return { id, reached: chronicle.reached, answer: answerFrom(chronicle, task.ask, task.authors) }
}

parentPort?.on('message', (task: Task) => {
  try {
    parentPort?.postMessage(done(task))
  } catch (cause) {
    parentPort?.postMessage({ id: task.id, reached: 0, fault: String(cause) } satisfies Done)
  }
})
