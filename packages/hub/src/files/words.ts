import { caseWords } from '../cases/index.ts'
import { circleWords } from '../circles/index.ts'
import { handlingCodeWords } from '../classification.ts'
import { caseGrantsWords } from '../grants/index.ts'
import type { SubjectWords } from '../told.ts'

export const fileWords: SubjectWords = {
  words: { zh: '案件文件', en: 'file of a case' },
  actions: {
    read: { zh: '查看、预览文件', en: 'see and preview the file' },
    add: { zh: '上传文件', en: 'add files' },
    download: { zh: '下载文件', en: 'download the file' },
    mark: { zh: '修改敏感标记和处理限制', en: 'change its marks' },
  },
  fields: {
    ownerAgencyId: {
      words: { zh: '上传文件的单位', en: 'the agency that added the file' },
      lacking: { zh: '文件不是由贵单位上传', en: 'your agency did not add the file' },
      gap: 'standing',
    },
    handlingCode: {
      words: { zh: '文件的处理限制', en: 'the handling code of the file' },
      lacking: { zh: '文件的处理限制是{value}', en: 'the handling code of the file is {value}' },
      gap: 'code',
      valueWords: handlingCodeWords,
    },
  },
  relations: {
    case: { isOne: true, words: caseWords.words, fields: caseWords.fields },
    circle: circleWords,
    caseGrants: caseGrantsWords,
  },
}
