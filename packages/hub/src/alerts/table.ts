import type { AgencyId, AlertId, OfficerId } from '@lianban/kernel'
import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Audience } from '../alert-rules/index.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true }).notNull()

export const alerts = pgTable('audit_alerts', {
  id: uuid('id').$type<AlertId>().primaryKey(),
  rule: text('rule').notNull(),
  toldAgencyId: uuid('told_agency_id').$type<AgencyId>().notNull(),
  toldAs: text('told_as').$type<Audience>().notNull(),
  officerId: uuid('officer_id').$type<OfficerId>().notNull(),
  agencyId: uuid('agency_id').$type<AgencyId>().notNull(),
  times: integer('times').notNull(),
  records: integer('records').notNull(),
  firstAt: instant('first_at'),
  lastAt: instant('last_at'),
  raisedAt: instant('raised_at'),
  raisedOn: text('raised_on').notNull(),
})

export const alertAnswers = pgTable('audit_alert_answers', {
  alertId: uuid('alert_id').$type<AlertId>().primaryKey(),
  verdict: text('verdict').$type<'explained' | 'pursued'>().notNull(),
  note: text('note').notNull(),
  answeredBy: uuid('answered_by').$type<OfficerId>().notNull(),
  answeredAt: instant('answered_at'),
})
