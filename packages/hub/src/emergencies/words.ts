import { circleWords } from '../circles/index.ts'
import type { SubjectWords } from '../told.ts'

export const emergencyWords: SubjectWords = {
  words: { zh: '紧急查阅', en: 'emergency access' },
  actions: {
    read: { zh: '查看紧急查阅', en: 'see the emergency access' },
    review: { zh: '作出事后核查结论', en: 'review it' },
  },
  fields: {
    officerId: {
      words: { zh: '查阅人', en: 'who broke the glass' },
      lacking: { zh: '紧急查阅不是您本人作出的', en: 'it was not you who broke the glass' },
      gap: 'standing',
    },
    agencyId: {
      words: { zh: '查阅单位', en: 'the agency that broke the glass' },
      lacking: { zh: '紧急查阅不是贵单位人员作出的', en: 'it was nobody of your agency' },
      gap: 'standing',
    },
    ownerAgencyId: {
      words: { zh: '所属单位', en: 'the owner of the record' },
      lacking: { zh: '查阅的不是贵单位的记录', en: 'it was no record of your agency' },
      gap: 'standing',
    },
  },
  relations: {
    circle: circleWords,
    reviews: {
      words: { zh: '事后核查', en: 'a review' },
      lacking: { zh: '贵单位没有待作出的核查结论', en: 'your agency owes no review' },
      gap: 'state',
      fields: {
        agencyId: { words: { zh: '核查单位', en: 'who reviews' }, gap: 'standing' },
        side: {
          words: { zh: '核查方', en: 'the side' },
          gap: 'standing',
          valueWords: {
            owner: { zh: '所属单位', en: 'the owner' },
            own: { zh: '查阅单位', en: 'the officer’s agency' },
          },
        },
        isDone: {
          words: { zh: '已有结论', en: 'having an outcome' },
          lacking: { zh: '核查已有结论', en: 'the review is written' },
          gap: 'state',
          valueWords: { true: { zh: '是', en: 'yes' }, false: { zh: '否', en: 'no' } },
        },
      },
    },
  },
}
