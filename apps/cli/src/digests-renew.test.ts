import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { aDatabase } from '../../../tests/support/postgres.ts'
import { main } from './main.ts'

const { ownerUrl, programUrl, close } = await aDatabase()
const owner = new pg.Client({ connectionString: ownerUrl })
await owner.connect()
afterAll(async () => {
  await owner.end()
  await close()
})

const key = (fill: string) => Buffer.alloc(32, fill).toString('base64')

async function renew(env: Record<string, string>) {
  const [out, err]: [string[], string[]] = [[], []]
  const surroundings = {
    env: { DATABASE_URL: programUrl, ...env },
    print: (line: string) => out.push(line),
    complain: (line: string) => err.push(line),
  }
  return { code: await main(['digests', 'renew'], surroundings), out: out.join('\n'), err: err.join('\n') }
}

test('[CL30] digests renew digests every number under the key of the environment and forgets other digests', async () => {
  await owner.query(`
    insert into agencies values (gen_random_uuid(), 'bj', '北京', 'Beijing', '北京', 'Beijing', 'tobacco', 'city', '110000', null, 'x', 'x', now());
    insert into officers (id, agency_id, subject, post_zh, post_en, roles, registered_at)
      select gen_random_uuid(), id, 'a', '岗', 'post', '{handler}', now() from agencies;
    insert into clues (id, number, title, content, kind, source, reported_on, label, handling_code, region, place, goods, methods,
        identifiers, state, owner_agency_id, recorded_by, recorded_at)
      select gen_random_uuid(), '1', '线索', '内容', 'report', 'patrol', '2025', 'internal', 'unrestricted', '110000', '顺义', '[]', '{}',
        '[{"kind":"phone","value":"13800138000"},{"kind":"plate","value":"京A12345"}]', 'recorded', agency_id, id, now() from officers`)
  const keys = async () => {
    const { rows } = await owner.query<{ key_id: string; n: number }>(
      'select key_id, count(*)::int as n from identifier_digests group by 1',
    )
    return rows
  }
  expect(await renew({ BLIND_HIT_KEY: key('old') })).toMatchObject({
    code: 0,
    out: '已重新生成 digested: 1\n已删除旧摘要 forgotten: 0',
  })
  const [old] = await keys()
  expect(await renew({ BLIND_HIT_KEY: key('new') })).toMatchObject({
    code: 0,
    out: '已重新生成 digested: 1\n已删除旧摘要 forgotten: 2',
  })
  const after = await keys()
  expect(after).toMatchObject([{ n: 2 }])
  expect(after[0]!.key_id).not.toBe(old!.key_id)
})

test.each([{}, { BLIND_HIT_KEY: 'short' }])(
  '[CL30] digests renew without a whole key does nothing: %o',
  async (env) => {
    const { code, out, err } = await renew(env)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('BLIND_HIT_KEY')
  },
)
