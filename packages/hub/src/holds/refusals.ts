import { Refusal } from '@lianban/kernel'

export const alreadyLifted = () =>
  new Refusal('conflict', 'hold.already-lifted', {
    zh: '此项保全已经解除。请刷新页面。',
    en: 'This hold has been lifted already. Reload the page.',
  })
