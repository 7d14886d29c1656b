import type { Tx } from '@lianban/db'
import { newId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type AgencyName, type OfficerName, purpose } from '../a-cast.ts'
import { aWorld, day, type World } from '../a-world.ts'
import { digestMissing, dropOtherDigests, makeBlindKey } from '../digests/index.ts'
import type { Hub } from '../hub.ts'
import { askHit, hitOptions, listHits } from './index.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(() => world.clock.advance(day))
afterAll(() => world.close())

let serial = 0
/** A mobile number that nobody has written down yet. */
const aPhone = () => `139${String(++serial).padStart(8, '0')}`
const withPhone = (value: string) => ({ identifiers: [{ kind: 'phone' as const, value }] })

const ask = (by: OfficerName, value: string, changed: object = {}) =>
  world.submit(by, askHit, { kind: 'phone', value, purpose, reason: '核查线索', ...changed })
const told = async (by: OfficerName, value: string, changed: object = {}) => {
  const { records, hints } = await ask(by, value, changed)
  return { records: records.map(({ id }) => id), hints: hints.map(({ slug }) => slug) }
}
const nothing = { records: [], hints: [] }
const hintOf = (...slugs: AgencyName[]) => ({ records: [], hints: slugs })

describe('what is answered', () => {
  test('[HU270] a number that an agency under agreement knows is answered with that agency and nothing more', async () => {
    const phone = aPhone()
    await world.aClue(withPhone(phone))
    await world.aClue(withPhone(phone))
    const answer = await ask('policeDuty', phone)
    expect(Object.keys(answer).sort()).toEqual(['hints', 'queryId', 'records'])
    expect(answer.records).toEqual([])
    expect(answer.hints.map(({ slug }) => slug)).toEqual(['shunyi'])
    expect(Object.keys(answer.hints[0]!)).not.toContain('count')
  })

  test('[HU271] whoever may read the record is answered with it', async () => {
    const phone = aPhone()
    const clueId = await world.aClue(withPhone(phone))
    expect(await told('shunyiHandler', phone)).toEqual({ records: [clueId], hints: [] })
    await world.aGrant({ kind: 'Clue', id: clueId }, 'police', {}, 'shunyiHandler')
    expect(await told('policeHandler', phone)).toEqual({ records: [clueId], hints: [] })
  })

  test('[HU271] whoever reads a clue without its numbers does not learn which it holds', async () => {
    const phone = aPhone()
    const clueId = await world.aClue({ ...withPhone(phone), handlingCode: 'not_in_proceedings' })
    const terms = { withheldFields: ['identifiers'] }
    await world.aGrant({ kind: 'Clue', id: clueId }, 'police', terms, 'shunyiHandler')
    expect(await told('policeHandler', phone)).toEqual(nothing)
  })

  test.each([
    { label: 'core_sensitive' as const },
    { handlingCode: 'no_onward' as const },
    { handlingCode: 'no_open_action' as const },
  ])('[HU272] a record with %o gives no hint', async (fields) => {
    const phone = aPhone()
    await world.aClue({ ...withPhone(phone), ...fields }, 'shunyiHandler')
    expect(await told('policeDuty', phone)).toEqual(nothing)
  })

  test('[HU272] an agency without an agreement with the owner gets no hint', async () => {
    const phone = aPhone()
    await world.aClue(withPhone(phone), 'hebeiHandler')
    expect(await told('policeDuty', phone)).toEqual(nothing)
  })

  test('[HU273] a number has one form however it is typed, and a kind is not another kind', async () => {
    const phone = aPhone()
    await world.aClue(withPhone(phone))
    for (const typed of [` ${phone.slice(0, 3)} ${phone.slice(3)}`, `+86-${phone}`, phone.replace('1', '１')])
      expect(await told('policeDuty', typed)).toEqual(hintOf('shunyi'))
    expect(await told('policeDuty', phone, { kind: 'waybill' })).toEqual(nothing)
    expect(await told('policeDuty', aPhone())).toEqual(nothing)
  })

  test('[HU274] what is not known and what is not told run through the same statements', async () => {
    const secret = aPhone()
    await world.aClue({ ...withPhone(secret), label: 'core_sensitive' }, 'shunyiHandler')
    const [known, unknown] = [await statementsOf('policeDuty', secret), await statementsOf('policeDuty', aPhone())]
    expect(known.length).toBeGreaterThan(5)
    expect(known).toEqual(unknown)
  })
})

