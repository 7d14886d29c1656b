import type { PublishedCase } from '../published-case.ts'

export const bj0516: PublishedCase = {
  number: 'BJ-0516',
  name: '“5·16”生产销售空管烟案件',
  charge: '生产、销售空管烟（罪名报道未写明）',
  summary:
    '通州区局办理。生产窝点在河北境内被发现，经京津冀协查机制由河北烟草协助，跨省协查手续2小时办结。公开报道未写明涉案数量。',
  label: 'internal',
  handlingCode: 'unrestricted',
  region: '110112',
  openedOn: '2025',
  publishedIn: '004',
  agenciesAsWritten: ['通州区局', '河北烟草'],
  ownerSlug: 'bj-tobacco',
  clueKeys: [],
  figures: [],
  events: [{ kind: 'other', happenedOn: '2025', what: '跨省协查2小时办结（河北窝点，报道未写明日期）', source: '004' }],
}
