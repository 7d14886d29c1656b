import { Refusal } from '@lianban/kernel'

export const rolesMixed = () =>
  new Refusal('invalid', 'agency.roles-mixed', {
    zh: '系统、安全保密、审计三类管理员和单位管理员必须由不同人员担任，且不得兼任办案岗位。请分别登记。',
    en: 'System, security, audit and agency administrators are separate people and work on no case. Enter them one by one.',
  })

export const officeElsewhere = () =>
  new Refusal('invalid', 'officer.office-elsewhere', {
    zh: '系统、安全保密、审计管理员只能由平台运行单位的人员担任。',
    en: 'System, security and audit administrators are officers of the operator only.',
  })

export const twiceInList = (subject: string) =>
  new Refusal(
    'invalid',
    'officer.twice-in-list',
    { zh: '名单中有重复的登录标识。', en: 'The list names a sign-in subject twice.' },
    { subject },
  )

export const nothingChanges = () =>
  new Refusal('invalid', 'officer.nothing-changes', {
    zh: '该人员现在就是这样，没有需要变更的内容。',
    en: 'The officer is that already; there is nothing to change.',
  })

export const alreadyDecided = () =>
  new Refusal('conflict', 'officer-change.already-decided', {
    zh: '此项变更已经有了结果。请刷新页面查看。',
    en: 'This change has been decided already. Reload the page to see how.',
  })

export const officerChanged = () =>
  new Refusal('conflict', 'officer-change.officer-changed', {
    zh: '提出之后，该人员的角色或状态已经变动，此项变更不能再批准。请按现状重新提出。',
    en: 'The officer’s roles or state changed after this was proposed, so it can no longer be approved. Propose anew.',
  })

export const proposerGone = () =>
  new Refusal('conflict', 'officer-change.proposer-gone', {
    zh: '提出人已不再担任可以提出此项变更的管理员，不能批准。请由现任管理员重新提出。',
    en: 'Whoever proposed this no longer holds an office that may, so it cannot be approved. Let the present administrator propose it.',
  })