/** The statements that one question sends to the database, parameters left out. */
async function statementsOf(by: OfficerName, value: string): Promise<string[]> {
  const sent: string[] = []
  const { hub, ...call } = world.as(by)
  const watched: Hub = {
    ...hub,
    db: {
      ...hub.db,
      transaction: (context, now, work) =>
        hub.db.transaction(context, now, (tx) => {
          const client = (tx as unknown as { session: { client: { query: (...given: unknown[]) => unknown } } }).session
            .client
          const seeing = new Proxy(client, {
            get: (target, key) =>
              key === 'query'
                ? (...given: [{ text: string }, ...unknown[]]) => {
                    sent.push(given[0].text)
                    return target.query(...given)
                  }
                : Reflect.get(target, key),
          })
          ;(tx as unknown as { session: { client: unknown } }).session.client = seeing
          return work(tx as Tx)
        }),
    },
  }
  const submissionId = crypto.randomUUID()
  await askHit({ ...call, hub: watched }, { submissionId, kind: 'phone', value, purpose, reason: '核查' })
  return sent
}

describe('who may ask, and for what', () => {
  test.each(['138*', '1380000000_', '13800000000,13900000000', '13800000000 13900000001', '1380000000', '%'])(
    '[HU275] “%s” is no number to ask about',
    async (value) => {
      expect((await world.refusal(() => ask('policeDuty', value))).code).toBe('hit.number-malformed')
    },
  )

  test('[HU276] a question names a purpose that an agreement of the agency in force names', async () => {
    expect((await world.ask('policeDuty', hitOptions, {})).purposes).toEqual([purpose])
    expect((await world.refusal(() => ask('policeDuty', aPhone(), { purpose: '好奇' }))).code).toBe(
      'hit.purpose-unknown',
    )
    expect((await world.ask('hebeiHandler', hitOptions, {})).purposes).toEqual([])
    expect((await world.refusal(() => ask('hebeiHandler', aPhone()))).code).toBe('hit.purpose-unknown')
  })

  test('[HU276] auditors, procurators and administrators ask nothing', async () => {
    for (const name of ['bjAuditor', 'procurator', 'operatorAdmin'] as const)
      expect((await world.refusal(() => ask(name, aPhone()))).code).toBe('policy.denied')
  })
})

describe('how often', () => {
  const { perHour, perDay } = { perHour: 20, perDay: 30 }
  const limited = async (by: OfficerName) => {
    const { hub, ...call } = world.as(by)
    const limits = { ...hub.limits, hitsPerOfficerHour: perHour, hitsPerAgencyDay: perDay }
    const input = { kind: 'phone' as const, value: aPhone(), purpose, reason: '核查' }
    return askHit({ ...call, hub: { ...hub, limits } }, { ...input, submissionId: crypto.randomUUID() })
  }

  test('[HU277] an officer over the hourly limit is refused, told when to come back, and logged', async () => {
    const first = world.clock.now().getTime()
    for (let n = 0; n < perHour; n++) await limited('baoanHandler')
    world.clock.advance(60_000)
    const refusal = await world.refusal(() => limited('baoanHandler'))
    expect(refusal.code).toBe('hit.too-many')
    const comeBackAt = new Date(first + 3600_000)
    expect(refusal.facts).toEqual({ whose: 'officer', comeBackAt: comeBackAt.toISOString() })
    const inBeijing = new Date(comeBackAt.getTime() + 8 * 3600_000).toISOString().slice(0, 16).replace('T', ' ')
    expect(refusal.sentence.zh).toContain(inBeijing)
    expect((await world.entries()).at(-1)).toMatchObject({ act: 'hit.ask', outcome: 'refused', code: 'hit.too-many' })
    world.clock.advance(3600_000 - 60_000)
    await limited('baoanHandler')
  })

  test('[HU277] the agency as a whole has a limit of a day', async () => {
    for (let n = 0; n < perHour; n++) await limited('guilinHandler')
    world.clock.advance(3600_000)
    for (let n = 0; n < perDay - perHour; n++) await limited('guilinHandler')
    const refusal = await world.refusal(() => limited('guilinLeader'))
    expect(refusal.facts).toMatchObject({ whose: 'agency' })
    world.clock.advance(day)
    await limited('guilinLeader')
  })

  test('[HU277] questions at one moment cannot outrun the limit', async () => {
    for (let n = 0; n < perHour - 1; n++) await limited('policeLeader')
    const codes = await world.losers([limited('policeLeader'), limited('policeLeader'), limited('policeLeader')])
    expect(codes).toEqual(['hit.too-many', 'hit.too-many'])
  })
})

