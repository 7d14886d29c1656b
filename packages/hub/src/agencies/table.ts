import type { AgencyId, OfficerId } from '@lianban/kernel'
import { char, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { AgencyKind, AgencyLevel, Role } from './agency.ts'

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
  registeredAt: timestamp('registered_at', { withTimezone: true }).notNull(),
})

export const officers = pgTable('officers', {
  id: uuid('id').$type<OfficerId>().primaryKey(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  subject: text('subject').notNull(),
  postZh: text('post_zh').notNull(),
  postEn: text('post_en').notNull(),
  roles: text('roles').array().$type<Role[]>().notNull(),
  state: text('state').$type<'active' | 'suspended'>().notNull(),
  registeredAt: timestamp('registered_at', { withTimezone: true }).notNull(),
})
