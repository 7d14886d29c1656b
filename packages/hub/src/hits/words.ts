import type { SubjectWords } from '../told.ts'

export const hitQueryWords: SubjectWords = {
  words: { zh: '号码查询', en: 'query about a number' },
  actions: {
    read: { zh: '查看号码查询', en: 'see the query' },
    ask: { zh: '查询号码', en: 'ask about a number' },
  },
  fields: {
    officerId: {
      words: { zh: '查询人', en: 'who asked' },
      lacking: { zh: '查询不是您本人提出的', en: 'the query is not your own' },
      gap: 'standing',
    },
    agencyId: {
      words: { zh: '查询单位', en: 'the agency that asked' },
      lacking: { zh: '查询不是贵单位提出的', en: 'the query is not your agency’s' },
      gap: 'standing',
    },
  },
  relations: {
    matches: {
      words: { zh: '涉及的记录', en: 'a record it was about' },
      lacking: { zh: '查询不涉及贵单位的记录', en: 'the query was about no record of your agency' },
      gap: 'standing',
      fields: { ownerAgencyId: { words: { zh: '所属单位', en: 'the owner' }, gap: 'standing' } },
    },
  },
}
