import { type DemoIdp, passProvider, startDemoIdp } from '@lianban/demo-idp'
import { type AgencyId, makeDrivenClock, newId, type OfficerId } from '@lianban/kernel'
import { eq } from 'drizzle-orm'
import { aDatabase, type TestDatabase } from '../../../tests/support/postgres.ts'
import type { AgencyKind } from './agency.ts'
import { createIdentity, type Identity } from './identity.ts'
import type { RecordEvent, SessionEvent } from './session-event.ts'
import { agencies, officers, pendingSignIns, sessions } from './table.ts'

const redirectUri = 'http://hub.invalid/auth/callback'
const registration = { duty: 'registration' } as const
const registeredAt = new Date('2026-01-01T00:00:00Z')

const agency = (slug: string, nameZh: string, subjects: readonly string[]) => ({
  slug,
  nameZh,
  nameEn: slug,
  officers: subjects.map((subject) => ({ subject, postZh: `岗位·${subject}`, postEn: subject })),
})
const tobacco = agency('bj-tobacco', '北京市烟草专卖局', [
  'bj-tobacco.handler',
  'bj-tobacco.leader',
  'bj-tobacco.stranger',
])
// The police provider also knows a subject that belongs to the tobacco bureau.
const police = agency('bj-police-efd', '环食药旅总队', ['bj-police-efd.handler', 'bj-tobacco.handler'])

const registered = [
  { agency: tobacco, subjects: ['bj-tobacco.handler', 'bj-tobacco.leader'], roles: ['handler'], kind: 'tobacco' },
  { agency: police, subjects: ['bj-police-efd.handler'], roles: ['handler', 'leader'], kind: 'police' },
] as const

export type World = Awaited<ReturnType<typeof aWorld>>

/** A tobacco bureau and a police squad, each with its provider, their officers in our register, and a clock to drive. */
export async function aWorld(options: { redirectUris?: string[] } = {}) {
  const database = await aDatabase()
  const idp = await startDemoIdp({
    port: 0,
    host: '127.0.0.1',
    agencies: [tobacco, police],
    redirectUris: options.redirectUris ?? [redirectUri],
  })
  await register(database, idp)

  const clock = makeDrivenClock(new Date('2026-03-02T08:00:00Z'))
  const events: SessionEvent[] = []
  const ended: string[][] = []
  const hooks = { record: (async (_tx, event) => void events.push(event)) as RecordEvent }
  const make = (changed: { redirectUri?: string; allowInsecureIssuers?: boolean } = {}): Identity => {
    const made = createIdentity({
      db: database.db,
      clock,
      redirectUri,
      allowInsecureIssuers: true,
      idleMinutes: 30,
      absoluteHours: 12,
      record: (tx, event) => hooks.record(tx, event),
      ...changed,
    })
    made.onSessionsEnded((ids) => ended.push(ids))
    return made
  }
  const identity = make()
  const asSignIn = { duty: 'sign-in' } as const

  return {
    database,
    idp,
    clock,
    events,
    ended,
    hooks,
    identity,
    make,

    /** Goes to the provider and comes back with the callback, not yet presented. */
    async away(agencySlug: string, subject: string, returnTo = '/desk') {
      const { redirectTo, stateCookie } = await identity.beginSignIn({ agencySlug, returnTo })
      const callback = await passProvider({ from: redirectTo, subject, isThere: (url) => url.host === 'hub.invalid' })
      return { redirectTo, stateCookie, callback }
    },
    async signIn(agencySlug: string, subject: string, replacing?: string) {
      const { callback, stateCookie } = await this.away(agencySlug, subject)
      return identity.finishSignIn(callback, stateCookie, replacing)
    },
    suspend: (subject: string, state: 'suspended' | 'active' = 'suspended') =>
      database.db.transaction(registration, registeredAt, (tx) =>
        tx.update(officers).set({ state }).where(eq(officers.subject, subject)),
      ),
    sessions: () => database.db.transaction(asSignIn, clock.now(), (tx) => tx.select().from(sessions)),
    pending: () => database.db.transaction(asSignIn, clock.now(), (tx) => tx.select().from(pendingSignIns)),
    registerAgency: (slug: string, oidcIssuer: string) => insertAgency(database, slug, slug, oidcIssuer, 'tobacco'),
    async close() {
      await idp.stop()
      await database.close()
    },
  }
}

async function register(database: TestDatabase, idp: DemoIdp): Promise<void> {
  for (const { agency: from, subjects, roles, kind } of registered) {
    const agencyId = await insertAgency(database, from.slug, from.nameZh, idp.issuerOf(from.slug), kind)
    const rows = subjects.map((subject) => ({
      id: newId<OfficerId>(),
      agencyId,
      subject,
      postZh: `岗位·${subject}`,
      postEn: subject,
      roles: [...roles],
      registeredAt,
    }))
    await database.db.transaction(registration, registeredAt, (tx) => tx.insert(officers).values(rows))
  }
}

async function insertAgency(
  database: TestDatabase,
  slug: string,
  nameZh: string,
  oidcIssuer: string,
  kind: AgencyKind,
) {
  const id = newId<AgencyId>()
  const names = { nameZh, nameEn: slug, shortZh: nameZh, shortEn: slug }
  const row = {
    id,
    slug,
    ...names,
    kind,
    level: 'city' as const,
    region: '110000',
    oidcIssuer,
    oidcClientId: 'lianban',
    registeredAt,
  }
  await database.db.transaction(registration, registeredAt, (tx) => tx.insert(agencies).values(row))
  return id
}
