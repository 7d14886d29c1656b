import { afterAll, expect, test } from 'vitest'
import { aDatabase } from '../../../tests/support/postgres.ts'
import { openDutyPool } from './duty-pool.ts'

const { programUrl, close } = await aDatabase()
afterAll(close)

test('[DB55] every connection of a duty has it from the beginning, whatever else the address sets', async () => {
  const url = new URL(programUrl)
  url.searchParams.set('options', '-c lianban.duty=sign-in -c statement_timeout=5s')
  const pool = openDutyPool({ url: url.href, duty: 'rooms', maxConnections: 3 })
  const looks = await Promise.all(
    Array.from({ length: 6 }, () =>
      pool.query("select current_duty() as duty, current_setting('statement_timeout') as timeout, pg_sleep(0.02)"),
    ),
  )
  for (const { rows } of looks) expect(rows[0]).toMatchObject({ duty: 'rooms', timeout: '5s' })
  await pool.end()
})
