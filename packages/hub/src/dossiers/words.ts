import { caseWords } from '../cases/index.ts'
import { caseGrantsWords } from '../grants/index.ts'
import { readersWords } from '../readers/index.ts'
import type { SubjectWords } from '../told.ts'

export const sectionWords: SubjectWords = {
  words: { zh: '卷宗章节', en: 'dossier section' },
  actions: {
    read: { zh: '阅读本节', en: 'read the section' },
    write: { zh: '编写本节', en: 'write the section' },
    comment: { zh: '批注本节、提出修改建议', en: 'comment on the section and suggest changes' },
    restrict: { zh: '调整阅读范围', en: 'change who reads it' },
    readHistory: { zh: '查看修改历史', en: 'see how it came to be' },
    nameVersion: { zh: '为版本命名', en: 'name its versions' },
  },
  fields: {
    ownerAgencyId: {
      words: { zh: '设立本节的单位', en: 'the agency that added the section' },
      lacking: { zh: '本节不是由贵单位设立', en: 'your agency did not add this section' },
      gap: 'standing',
    },
    audience: {
      words: { zh: '阅读范围', en: 'who it is open to' },
      lacking: { zh: '本节的阅读范围是{value}', en: 'the section is open to {value}' },
      gap: 'audience',
      valueWords: {
        case: { zh: '全案单位', en: 'all agencies on the case' },
        members: { zh: '仅限指定单位', en: 'named agencies only' },
      },
    },
  },
  relations: {
    members: {
      words: { zh: '指定单位', en: 'a named agency' },
      lacking: { zh: '贵单位不在本节的指定单位之内', en: 'your agency is not one of those the section names' },
      gap: 'member',
      fields: { agencyId: { words: { zh: '单位', en: 'the agency' }, gap: 'member' } },
    },
    case: { isOne: true, words: caseWords.words, fields: caseWords.fields },
    caseReaders: readersWords,
    caseGrants: caseGrantsWords,
  },
}
