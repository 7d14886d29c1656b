import type { SubjectWords } from '../told.ts'

export const agencyWords: SubjectWords = {
  words: { zh: '单位名录', en: 'register of agencies' },
  actions: {
    register: { zh: '登记单位', en: 'register an agency' },
    registerOfficer: { zh: '登记人员', en: 'register an officer' },
  },
  fields: {
    operatorId: {
      words: { zh: '平台运行单位', en: 'the operator of the hub' },
      lacking: { zh: '单位名录由平台运行单位维护', en: 'the register is kept by the operator of the hub' },
      gap: 'standing',
    },
  },
}
