import { type AgencyKind, type AgencyLevel, agencies, agencyKinds, agencyLevels } from '@lianban/identity'
import type { Sentence } from '@lianban/kernel'
import type { RelationDefinition } from '@lianban/policy'
import { eq } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { RelationWords } from '../told.ts'

/** The agency that a record belongs to, as a relation of that record with one row. */
export const ownerRelation = (ownerAgencyId: AnyPgColumn): RelationDefinition => ({
  from: agencies,
  on: eq(agencies.id, ownerAgencyId),
  agencyNamedBy: 'ownerAgencyId',
  fields: {
    kind: { type: 'text', column: agencies.kind, values: agencyKinds },
    level: { type: 'text', column: agencies.level, values: agencyLevels },
    region: { type: 'text', column: agencies.region },
    parentId: { type: 'id', column: agencies.parentId },
  },
})

export const kindWords: Record<AgencyKind, Sentence> = {
  operator: { zh: '平台运行', en: 'operator' },
  tobacco: { zh: '烟草', en: 'tobacco' },
  police: { zh: '公安', en: 'police' },
  customs: { zh: '海关', en: 'customs' },
  market_regulation: { zh: '市场监管', en: 'market regulation' },
  postal: { zh: '邮政', en: 'postal' },
  procuratorate: { zh: '检察', en: 'procuratorate' },
  company: { zh: '平台企业', en: 'platform company' },
}

const levelWords: Record<AgencyLevel, Sentence> = {
  national: { zh: '国家级', en: 'national' },
  province: { zh: '省级', en: 'province' },
  city: { zh: '市级', en: 'city' },
  county: { zh: '县级', en: 'county' },
}

/** The agency that a record belongs to, as it is said of that record. */
export const ownerWords: RelationWords = {
  words: { zh: '所属单位', en: 'the owner' },
  gap: 'standing',
  isOne: true,
  fields: {
    kind: { words: { zh: '所属单位的类别', en: 'the kind of the owner' }, gap: 'standing', valueWords: kindWords },
    level: { words: { zh: '所属单位的层级', en: 'the level of the owner' }, gap: 'standing', valueWords: levelWords },
    region: { words: { zh: '所属单位的地区', en: 'the region of the owner' }, gap: 'standing' },
    parentId: { words: { zh: '所属单位的上级单位', en: 'the agency above the owner' }, gap: 'standing' },
  },
}
