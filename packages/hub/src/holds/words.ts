import { circleWords } from '../circles/index.ts'
import type { SubjectWords } from '../told.ts'

export const holdWords: SubjectWords = {
  words: { zh: '保全', en: 'hold' },
  actions: {
    read: { zh: '查看保全', en: 'see the hold' },
    lay: { zh: '设置保全', en: 'lay a hold' },
    lift: { zh: '解除保全', en: 'lift the hold' },
  },
  fields: {
    agencyId: {
      words: { zh: '设置保全的单位', en: 'the agency that laid the hold' },
      lacking: { zh: '保全由设置的单位解除', en: 'a hold is lifted by the agency that laid it' },
      gap: 'standing',
    },
    ownerAgencyId: {
      words: { zh: '记录所属单位', en: 'the owner of the record' },
      lacking: { zh: '记录不属于贵单位', en: 'the record is not your agency’s' },
      gap: 'standing',
    },
  },
  relations: { circle: circleWords },
}
