import type { SubjectWords } from '../told.ts'

const operatorId = {
  words: { zh: '平台运行单位', en: 'the operator of the hub' },
  lacking: { zh: '权限规则由平台运行单位管理', en: 'the rules are kept by the operator of the hub' },
  gap: 'standing',
} as const

export const ruleChangeWords: SubjectWords = {
  words: { zh: '规则变更', en: 'change of rules' },
  actions: {
    read: { zh: '查看规则变更', en: 'read the change' },
    propose: { zh: '提出规则变更', en: 'propose a change of rules' },
    approve: { zh: '批准规则变更', en: 'approve the change' },
    decline: { zh: '否决规则变更', en: 'decline the change' },
    withdraw: { zh: '撤回规则变更', en: 'withdraw the change' },
  },
  fields: {
    operatorId,
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

export const ruleVersionWords: SubjectWords = {
  words: { zh: '规则版本', en: 'version of the rules' },
  actions: { read: { zh: '查看规则版本', en: 'read the versions of the rules' } },
  fields: { operatorId },
}
