import type { SubjectWords } from '../told.ts'

export const damageWords: SubjectWords = {
  words: { zh: '存储损坏', en: 'damage in the store' },
  actions: { read: { zh: '查看存储损坏', en: 'see the damage' } },
  fields: {
    ownerAgencyId: {
      words: { zh: '设立该章节的单位', en: 'the agency that added the section' },
      lacking: { zh: '该章节不是由贵单位设立', en: 'your agency did not add the section' },
      gap: 'standing',
    },
  },
}
