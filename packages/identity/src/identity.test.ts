import { sha256 } from '@lianban/kernel/digest'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aWorld, type World } from './a-world.ts'

const minute = 60_000
const hour = 60 * minute
const handler = ['bj-tobacco', 'bj-tobacco.handler'] as const
const leader = ['bj-tobacco', 'bj-tobacco.leader'] as const

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  world.clock.advance(24 * hour)
  await world.identity.endOverdue()
  world.events.length = 0
  world.ended.length = 0
})

const rowOf = async (sessionId: string) => (await world.sessions()).find((row) => row.id === sessionId)!

describe('tokens', () => {
  test('[ID15] the database holds the digest of the token and never the token', async () => {
    const { token, signedIn } = await world.signIn(...handler)
    expect(token).toMatch(/^[\w-]{43}$/)
    const row = await rowOf(signedIn.sessionId)
    expect(Buffer.from(row.tokenHash)).toEqual(sha256(token))
    expect(JSON.stringify(row)).not.toMatch(token)
  })

  test('[ID16] signing in again ends the session that the browser held', async () => {
    const first = await world.signIn(...handler)
    const second = await world.signIn('bj-tobacco', 'bj-tobacco.leader', first.token)
    expect(second.token).not.toBe(first.token)
    expect(await world.identity.whoIs(first.token)).toBeUndefined()
    expect(await world.identity.whoIs(second.token)).toEqual(second.signedIn)
    expect(world.ended).toEqual([[first.signedIn.sessionId]])
    expect(world.events.map((event) => event.act)).toEqual(['session.sign-in', 'session.sign-in', 'session.sign-out'])
  })

  test('[ID16] a refused sign-in leaves the session that the browser held', async () => {
    const { token } = await world.signIn(...handler)
    const refused = world.signIn('bj-tobacco', 'bj-tobacco.stranger', token)
    await expect(refused).rejects.toMatchObject({ code: 'identity.unknown-officer' })
    expect(await world.identity.whoIs(token)).toBeDefined()
  })

  test.each([undefined, '', 'A'.repeat(43), 'a\0b'])(
    '[ID25] the token %j is nobody and is not recorded',
    async (token) => {
      expect(await world.identity.whoIs(token)).toBeUndefined()
      expect(world.events).toEqual([])
    },
  )

  test('[ID25] who signed in is known with post, roles and agency', async () => {
    const { token, signedIn } = await world.signIn(...handler)
    expect(signedIn.officer).toMatchObject({
      postZh: '岗位·bj-tobacco.handler',
      agencyKind: 'tobacco',
      roles: ['handler'],
      agency: { slug: 'bj-tobacco', level: 'city', parentId: null },
    })
    expect(signedIn.officer.agency).not.toHaveProperty('oidcIssuer')
    expect(await world.identity.whoIs(token)).toEqual(signedIn)
  })
})

describe('limits', () => {
  test('[ID17] a session used just before thirty minutes lives on from there', async () => {
    const { token } = await world.signIn(...handler)
    for (let use = 0; use < 4; use++) {
      world.clock.advance(30 * minute - 1)
      expect(await world.identity.whoIs(token)).toBeDefined()
    }
  })

  test('[ID17] a session unused for thirty minutes ends and is recorded as idle', async () => {
    const { token, signedIn } = await world.signIn(...handler)
    world.clock.advance(30 * minute)
    expect(await world.identity.whoIs(token)).toBeUndefined()
    expect(await rowOf(signedIn.sessionId)).toMatchObject({ endReason: 'idle', endedAt: world.clock.now() })
    const { id: officerId, agencyId } = signedIn.officer
    expect(world.events.at(-1)).toEqual({
      act: 'session.expire',
      outcome: 'done',
      at: world.clock.now(),
      facts: { reason: 'idle' },
      sessionId: signedIn.sessionId,
      officerId,
      agencyId,
    })
  })

  test('[ID18] a session in constant use ends after twelve hours', async () => {
    const { token, signedIn } = await world.signIn(...handler)
    for (let elapsed = 0; elapsed < 12 * hour - 20 * minute; elapsed += 20 * minute) {
      world.clock.advance(20 * minute)
      expect(await world.identity.whoIs(token)).toBeDefined()
    }
    world.clock.advance(20 * minute)
    expect(await world.identity.whoIs(token)).toBeUndefined()
    expect(await rowOf(signedIn.sessionId)).toMatchObject({ endReason: 'absolute' })
  })

  test('[ID19] uses within one minute of each other are written once', async () => {
    const { token, signedIn } = await world.signIn(...handler)
    const started = world.clock.now()
    world.clock.advance(minute - 1)
    await world.identity.whoIs(token)
    expect((await rowOf(signedIn.sessionId)).lastSeenAt).toEqual(started)
    world.clock.advance(1)
    await world.identity.whoIs(token)
    expect((await rowOf(signedIn.sessionId)).lastSeenAt).toEqual(world.clock.now())
  })

  test('[ID24] work in a live room keeps a session from falling idle', async () => {
    const { token, signedIn } = await world.signIn(...handler)
    world.clock.advance(29 * minute)
    await world.identity.keepAwake([signedIn.sessionId])
    world.clock.advance(29 * minute)
    expect(await world.identity.whoIs(token)).toBeDefined()
  })

  test('[ID24] work in a live room cannot outlast the absolute limit', async () => {
    const { token, signedIn } = await world.signIn(...handler)
    world.clock.advance(12 * hour)
    await world.identity.keepAwake([signedIn.sessionId])
    expect(await world.identity.whoIs(token)).toBeUndefined()
  })

  test('[ID23] overdue sessions end unasked, the others stay', async () => {
    const old = await world.signIn(...handler)
    world.clock.advance(20 * minute)
    const young = await world.signIn(...leader)
    world.clock.advance(10 * minute)
    await world.identity.endOverdue()
    expect(world.ended).toEqual([[old.signedIn.sessionId]])
    expect(await rowOf(old.signedIn.sessionId)).toMatchObject({ endReason: 'idle' })
    expect(await world.identity.whoIs(young.token)).toBeDefined()
  })
})

