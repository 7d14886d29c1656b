import { Refusal } from '@lianban/kernel'

export const alreadyAnswered = () =>
  new Refusal('conflict', 'alert.already-answered', {
    zh: '此预警已有处理结论。',
    en: 'This alert has been answered already.',
  })
