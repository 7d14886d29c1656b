import { circleWords } from '../circles/index.ts'
import type { SubjectWords } from '../told.ts'

const recipient = { zh: '通知不是发给贵单位或您本人', en: 'the notice is not for your agency or yourself' }

export const noticeWords: SubjectWords = {
  words: { zh: '收回或更正通知', en: 'notice of recall or correction' },
  actions: {
    read: { zh: '查看通知', en: 'read the notice' },
    acknowledge: { zh: '回执知悉', en: 'acknowledge it' },
    chase: { zh: '催办回执', en: 'chase the receipt' },
  },
  fields: {
    ownerAgencyId: {
      words: { zh: '发出通知的单位', en: 'the agency that gave the notice' },
      lacking: { zh: '通知不是由贵单位发出', en: 'your agency did not give the notice' },
      gap: 'standing',
    },
    agencyId: { words: { zh: '接收单位', en: 'the receiving agency' }, lacking: recipient, gap: 'standing' },
    recipientId: { words: { zh: '接收单位或人员', en: 'the recipient' }, lacking: recipient, gap: 'standing' },
    kind: {
      words: { zh: '通知种类', en: 'the kind of notice' },
      lacking: { zh: '这是{value}通知', en: 'it is a notice of {value}' },
      gap: 'state',
      valueWords: { recall: { zh: '收回', en: 'recall' }, correction: { zh: '更正', en: 'correction' } },
    },
    recordKind: {
      words: { zh: '记录种类', en: 'the kind of record' },
      lacking: { zh: '通知针对{value}', en: 'the notice is about a {value}' },
      gap: 'state',
      valueWords: { Case: { zh: '案件', en: 'case' }, Clue: { zh: '线索', en: 'clue' } },
    },
  },
  relations: { circle: circleWords },
}
