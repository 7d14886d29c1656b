import type { RelationWords } from '../told.ts'

/** Said alike of every record, kept to named officers or not: it tells nobody which. */
export const circleWords: RelationWords = {
  words: { zh: '知悉范围', en: 'those who may know of the record' },
  lacking: { zh: '您不在该记录的知悉范围内', en: 'you are not among those who may know of the record' },
  gap: 'member',
  fields: {
    memberId: {
      words: { zh: '知悉范围内的单位或人员', en: 'an agency or officer who may know of the record' },
      gap: 'member',
    },
  },
}
