import { sha256Hex } from '@lianban/kernel/digest'

/** A request for assistance that one agency of the demonstration puts to another, and how far it has come. */
export type Errand = {
  readonly caseNumber: string
  readonly toSlug: string
  readonly askedBy: string
  readonly asked: {
    readonly number: string
    readonly kind: string
    readonly proceeding: 'administrative'
    readonly urgency: string
    readonly urgencyReason: string
    readonly lane?: string
    readonly legalBasis: string
    readonly facts: string
    readonly questions: string
    readonly replyForm: string
    readonly contact: string
    readonly targets: readonly { readonly kind: 'place' | 'document'; readonly value: string; readonly note: string }[]
    readonly papers: readonly { readonly paper: string; readonly number: string }[]
  }
  readonly steps: readonly ErrandStep[]
}

export type ErrandStep = {
  readonly move: string
  readonly deed: 'send' | 'receive' | 'act' | 'reply' | 'answer'
  readonly by: string
  readonly note: string
  readonly unit?: string
  readonly items?: { readonly title: string; readonly digest: string; readonly madeBy: string }[]
}

const legalBasis = '《中华人民共和国行政处罚法》第二十六条'

/** What the reports tell of 5·16, and one more request that waits on a duty desk. Numbers of papers are made up. */
export const errands: readonly Errand[] = [
  {
    caseNumber: 'BJ-0516',
    toSlug: 'hebei-tobacco',
    askedBy: 'bj-tobacco.handler',
    asked: {
      number: '演示协查〔1〕号',
      kind: 'scene_inspection',
      proceeding: 'administrative',
      urgency: 'hours_2',
      urgencyReason: '生产窝点随时可能转移（演示事由）',
      lane: 'beijing_tianjin_hebei',
      legalBasis,
      facts: '通州区局查明，空管烟生产窝点在河北境内。公开报道未写明地点和数量。',
      questions: '请现场检查并固定证据。',
      replyForm: '书面答复，附现场检查笔录',
      contact: '北京市局值班台',
      targets: [{ kind: 'place', value: '河北境内生产窝点（报道未写明地址）', note: '' }],
      papers: [
        { paper: 'assistance_letter', number: '演示协查〔1〕号' },
        { paper: 'officer_certificate', number: '演示证件1号' },
        { paper: 'case_filing', number: '演示立案〔BJ-0516〕1号' },
      ],
    },
    steps: [
      { move: 'send', deed: 'send', by: 'bj-tobacco.duty-officer', note: '按京津冀快速通道发出。' },
      { move: 'sign_in', deed: 'receive', by: 'hebei-tobacco.duty-officer', note: '' },
      { move: 'find_complete', deed: 'receive', by: 'hebei-tobacco.duty-officer', note: '手续齐全。' },
      { move: 'claim', deed: 'receive', by: 'hebei-tobacco.duty-officer', note: '' },
      { move: 'to_field', deed: 'act', by: 'hebei-tobacco.handler', note: '', unit: '演示稽查队' },
      {
        move: 'reply',
        deed: 'reply',
        by: 'hebei-tobacco.handler',
        note: '已现场检查。公开报道未写明涉案数量。',
        items: [{ title: '现场检查笔录（演示）', digest: sha256Hex('现场检查笔录（演示）'), madeBy: '演示稽查队' }],
      },
      { move: 'confirm', deed: 'answer', by: 'bj-tobacco.handler', note: '确认办结。' },
    ],
  },
  {
    caseNumber: 'BJ-0516',
    toSlug: 'hebei-tobacco',
    askedBy: 'bj-tobacco.handler',
    asked: {
      number: '演示协查〔2〕号',
      kind: 'documents',
      proceeding: 'administrative',
      urgency: 'working_days_15',
      urgencyReason: '',
      legalBasis,
      facts: '河北境内生产窝点已经现场检查。',
      questions: '请提供现场检查笔录原件和检验报告复印件。',
      replyForm: '书面答复，附材料',
      contact: '北京市局值班台',
      targets: [{ kind: 'document', value: '现场检查笔录、检验报告', note: '' }],
      papers: [
        { paper: 'assistance_letter', number: '演示协查〔2〕号' },
        { paper: 'officer_certificate', number: '演示证件1号' },
      ],
    },
    steps: [{ move: 'send', deed: 'send', by: 'bj-tobacco.leader', note: '同意发出。' }],
  },
]
