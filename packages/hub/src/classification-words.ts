import { handlingCodeWords, labelWords } from './classification.ts'
import type { AttributeWords } from './told.ts'

export const labelAttribute: AttributeWords = {
  words: { zh: '敏感标识', en: 'the label' },
  lacking: {
    zh: '记录的敏感标识是{value}，不在该岗位的阅读范围',
    en: 'the record is labelled {value}, beyond this post',
  },
  gap: 'label',
  valueWords: labelWords,
}

export const handlingCodeAttribute: AttributeWords = {
  words: { zh: '处理限制', en: 'the handling code' },
  lacking: { zh: '记录的处理限制是{value}', en: 'the record’s handling code is {value}' },
  gap: 'handling',
  valueWords: handlingCodeWords,
}
