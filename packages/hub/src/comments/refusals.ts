import { Refusal } from '@lianban/kernel'

export const noSuchThread = () =>
  new Refusal('conflict', 'comment.no-such-thread', {
    zh: '本节没有这条批注，页面可能已过时。请刷新后重试。',
    en: 'The section has no such thread; the page may be out of date. Reload it.',
  })

export const notAReader = () =>
  new Refusal('conflict', 'comment.not-a-reader', {
    zh: '所提醒的人员不能阅读本节，无法提醒。请重新选择。',
    en: 'One of those you call on may not read the section. Choose again.',
  })

export const alreadySo = () =>
  new Refusal('conflict', 'comment.already-so', {
    zh: '这条批注的状态已经改变。请刷新后查看。',
    en: 'The thread was settled or reopened meanwhile. Reload to see.',
  })
