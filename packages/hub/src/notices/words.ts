import type { SubjectWords } from '../told.ts'

export const inboxWords: SubjectWords = {
  words: { zh: '通知', en: 'notice' },
  actions: {
    read: { zh: '查看通知', en: 'read the notice' },
    see: { zh: '标为已读', en: 'mark it as read' },
    choose: { zh: '设置接收哪些通知', en: 'choose what to be told' },
  },
  fields: {
    officerId: {
      words: { zh: '接收人', en: 'whom it is for' },
      lacking: { zh: '通知不是发给您的', en: 'the notice is not for you' },
      gap: 'standing',
    },
  },
}
