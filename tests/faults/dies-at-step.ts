import { appendEntry, makeKeyText, makeSigner, startSequencer } from '@lianban/audit'
import { openDatabase } from '@lianban/db'
import { dueAlarms, tellAlarm } from '@lianban/hub'
import { type EntryId, makeMonotonicClock, newId } from '@lianban/kernel'
import { loadLaw } from '@lianban/law'
import { sql } from 'drizzle-orm'
import pg from 'pg'

/** What the process does, and the statement to the database at which it dies: as it is about to send it, or has sent it. */
export type Fate = {
  readonly programUrl: string
  readonly work: 'act' | 'sequence' | 'alarms'
  readonly step: number
  readonly when: 'before' | 'after'
}

const fate = JSON.parse(process.argv[2] ?? '{}') as Fate
let sent = 0
const { query } = pg.Client.prototype
pg.Client.prototype.query = function dying(this: pg.Client, ...args: never[]) {
  const isLast = ++sent === fate.step
  if (isLast && fate.when === 'before') process.kill(process.pid, 'SIGKILL')
  const answer = Reflect.apply(query, this, args)
  if (isLast) setImmediate(() => process.kill(process.pid, 'SIGKILL'))
  return answer
} as typeof query

const db = openDatabase({ url: fate.programUrl, maxConnections: 2 })
const clock = makeMonotonicClock()
if (fate.work === 'act') {
  const id = newId()
  await db.transaction({ duty: 'denials' }, clock.now(), async (tx) => {
    await tx.execute(sql`insert into acts_of_a_test values (${id})`)
    const subject = { kind: 'Clue', id }
    await appendEntry(tx, { id: newId<EntryId>(), at: clock.now(), act: 'clue.record', outcome: 'done', subject })
  })
} else if (fate.work === 'alarms') {
  const law = loadLaw(new URL('../../policies/law', import.meta.url).pathname)
  for (const alarmId of await dueAlarms({ db, clock }, 100)) await tellAlarm({ db, clock, law }, alarmId)
} else {
  const signer = makeSigner(makeKeyText('hub.example/log', 'log'))
  const sequencer = startSequencer({ db, clock, signer, onFault: (fault) => process.stderr.write(String(fault)) })
  await sequencer.idle()
  await sequencer.stop()
}
await db.close()
