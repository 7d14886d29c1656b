import { Refusal } from '@lianban/kernel'

export const taskForceOver = () =>
  new Refusal('conflict', 'task-force.over', {
    zh: '该专案组已到期或已解散。',
    en: 'This task force has ended or was dissolved.',
  })

export const untilPast = () =>
  new Refusal('invalid', 'task-force.until-past', {
    zh: '专案组期限必须晚于现在的期限和当前时间。',
    en: 'A task force must end later than now, and later than it was to end.',
  })

export const alreadySeated = () =>
  new Refusal('conflict', 'task-force.already-seated', {
    zh: '该单位或人员已有席位。',
    en: 'This agency or officer already has a seat.',
  })

export const seatUnknown = () =>
  new Refusal('conflict', 'task-force.seat-unknown', {
    zh: '该席位不存在或已被撤销。请刷新查看。',
    en: 'There is no such seat, or it was revoked already. Reload to see.',
  })

export const memberUnknown = () =>
  new Refusal('invalid', 'task-force.member-unknown', {
    zh: '该单位的通讯录中没有这个岗位，或双方没有有效协议。请重新选择。',
    en: 'The agency’s directory has no such post, or there is no agreement in force with it. Choose again.',
  })