describe('ending', () => {
  test('[ID21] the session of a suspended officer ends although nobody looks', async () => {
    const { signedIn } = await world.signIn(...handler)
    await world.suspend('bj-tobacco.handler')
    await world.identity.endOverdue()
    await world.suspend('bj-tobacco.handler', 'active')
    expect(world.ended).toEqual([[signedIn.sessionId]])
    expect(world.events.at(-1)).toMatchObject({ act: 'session.expire', facts: { reason: 'suspended' } })
  })

  test('[ID20] signing out here leaves the other sessions of the officer', async () => {
    const here = await world.signIn(...handler)
    const there = await world.signIn(...handler)
    await world.identity.signOut(here.signedIn, { everywhere: false })
    expect(await world.identity.whoIs(here.token)).toBeUndefined()
    expect(await world.identity.whoIs(there.token)).toBeDefined()
    expect(world.events.at(-1)).toMatchObject({ act: 'session.sign-out', sessionId: here.signedIn.sessionId })
  })

  test("[ID20] signing out everywhere ends all of the officer's sessions and no colleague's", async () => {
    const mine = [await world.signIn(...handler), await world.signIn(...handler)]
    const colleague = await world.signIn(...leader)
    await world.identity.signOut(mine[0]!.signedIn, { everywhere: true })
    for (const { token } of mine) expect(await world.identity.whoIs(token)).toBeUndefined()
    expect(await world.identity.whoIs(colleague.token)).toBeDefined()
    expect(world.ended.flat().sort()).toEqual(mine.map((one) => one.signedIn.sessionId).sort())
  })

  test('[ID20] signing out twice is harmless and recorded once', async () => {
    const { signedIn } = await world.signIn(...handler)
    await world.identity.signOut(signedIn, { everywhere: false })
    await world.identity.signOut(signedIn, { everywhere: false })
    expect(world.events.filter((event) => event.act === 'session.sign-out')).toHaveLength(1)
  })

  test("[ID20] a session id of a colleague's cannot be signed out", async () => {
    const me = await world.signIn(...handler)
    const colleague = await world.signIn(...leader)
    await world.identity.signOut({ ...me.signedIn, sessionId: colleague.signedIn.sessionId }, { everywhere: false })
    expect(await world.identity.whoIs(colleague.token)).toBeDefined()
  })

  test('[ID21] suspending an officer ends the session at the next look', async () => {
    const { token, signedIn } = await world.signIn(...handler)
    await world.suspend('bj-tobacco.handler')
    expect(await world.identity.whoIs(token)).toBeUndefined()
    expect(await rowOf(signedIn.sessionId)).toMatchObject({ endReason: 'suspended' })
    await world.suspend('bj-tobacco.handler', 'active')
    expect(await world.identity.whoIs(token)).toBeUndefined()
  })

  test('[ID22] ten looks at one expired session end it once', async () => {
    const { token, signedIn } = await world.signIn(...handler)
    world.clock.advance(hour)
    await Promise.all(Array.from({ length: 10 }, () => world.identity.whoIs(token)))
    expect(world.ended).toEqual([[signedIn.sessionId]])
    expect(world.events.filter((event) => event.act === 'session.expire')).toHaveLength(1)
  })

  test('[ID22] nobody hears of a sign-out that could not be recorded', async () => {
    const { token, signedIn } = await world.signIn(...handler)
    const working = world.hooks.record
    world.hooks.record = () => Promise.reject(new Error('the log is full'))
    await expect(world.identity.signOut(signedIn, { everywhere: false })).rejects.toThrow('the log is full')
    world.hooks.record = working
    expect(world.ended).toEqual([])
    expect(await world.identity.whoIs(token)).toBeDefined()
  })
})
