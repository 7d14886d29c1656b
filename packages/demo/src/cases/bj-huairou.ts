import type { PublishedCase } from '../published-case.ts'

export const bjHuairou: PublishedCase = {
  number: 'BJ-HUAIROU',
  name: '怀柔空管烟生产窝点',
  charge: '生产空管烟（罪名报道未写明）',
  summary: '怀柔区空管烟生产窝点被捣毁。公开报道没有给出数字。',
  label: 'internal',
  handlingCode: 'unrestricted',
  region: '110116',
  openedOn: '2025',
  publishedIn: '004',
  agenciesAsWritten: [],
  ownerSlug: 'bj-tobacco',
  clueKeys: [],
  figures: [],
  events: [],
}
