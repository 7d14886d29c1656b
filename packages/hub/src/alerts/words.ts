import type { SubjectWords } from '../told.ts'

export const alertWords: SubjectWords = {
  words: { zh: '审计预警', en: 'alert' },
  actions: {
    read: { zh: '查看审计预警', en: 'see the alert' },
    answer: { zh: '作出处理结论', en: 'answer it' },
  },
  fields: {
    toldAgencyId: {
      words: { zh: '被告知单位', en: 'the agency that is told' },
      lacking: { zh: '预警不是发给贵单位的', en: 'the alert was not given to your agency' },
      gap: 'standing',
    },
    officerId: {
      words: { zh: '预警所指人员', en: 'whom the alert is about' },
      lacking: { zh: '预警涉及您本人', en: 'the alert is about yourself' },
      gap: 'standing',
    },
  },
}
