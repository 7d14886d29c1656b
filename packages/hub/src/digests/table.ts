import type { AgencyId, IdentifierKind } from '@lianban/kernel'
import { customType, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

export const identifierDigests = pgTable(
  'identifier_digests',
  {
    keyId: text('key_id').notNull(),
    digest: bytes('digest').notNull(),
    identifierKind: text('identifier_kind').$type<IdentifierKind>().notNull(),
    recordKind: text('record_kind').$type<'Clue'>().notNull(),
    recordId: uuid('record_id').notNull(),
    ownerAgencyId: uuid('owner_agency_id').$type<AgencyId>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.keyId, table.digest, table.recordKind, table.recordId] })],
)
