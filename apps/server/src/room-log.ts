import type { RoomEvent } from '@lianban/collab'
import type { Logger } from 'pino'
import { faultOf } from './fault.ts'
import type { Metrics } from './metrics.ts'

/** What happens in the rooms, as lines of the process log: ids, codes and numbers, never content. */
export const makeRoomLog =
  (log: Logger, metrics: Metrics) =>
  (event: RoomEvent): void => {
    const code = event.event === 'closed' ? String(event.closing.code) : ''
    metrics.roomEvents.inc({ event: event.event, code })
    if (event.event === 'closed') tellClosed(log, event, code)
    else log.error(linesOf(event), sentences[event.event])
  }

function tellClosed(log: Logger, { roomId, closing, cause }: RoomEvent & { event: 'closed' }, code: string): void {
  const told = { roomId, code, reason: closing.reason }
  // Without an answer of the rules, or for a fault of the program: nobody did anything wrong but we.
  const isFault = cause !== undefined && (closing.code === 4503 || closing.code === 1011)
  if (isFault) log.error({ ...told, fault: faultOf(cause) }, 'a room connection was closed by a fault')
  else log.info(told, 'a room connection was closed')
}

function linesOf(event: Exclude<RoomEvent, { event: 'closed' }>) {
  const { event: name } = event
  return {
    event: name,
    ...('roomId' in event ? { roomId: event.roomId } : {}),
    ...('seq' in event ? { seq: event.seq } : {}),
    ...('cause' in event ? { fault: faultOf(event.cause) } : {}),
  }
}

const sentences: Readonly<Record<Exclude<RoomEvent['event'], 'closed'>, string>> = {
  'not-saved': 'updates could not be saved, and nobody was shown them',
  fault: 'room',
  damaged: 'a stored update is damaged; its room is read only, as it was before that update',
  'damaged-snapshot': 'a snapshot of a room is damaged and was not used',
  unreplayable: 'a stored update cannot be made part of a document; it stays in the log as it is',
  'not-compacted': 'a room could not be compacted and stays as it is',
  'not-followed': 'what another process saved could not be followed, and is tried again',
}
