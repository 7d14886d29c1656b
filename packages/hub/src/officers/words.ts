import type { SubjectWords } from '../told.ts'

export const officerWords: SubjectWords = {
  words: { zh: '人员', en: 'officer' },
  actions: { read: { zh: '查看人员名册', en: 'read the register of officers' } },
  fields: {
    agencyId: {
      words: { zh: '所属单位', en: 'the officer’s agency' },
      lacking: { zh: '不是贵单位的人员', en: 'the officer is not of your agency' },
      gap: 'standing',
    },
  },
  relations: {
    keptBy: {
      words: { zh: '平台运行单位', en: 'the operator of the hub' },
      lacking: { zh: '名册由平台运行单位维护', en: 'the register is kept by the operator of the hub' },
      gap: 'standing',
      isOne: true,
      fields: { agencyId: { words: { zh: '单位', en: 'the agency' }, gap: 'standing' } },
    },
  },
}

export const officerChangeWords: SubjectWords = {
  words: { zh: '人员变更', en: 'change of officers' },
  actions: {
    read: { zh: '查看人员变更', en: 'read the change' },
    propose: { zh: '提出人员变更', en: 'propose a change' },
    approve: { zh: '批准人员变更', en: 'approve the change' },
    decline: { zh: '否决人员变更', en: 'decline the change' },
    withdraw: { zh: '撤回人员变更', en: 'withdraw the change' },
  },
  fields: {
    operatorId: {
      words: { zh: '平台运行单位', en: 'the operator of the hub' },
      lacking: { zh: '名册由平台运行单位维护', en: 'the register is kept by the operator of the hub' },
      gap: 'standing',
    },
    agencyId: {
      words: { zh: '所属单位', en: 'the agency concerned' },
      lacking: { zh: '不是贵单位的人员', en: 'the officer is not of your agency' },
      gap: 'standing',
    },
    concernsId: {
      words: { zh: '当事人员', en: 'the officer concerned' },
      lacking: { zh: '此项变更涉及您本人', en: 'the change concerns yourself' },
      gap: 'standing',
    },
    touchesOffice: {
      words: { zh: '涉及管理员岗位', en: 'touching an administrator’s office' },
      lacking: { zh: '此项变更涉及管理员岗位', en: 'the change touches an administrator’s office' },
      gap: 'standing',
      valueWords: { true: { zh: '是', en: 'yes' }, false: { zh: '否', en: 'no' } },
    },
    proposedBy: {
      words: { zh: '提出人', en: 'the proposer' },
      lacking: {
        zh: '批准须由提出人以外的人办理，撤回须由提出人本人办理',
        en: 'it is approved by somebody other than the proposer, and withdrawn by the proposer',
      },
      gap: 'standing',
    },
  },
}
