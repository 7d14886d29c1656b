import { setTimeout as pause } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '@lianban/db'
import { followSectionTexts } from '@lianban/hub'
import { makeMonotonicClock } from '@lianban/kernel'
import { faultOf } from './fault.ts'

/** Shorter than the two seconds in which an edit is to be found, with room for the work itself. */
const restMs = 400
const afterFaultMs = 5000

const { programUrl } = workerData as { programUrl: string }
const db = openDatabase({ url: programUrl, applicationName: 'lianban-texts', maxConnections: 1 })
const clock = makeMonotonicClock()
const tell = (fault: unknown, sectionId?: string) => parentPort?.postMessage({ fault: faultOf(fault), sectionId })

let isStopped = false
parentPort?.on('message', () => {
  isStopped = true
})

while (!isStopped) {
  try {
    const count = await followSectionTexts({ db, clock, onUnreadable: (id, error) => tell(error, id) })
    if (count === 0) await pause(restMs)
  } catch (error) {
    tell(error)
    await pause(afterFaultMs)
  }
}
await db.close()
parentPort?.close()