describe('what is written down', () => {
  const box = async (by: OfficerName, which: 'mine' | 'agency' | 'about-us') =>
    (await world.ask(by, listHits, { box: which })).items

  test('[HU278] a question leaves its kind and a piece of a keyed digest, and the number nowhere', async () => {
    const phone = aPhone()
    await world.aClue(withPhone(phone))
    await ask('policeDuty', phone)
    const digest = world.hub.blindKey.digestOf('phone', phone).toString('hex')
    const entry = (await world.entries()).at(-1)!
    expect(entry).toMatchObject({ act: 'hit.ask', facts: { kind: 'phone', digest: digest.slice(0, 8) } })
    const { rows } = await world.owner.query<{ text: string }>(
      `select q::text as text from hit_queries q union all select s::text from submissions s where command = 'hit.ask'
       union all select body from audit_entries where act = 'hit.ask'`,
    )
    const all = rows.map(({ text }) => text).join('\n')
    expect(all).not.toContain(phone)
    expect(all).not.toContain(digest)
  })

  test('[HU278] no digest in the database is of the number alone', async () => {
    const phone = aPhone()
    const input = { kind: 'phone' as const, value: phone, purpose, reason: '核查' }
    const submissionId = crypto.randomUUID()
    await askHit(world.as('policeDuty'), { ...input, submissionId })
    const { digestOf } = await import('@lianban/kernel/digest')
    const { rows } = await world.owner.query('select input_digest from submissions where submission_id = $1', [
      submissionId,
    ])
    expect(rows[0].input_digest).not.toBe(digestOf(input))
  })

  test('[HU279] the owner sees who asked, when, what for and about which of its records', async () => {
    const phone = aPhone()
    const clueId = await world.aClue(withPhone(phone))
    const secretId = await world.aClue({ ...withPhone(phone), label: 'core_sensitive' }, 'shunyiHandler')
    await world.aClue(withPhone(phone), 'guilinHandler')
    await ask('policeDuty', phone, { reason: '与在办案件有关' })
    const [seen] = await box('shunyiLeader', 'about-us')
    expect(seen).toMatchObject({
      askedBy: { postEn: 'policeDuty', agency: { slug: 'police' } },
      askedAt: world.clock.now(),
      kind: 'phone',
      purpose,
      reason: '与在办案件有关',
      hints: [],
    })
    expect(seen!.records.map((record) => record?.id).sort()).toEqual([clueId, secretId].sort())
    expect(await box('shunyiIntake', 'about-us')).toEqual([])
    expect(await box('baoanHandler', 'about-us')).toEqual([])
  })

  test('[HU279] the owner is told also where the asker was answered nothing', async () => {
    const phone = aPhone()
    await world.aClue({ ...withPhone(phone), label: 'core_sensitive' }, 'shunyiHandler')
    const { queryId } = await ask('policeDuty', phone)
    expect((await box('shunyiHandler', 'about-us')).map(({ id }) => id)).toContain(queryId)
  })

  test('[HU280] an officer sees the own questions, leaders and auditors those of the agency', async () => {
    const phone = aPhone()
    await world.aClue(withPhone(phone))
    const { queryId } = await ask('bjIntake', phone)
    const ids = async (by: OfficerName, which: 'mine' | 'agency' | 'about-us') =>
      (await box(by, which)).map(({ id }) => id).includes(queryId)
    expect((await box('bjIntake', 'mine'))[0]).toMatchObject({ id: queryId, hints: [{ slug: 'shunyi' }], records: [] })
    expect([await ids('bjLeader', 'agency'), await ids('bjAuditor', 'agency')]).toEqual([true, true])
    expect([await ids('bjHandler', 'agency'), await ids('bjHandler', 'mine')]).toEqual([false, false])
    expect([await ids('policeLeader', 'agency'), await ids('bjLeader', 'about-us')]).toEqual([false, false])
  })
})

