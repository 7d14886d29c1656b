import { openDutyPool } from '@lianban/db'
import { dueAlarms, type Hub, tellAlarm } from '@lianban/hub'
import { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import { faultOf } from './fault.ts'

const queue = 'clock-alarm'
const most = 200

type Options = {
  readonly hub: Hub
  readonly url: string
  /** How often the outbox is looked through. */
  readonly everyMs: number
  readonly log: Logger
}

/**
 * Tells officers of limits that are near or past. The outbox of alarms is written with the clocks; from it each alarm that
 * falls due becomes one job, whichever of several programs sends it, and a job that is done twice finds the alarm told.
 */
export function startClockKeeper({ hub, url, everyMs, log }: Options): { stop(): Promise<void> } {
  const pool = openDutyPool({ url, duty: 'clocks', maxConnections: 2 })
  const onFault = (error: unknown) => log.error({ fault: faultOf(error) }, 'statutory clocks could not be looked after')
  // Its tables come with the migrations: the program owns nothing, and could neither make nor rebuild them.
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values ? [...values] : undefined) },
    migrate: false,
    createSchema: false,
    schedule: false,
    reindex: false,
  })
  boss.on('error', onFault)
  let isWorking = false
  const work = async () => {
    await boss.start()
    await boss.work<{ alarmId: string }>(queue, { pollingIntervalSeconds: 1, batchSize: 20 }, async (jobs) => {
      for (const { data } of jobs) await tellAlarm(hub, data.alarmId)
    })
    isWorking = true
  }
  let sending = Promise.resolve()
  const send = () => {
    sending = sending
      .then(async () => {
        if (!isWorking) await work()
        for (const alarmId of await dueAlarms(hub, most)) await boss.send(queue, { alarmId }, { singletonKey: alarmId })
      })
      .catch(onFault)
  }
  send()
  const timer = setInterval(send, everyMs)
  return {
    async stop() {
      clearInterval(timer)
      await sending
      if (isWorking) await boss.stop({ graceful: true, timeout: 5000 }).catch(onFault)
      await pool.end()
    },
  }
}
