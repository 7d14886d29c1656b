import { circleWords } from '../circles/index.ts'
import { caseGrantsWords } from '../grants/index.ts'
import type { SubjectWords } from '../told.ts'

export const handoffWords: SubjectWords = {
  words: { zh: '移送', en: 'handoff' },
  actions: {
    read: { zh: '查看移送', en: 'read the handoff' },
    open: { zh: '查看材料全文', en: 'read the whole package' },
    readList: { zh: '查看材料清单', en: 'read what the package lists' },
    dispatch: { zh: '批准发出', en: 'approve and dispatch' },
    sign: { zh: '签收', en: 'sign for it' },
    accept: { zh: '受理', en: 'accept it' },
    return: { zh: '退回', en: 'return it' },
    cancel: { zh: '撤销', en: 'cancel it' },
    deliver: { zh: '确认送达', en: 'confirm its delivery' },
    acceptInPart: { zh: '部分受理', en: 'accept it in part' },
    forward: { zh: '转送', en: 'forward it' },
    act: { zh: '办理和反馈', en: 'act on it' },
    answer: { zh: '处理对方答复', en: 'answer about it' },
    oversee: { zh: '监督或裁决', en: 'oversee or decide it' },
  },
  fields: {
    fromAgencyId: {
      words: { zh: '发送单位', en: 'the sender' },
      lacking: { zh: '移送不是由贵单位发出', en: 'your agency is not the sender' },
      gap: 'standing',
    },
    toAgencyId: {
      words: { zh: '接收单位', en: 'the receiver' },
      lacking: { zh: '移送不是发往贵单位', en: 'your agency is not the receiver' },
      gap: 'standing',
    },
    overseerAgencyId: {
      words: { zh: '监督或裁决单位', en: 'the agency asked to oversee or to decide' },
      lacking: { zh: '没有提请贵单位监督或裁决', en: 'your agency was not asked to oversee or to decide' },
      gap: 'standing',
    },
    state: {
      words: { zh: '移送状态', en: 'the state of the handoff' },
      lacking: { zh: '移送目前是{value}', en: 'the handoff is {value}' },
      gap: 'state',
      valueWords: {
        prepared: { zh: '已准备，待发出', en: 'prepared and not dispatched' },
        dispatched: { zh: '已发出，待签收', en: 'dispatched' },
        delivered: { zh: '已送达，待签收', en: 'delivered' },
        signed_for: { zh: '已签收，待受理', en: 'signed for' },
        accepted: { zh: '已受理', en: 'accepted' },
        taken: { zh: '已接收', en: 'taken' },
        contested: { zh: '有争议，待裁决', en: 'contested' },
        returned: { zh: '已退回', en: 'returned' },
        forwarded: { zh: '已转送', en: 'forwarded' },
        cancelled: { zh: '已撤销', en: 'cancelled' },
      },
    },
  },
  relations: { circle: circleWords, caseGrants: caseGrantsWords },
}
