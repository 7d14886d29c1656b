import type { recordEvidence } from './record.ts'

type Recorded = Omit<Parameters<typeof recordEvidence>[1], 'submissionId' | 'caseId'>

/** Thirty cartons that were registered in advance by two officers, with nothing left out. */
export const itemFields: Recorded = {
  kind: 'physical',
  proceeding: 'administrative',
  name: '“中华”牌卷烟',
  description: '硬盒，外包装完好。',
  origin: 'original',
  instrument: 'registration_list',
  instrumentNumber: '京烟登存〔2026〕1号',
  collectedFrom: '2026-03-01T01:00:00Z',
  collectedUntil: '2026-03-01T02:00:00Z',
  place: '北京市顺义区某仓库',
  source: '当事人张某',
  collectors: ['承办员甲', '承办员乙'],
  quantity: '30 条',
  facts: [
    { fact: 'signed_or_noted', value: true },
    { fact: 'witness_fit', value: true },
    { fact: 'is_sealed', value: false },
  ],
  keptAt: '一号物证室',
}
