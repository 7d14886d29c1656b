import type { SubjectWords } from '../told.ts'

export const destructionWords: SubjectWords = {
  words: { zh: '盐值销毁', en: 'destruction of salts' },
  actions: {
    read: { zh: '查看留存与销毁', en: 'see what is kept and destroyed' },
    propose: { zh: '提出销毁', en: 'propose to destroy salts' },
    approve: { zh: '批准销毁', en: 'approve the destruction' },
    decline: { zh: '不同意销毁', en: 'decline the destruction' },
    withdraw: { zh: '撤回销毁提议', en: 'withdraw the proposal' },
  },
  fields: {
    operatorId: {
      words: { zh: '平台运行单位', en: 'the operator of the hub' },
      lacking: { zh: '审计日志由平台运行单位保管', en: 'the log is kept by the operator of the hub' },
      gap: 'standing',
    },
    proposedBy: {
      words: { zh: '提出人', en: 'the proposer' },
      lacking: {
        zh: '批准须由提出人以外的审计管理员办理，撤回须由提出人本人办理',
        en: 'it is approved by another audit administrator than the proposer, and withdrawn by the proposer',
      },
      gap: 'standing',
    },
  },
}
