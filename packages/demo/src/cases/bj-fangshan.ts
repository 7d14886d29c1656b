import type { PublishedCase } from '../published-case.ts'

export const bjFangshan: PublishedCase = {
  number: 'BJ-FANGSHAN',
  name: '房山制假原料案',
  charge: '制假原料（罪名报道未写明）',
  summary: '房山区查获大量制假原料。公开报道没有给出数字。',
  label: 'core_sensitive',
  handlingCode: 'unrestricted',
  region: '110111',
  openedOn: '2025',
  publishedIn: '004',
  agenciesAsWritten: [],
  ownerSlug: 'bj-tobacco',
  clueKeys: [],
  figures: [],
  events: [],
}
