import type { AttributeWords, RelationWords } from '../told.ts'

export const isRestrictedWords: AttributeWords = {
  words: { zh: '限定知悉范围', en: 'being kept to named officers' },
  lacking: { zh: '该记录限定了知悉范围', en: 'the record is kept to named officers' },
  gap: 'member',
  valueWords: { true: { zh: '是', en: 'yes' }, false: { zh: '否', en: 'no' } },
}

export const readersWords: RelationWords = {
  words: { zh: '知悉范围', en: 'those who may know' },
  lacking: { zh: '您不在该记录的知悉范围内', en: 'you are not among those who may know of the record' },
  gap: 'member',
  fields: { officerId: { words: { zh: '知悉人员', en: 'an officer who may know' }, gap: 'member' } },
}
