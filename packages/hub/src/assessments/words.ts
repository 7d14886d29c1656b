import { isRestrictedWords, readersWords } from '../readers/index.ts'
import type { SubjectWords } from '../told.ts'

export const assessmentWords: SubjectWords = {
  words: { zh: '研判意见', en: 'assessment' },
  actions: { read: { zh: '查看研判说明', en: 'read the note of an assessment' } },
  fields: {
    agencyId: {
      words: { zh: '研判单位', en: 'the agency that made the assessment' },
      lacking: { zh: '研判不是由贵单位作出', en: 'your agency did not make the assessment' },
      gap: 'standing',
    },
  },
  relations: {
    clue: {
      words: { zh: '线索', en: 'the clue' },
      lacking: { zh: '没有这样的线索', en: 'there is no such clue' },
      gap: 'standing',
      isOne: true,
      fields: {
        ownerAgencyId: {
          words: { zh: '所属单位', en: 'the agency that owns the clue' },
          lacking: { zh: '线索不属于贵单位', en: 'the clue does not belong to your agency' },
          gap: 'standing',
        },
        isRestricted: isRestrictedWords,
      },
    },
    clueReaders: readersWords,
  },
}
