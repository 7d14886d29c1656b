import type { AgencyId, OfficerId } from '@lianban/kernel'
import { eq } from 'drizzle-orm'
import { boolean, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Officer } from './officer.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A small world for the tests: agencies write letters and share them. */
export const letters = pgTable('letters', {
  id: uuid().primaryKey(),
  ownerAgencyId: uuid('owner_agency_id'),
  stage: text(),
  isSealed: boolean('is_sealed'),
  weight: integer(),
  sentAt: timestamp('sent_at', { withTimezone: true }),
  tags: text().array(),
})

export const offices = pgTable('offices', {
  id: uuid().primaryKey(),
  kind: text(),
  region: text(),
})

export const shares = pgTable('shares', {
  letterId: uuid('letter_id').notNull(),
  granteeAgencyId: uuid('grantee_agency_id'),
  level: text(),
  state: text(),
  purpose: text(),
  expiresAt: timestamp('expires_at', { withTimezone: true }),
})

export const schema = `
  create table letters (id uuid primary key, owner_agency_id uuid, stage text, is_sealed boolean, weight integer,
    sent_at timestamptz, tags text[]);
  create table shares (letter_id uuid not null, grantee_agency_id uuid, level text, state text, purpose text,
    expires_at timestamptz);
  create table offices (id uuid primary key, kind text, region text);
  grant select on letters, shares, offices to lianban_app`

const kinds = ['health', 'police', 'postal']

export const vocabulary: Vocabulary = {
  roles: ['clerk', 'leader', 'auditor'],
  agencyKinds: Object.fromEntries(kinds.map((kind) => [kind, { zh: kind, en: kind }])),
  subjects: {
    Letter: {
      actions: ['read', 'edit', 'burn', 'copy'],
      withPurpose: ['copy'],
      withholdable: ['body', 'sender', 'stamps'],
      fields: {
        ownerAgencyId: { type: 'id', column: letters.ownerAgencyId },
        stage: { type: 'text', column: letters.stage, values: ['draft', 'sent', 'closed'] },
        isSealed: { type: 'flag', column: letters.isSealed },
        weight: { type: 'number', column: letters.weight },
        sentAt: { type: 'time', column: letters.sentAt },
        tags: { type: 'texts', column: letters.tags },
      },
      relations: {
        shares: {
          fields: {
            granteeAgencyId: { type: 'id', column: shares.granteeAgencyId },
            level: { type: 'text', column: shares.level, values: ['view', 'write'] },
            state: { type: 'text', column: shares.state, values: ['live', 'recalled'] },
            purpose: { type: 'text', column: shares.purpose },
            expiresAt: { type: 'time', column: shares.expiresAt },
          },
          from: shares,
          on: eq(shares.letterId, letters.id),
        },
        ownerAgency: {
          fields: {
            kind: { type: 'text', column: offices.kind, values: kinds },
            region: { type: 'text', column: offices.region },
          },
          from: offices,
          on: eq(offices.id, letters.ownerAgencyId),
          agencyNamedBy: 'ownerAgencyId',
        },
      },
    },
    Stamp: { actions: ['print'], fields: {}, relations: {} },
  },
}

export const health = '019a0000-0000-7000-8000-00000000000a' as AgencyId
export const police = '019a0000-0000-7000-8000-00000000000b' as AgencyId
export const noon = new Date('2025-05-21T12:00:00Z')

const officer = (id: string, agencyId: string, agencyKind: string, roles: string[]): Officer => ({
  id: `019b0000-0000-7000-8000-00000000000${id}` as OfficerId,
  agencyId: agencyId as AgencyId,
  agencyKind,
  region: '110000',
  roles,
})

export const hana = officer('1', health, 'health', ['clerk'])
export const pavel = officer('2', police, 'police', ['clerk', 'leader'])
export const olga = officer('3', '019a0000-0000-7000-8000-00000000000c', 'postal', ['clerk'])

export const aShare = {
  granteeAgencyId: police,
  level: 'view',
  state: 'live',
  purpose: 'a case',
  expiresAt: new Date(noon.getTime() + 1),
}

/** A letter of Hana's agency, shared with nobody. */
export const aLetter = {
  ownerAgencyId: health as string | null,
  stage: 'draft' as string | null,
  isSealed: false as boolean | null,
  weight: 20 as number | null,
  sentAt: noon as Date | null,
  tags: ['urgent'] as string[] | null,
  shares: [] as object[],
  ownerAgency: [{ kind: 'health', region: '110000' }] as object[],
}

export const ruleText = `
- id: LETTER-READ-OWN
  roles: [clerk]
  action: read
  subject: Letter
  when: { ownerAgencyId: $officer.agencyId }
  because: { zh: 本单位的信函。, en: A letter of your own agency. }
- id: LETTER-READ-SHARED
  roles: [clerk, leader]
  action: read
  subject: Letter
  when: { shares: { some: { granteeAgencyId: $officer.agencyId, state: live, expiresAt: { after: $now } } } }
  because: { zh: 对方单位已共享。, en: Its agency shared it with yours. }
- id: LETTER-EDIT-OWN
  roles: [clerk]
  action: edit
  subject: Letter
  when: { ownerAgencyId: $officer.agencyId, stage: { not: [sent, closed] } }
  because: { zh: 本单位的草稿。, en: A draft of your own agency. }
- id: STAMP-PRINT
  roles: [leader]
  action: print
  subject: Stamp
  when: always
  because: { zh: 负责人可以打印。, en: Leaders may print. }
`
