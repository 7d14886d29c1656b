import { circleWords } from '../circles/index.ts'
import type { SubjectWords } from '../told.ts'

export const assistanceWords: SubjectWords = {
  words: { zh: '协查', en: 'request for assistance' },
  actions: {
    read: { zh: '查看协查', en: 'read the request' },
    crossCheck: { zh: '查看比对结果', en: 'see what our own records share with it' },
    send: { zh: '批准发出', en: 'approve and send it' },
    receive: { zh: '签收、审查和认领', en: 'sign it in, check and claim it' },
    assign: { zh: '交办', en: 'assign it' },
    act: { zh: '办理', en: 'act on it' },
    reply: { zh: '答复', en: 'reply to it' },
    refuse: { zh: '不予协助', en: 'refuse it' },
    answer: { zh: '处理对方答复', en: 'answer about it' },
    oversee: { zh: '裁决争议', en: 'decide a dispute about it' },
  },
  fields: {
    fromAgencyId: {
      words: { zh: '请求单位', en: 'the asking agency' },
      lacking: { zh: '协查不是由贵单位发出', en: 'your agency did not ask' },
      gap: 'standing',
    },
    toAgencyId: {
      words: { zh: '受托单位', en: 'the agency that was asked' },
      lacking: { zh: '协查不是发往贵单位', en: 'your agency was not asked' },
      gap: 'standing',
    },
    overseerAgencyId: {
      words: { zh: '裁决单位', en: 'the agency asked to decide' },
      lacking: { zh: '没有提请贵单位裁决', en: 'your agency was not asked to decide' },
      gap: 'standing',
    },
    superiorAgencyId: {
      words: { zh: '受托单位的上级', en: 'the agency above the one that was asked' },
      lacking: { zh: '贵单位不是受托单位的上级', en: 'your agency does not stand above the one that was asked' },
      gap: 'standing',
    },
    state: {
      words: { zh: '协查状态', en: 'the state of the request' },
      lacking: { zh: '协查目前是{value}', en: 'the request is {value}' },
      gap: 'state',
      valueWords: {
        drafted: { zh: '待批准发出', en: 'to be approved' },
        dropped: { zh: '已撤销', en: 'dropped' },
        sent: { zh: '已发出，待签收', en: 'sent' },
        open: { zh: '办理中', en: 'being handled' },
        refused: { zh: '不予协助', en: 'refused' },
        contested: { zh: '争议待裁决', en: 'before the common superior' },
        replied: { zh: '已答复，待确认', en: 'replied' },
        closed: { zh: '已办结', en: 'closed' },
      },
    },
    approval: {
      words: { zh: '批准人', en: 'who lets it go' },
      lacking: { zh: '该协查由{value}批准发出', en: 'it is let go by {value}' },
      gap: 'standing',
      valueWords: {
        leader: { zh: '负责人', en: 'the leader' },
        desk: { zh: '值班台', en: 'the duty desk' },
      },
    },
    climbsAt: {
      words: { zh: '逾期上报时间', en: 'when an agency above is told' },
      lacking: { zh: '该协查尚未逾期上报', en: 'its limit has not climbed to an agency above' },
      gap: 'time',
    },
  },
  relations: { circle: circleWords },
}