describe('the digests', () => {
  test('[HU281] a clue of before the key is found after the start, and old digests go when told', async () => {
    const phone = aPhone()
    const clueId = await world.aClue(withPhone(phone))
    const { hub, ...call } = world.as('shunyiHandler')
    const blindKey = makeBlindKey(Buffer.alloc(48, 'another'))
    const again = () =>
      askHit(
        { ...call, hub: { ...hub, blindKey } },
        { kind: 'phone', value: phone, purpose, reason: '核查', submissionId: crypto.randomUUID() },
      )
    expect((await again()).records).toEqual([])
    expect(await digestMissing(hub.db, hub.clock, blindKey)).toBeGreaterThan(0)
    expect(await digestMissing(hub.db, hub.clock, blindKey)).toBe(0)
    expect((await again()).records.map(({ id }) => id)).toEqual([clueId])
    expect(await told('shunyiHandler', phone)).toEqual({ records: [clueId], hints: [] })

    const { rows } = await world.owner.query('select count(*)::int as n from identifier_digests where key_id = $1', [
      hub.blindKey.id,
    ])
    expect(await dropOtherDigests(hub.db, hub.clock, blindKey)).toBe(rows[0].n)
    expect(await told('shunyiHandler', phone)).toEqual(nothing)
    await digestMissing(hub.db, hub.clock, hub.blindKey)
    await dropOtherDigests(hub.db, hub.clock, hub.blindKey)
    expect(await told('shunyiHandler', phone)).toEqual({ records: [clueId], hints: [] })
  })

  test('[HU281] a secret under 32 bytes is no key', () => {
    expect(() => makeBlindKey(Buffer.alloc(31))).toThrow()
  })

  test('[HU282] the database looks up a digest only for a question of the asker’s own', async () => {
    const phone = aPhone()
    await world.aClue(withPhone(phone))
    const digest = world.hub.blindKey.digestOf('phone', phone)
    const { queryId } = await ask('bjIntake', phone)
    const { agencyId, id: officerId } = world.people.policeDuty.officer
    const lookUp = (id: string, wanted: Buffer) =>
      world.hub.db.transaction({ agencyId, officerId }, world.clock.now(), (tx) =>
        tx.execute(sql`select * from find_hits(${id}, ${wanted})`),
      )
    const refused = { cause: { code: '42501' } }
    await expect(lookUp(newId(), digest)).rejects.toMatchObject(refused)
    await expect(lookUp(queryId, digest)).rejects.toMatchObject(refused)
    const own = await ask('policeDuty', aPhone())
    await expect(lookUp(own.queryId, digest)).rejects.toMatchObject(refused)
  })

  test('[HU282] digests of another agency’s records can neither be read nor written', async () => {
    const clueId = await world.aClue(withPhone(aPhone()))
    const { agencyId, id: officerId } = world.people.policeDuty.officer
    const as = (work: (tx: Tx) => Promise<unknown>) =>
      world.hub.db.transaction({ agencyId, officerId }, world.clock.now(), work)
    const seen = await as((tx) => tx.execute(sql`select from identifier_digests where record_id = ${clueId}`))
    expect(seen).toMatchObject({ rowCount: 0 })
    const plant = (owner: string) =>
      as((tx) =>
        tx.execute(
          sql`insert into identifier_digests values (${'0'.repeat(16)}, ${Buffer.alloc(32)}, 'phone', 'Clue', ${clueId}, ${owner})`,
        ),
      )
    for (const owner of [agencyId, world.agencies.shunyi])
      await expect(plant(owner)).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})
