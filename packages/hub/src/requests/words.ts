import type { SubjectWords } from '../told.ts'

export const requestWords: SubjectWords = {
  words: { zh: '查阅申请', en: 'request for access' },
  actions: {
    read: { zh: '查看申请', en: 'see the request' },
    ask: { zh: '申请查阅', en: 'ask for access' },
    withdraw: { zh: '撤回申请', en: 'withdraw the request' },
    decide: { zh: '批准或者不批准', en: 'grant or decline it' },
  },
  fields: {
    officerId: {
      words: { zh: '申请人', en: 'who asked' },
      lacking: { zh: '申请不是您本人提出的', en: 'the request is not your own' },
      gap: 'standing',
    },
    agencyId: {
      words: { zh: '申请单位', en: 'the agency that asked' },
      lacking: { zh: '申请不是贵单位提出的', en: 'the request is not your agency’s' },
      gap: 'standing',
    },
    state: {
      words: { zh: '申请状态', en: 'the state of the request' },
      lacking: { zh: '申请目前是{value}', en: 'the request is {value}' },
      gap: 'state',
      valueWords: {
        waiting: { zh: '待答复', en: 'waiting' },
        granted: { zh: '已批准', en: 'granted' },
        declined: { zh: '未批准', en: 'declined' },
        withdrawn: { zh: '已撤回', en: 'withdrawn' },
      },
    },
    lapsesAt: {
      words: { zh: '申请失效时间', en: 'when the request lapses' },
      lacking: { zh: '申请已于 {value} 失效', en: 'the request lapsed on {value}' },
      gap: 'expired',
    },
  },
  relations: {
    targets: {
      words: { zh: '申请的记录', en: 'a record that is asked for' },
      lacking: { zh: '申请的不是贵单位的记录', en: 'the request is for no record of your agency' },
      gap: 'standing',
      fields: { ownerAgencyId: { words: { zh: '所属单位', en: 'the owner' }, gap: 'standing' } },
    },
  },
}
