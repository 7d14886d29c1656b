import { standingWords } from '../standing/index.ts'
import type { SubjectWords } from '../told.ts'

export const reviewWords: SubjectWords = {
  words: { zh: '审查台', en: 'desk of a review' },
  actions: {
    read: { zh: '查看审查台', en: 'see the desk of the review' },
    note: { zh: '记个人审查笔记', en: 'keep private notes' },
    mark: { zh: '记录证据三性审查意见', en: 'record what the evidence comes to' },
  },
  fields: {
    agencyId: {
      words: { zh: '审查单位', en: 'the agency that reviews' },
      lacking: { zh: '审查不是贵单位进行的', en: 'the review is not your agency’s' },
      gap: 'standing',
    },
  },
  relations: { standing: standingWords },
}
