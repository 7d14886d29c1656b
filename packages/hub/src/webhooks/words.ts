import type { SubjectWords } from '../told.ts'

export const webhookWords: SubjectWords = {
  words: { zh: '推送地址', en: 'webhook' },
  actions: {
    read: { zh: '查看推送地址和送达记录', en: 'see the webhook and its deliveries' },
    setUp: { zh: '登记推送地址', en: 'set up a webhook' },
    change: { zh: '修改推送地址', en: 'change the webhook' },
    replay: { zh: '重新推送', en: 'deliver once more' },
  },
  fields: {
    agencyId: {
      words: { zh: '所属单位', en: 'whose it is' },
      lacking: { zh: '推送地址不是贵单位的', en: 'the webhook is not your agency’s' },
      gap: 'standing',
    },
  },
}
