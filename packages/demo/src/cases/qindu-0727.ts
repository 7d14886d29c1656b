import type { PublishedCase } from '../published-case.ts'

export const qindu0727: PublishedCase = {
  number: 'QINDU-0727',
  name: '秦都“7·27”案件',
  charge: '空烟管（罪名报道未写明）',
  summary: '全省首起空烟管案件。版面未印年份，因报道2024年工作而记为2024年。',
  label: 'internal',
  handlingCode: 'unrestricted',
  region: '610402',
  openedOn: '2024',
  publishedIn: '001',
  agenciesAsWritten: [],
  ownerSlug: 'xianyang-tobacco',
  clueKeys: [],
  figures: [
    {
      measure: 'weight',
      what: '烟丝',
      amount: 160.56,
      unit: '公斤',
      isApproximate: false,
      asWritten: '160.56公斤',
      source: '001',
    },
    {
      measure: 'quantity',
      what: '空烟管',
      amount: 96_200,
      unit: '支',
      isApproximate: false,
      asWritten: '9.62万支',
      source: '001',
    },
  ],
  events: [],
}
