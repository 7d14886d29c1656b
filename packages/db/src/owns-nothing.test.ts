import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { aDatabase } from '../../../tests/support/postgres.ts'
import { openDatabase } from './database.ts'
import { assertOwnsNothing } from './owns-nothing.ts'

const { db, ownerUrl, close } = await aDatabase()
const superuserUrl = asLogin('postgres')
const admin = new pg.Client({ connectionString: superuserUrl })
await admin.connect()
afterAll(async () => {
  await admin.end()
  await close()
})

function asLogin(login: string): string {
  const url = new URL(ownerUrl)
  url.username = login
  return url.href
}

async function check(url: string): Promise<void> {
  const other = openDatabase({ url, maxConnections: 1 })
  try {
    await assertOwnsNothing(other)
  } finally {
    await other.close()
  }
}

/** A login that exists for one check only; roles are shared by all databases of the server. */
async function withLogin(
  attributes: string,
  prepare: (login: string) => string[],
  act: (url: string) => Promise<void>,
) {
  const login = `test_${Math.random().toString(36).slice(2)}`
  await admin.query(`create role ${login} login ${attributes}`)
  try {
    for (const statement of prepare(login)) await admin.query(statement)
    await act(asLogin(login))
  } finally {
    await admin.query(`drop owned by ${login}`)
    await admin.query(`drop role ${login}`)
  }
}

test('[DB13] the login of the program passes', async () => {
  await expect(assertOwnsNothing(db)).resolves.toBeUndefined()
})

test('[DB13] a superuser is refused and told which login to use', async () => {
  await expect(check(superuserUrl)).rejects.toMatchObject({
    problem: 'program-too-strong',
    sentence: {
      zh: expect.stringContaining('postgres 是超级用户'),
      en: expect.stringContaining('postgres is a superuser'),
    },
  })
})

test('[DB13] the owner of the tables is refused', async () => {
  await expect(check(ownerUrl)).rejects.toMatchObject({
    problem: 'program-too-strong',
    message: expect.stringContaining('owns'),
  })
})

describe('a login that looks harmless', () => {
  const strong: [string, string, (login: string) => string[]][] = [
    ['may bypass row-level security', 'bypassrls', () => []],
    ['may become the owner', '', (login) => [`grant lianban_owner to ${login}`]],
    ['owns one table', '', (login) => [`create table one_${login} ()`, `alter table one_${login} owner to ${login}`]],
    ['may create tables', '', (login) => [`grant create on schema public to ${login}`]],
    [
      'may create temporary tables',
      '',
      (login) => [`grant temporary on database ${new URL(ownerUrl).pathname.slice(1)} to ${login}`],
    ],
    ['may create roles', 'createrole', () => []],
  ]
  test.each(strong)('[DB13] one that %s is refused', async (_what, attributes, prepare) => {
    await withLogin(attributes, prepare, async (url) => {
      await expect(check(url)).rejects.toMatchObject({ problem: 'program-too-strong' })
    })
  })

  test('[DB13] one that is only a member of the group passes', async () => {
    await withLogin('', (login) => [`grant lianban_app to ${login}`], check)
  })
})
