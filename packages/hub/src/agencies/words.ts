import type { SubjectWords } from '../told.ts'

export const agencyWords: SubjectWords = {
  words: { zh: '单位名录', en: 'register of agencies' },
  actions: {
    register: { zh: '登记单位', en: 'register an agency' },
    read: { zh: '查看单位名录', en: 'read the register of agencies' },
    readTrail: { zh: '查看管理操作的审计记录', en: 'read the trail of administration' },
  },
  fields: {
    operatorId: {
      words: { zh: '平台运行单位', en: 'the operator of the hub' },
      lacking: { zh: '单位名录由平台运行单位维护', en: 'the register is kept by the operator of the hub' },
      gap: 'standing',
    },
  },
}
