import type { AgencyId, OfficerId, SessionId } from '@lianban/kernel'
import { char, customType, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { AgencyKind, AgencyLevel, Role } from './agency.ts'

const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
})
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

export const agencies = pgTable('agencies', {
  id: uuid('id').$type<AgencyId>().primaryKey(),
  slug: text('slug').notNull(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  shortZh: text('short_zh').notNull(),
  shortEn: text('short_en').notNull(),
  kind: text('kind').$type<AgencyKind>().notNull(),
  level: text('level').$type<AgencyLevel>().notNull(),
  region: char('region', { length: 6 }).notNull(),
  parentId: uuid('parent_id').$type<AgencyId>(),
  oidcIssuer: text('oidc_issuer').notNull(),
  oidcClientId: text('oidc_client_id').notNull(),
  registeredAt: instant('registered_at').notNull(),
})

export const officers = pgTable('officers', {
  id: uuid('id').$type<OfficerId>().primaryKey(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  subject: text('subject').notNull(),
  postZh: text('post_zh').notNull(),
  postEn: text('post_en').notNull(),
  roles: text('roles').array().$type<Role[]>().notNull(),
  state: text('state', { enum: ['active', 'suspended'] })
    .notNull()
    .default('active'),
  registeredAt: instant('registered_at').notNull(),
  version: integer('version').notNull().default(1),
})

export const sessions = pgTable('sessions', {
  id: uuid('id').$type<SessionId>().primaryKey(),
  tokenHash: bytes('token_hash').notNull(),
  officerId: uuid('officer_id').$type<OfficerId>().notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  startedAt: instant('started_at').notNull(),
  lastSeenAt: instant('last_seen_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  endedAt: instant('ended_at'),
  endReason: text('end_reason'),
})

export const pendingSignIns = pgTable('pending_sign_ins', {
  stateHash: bytes('state_hash').primaryKey(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  nonce: text('nonce').notNull(),
  codeVerifier: text('code_verifier').notNull(),
  returnTo: text('return_to').notNull(),
  startedAt: instant('started_at').notNull(),
})
