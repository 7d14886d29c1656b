import type { PublishedCase } from '../published-case.ts'

export const bjFirstFullchainTube: PublishedCase = {
  number: 'BJ-FIRST-FULLCHAIN-TUBE',
  name: '北京首起全链条空管烟案',
  charge: '生产、销售空管烟（罪名报道未写明）',
  summary:
    '通州区局、密云区局联动，由一张废弃快递单查起，涉及北京、河北。公开报道未说明是否与“5·16”案件为同一案，两案分别记录。',
  label: 'internal',
  handlingCode: 'unrestricted',
  region: '110000',
  openedOn: '2025',
  publishedIn: '004',
  agenciesAsWritten: ['通州区局', '密云区局'],
  ownerSlug: 'bj-tobacco',
  clueKeys: ['discarded-waybill'],
  figures: [],
  events: [],
}
