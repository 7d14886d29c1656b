import { Refusal } from '@lianban/kernel'

export const refusals = {
  kindUnknown: () =>
    new Refusal('invalid', 'notice.kind-unknown', { zh: '没有这类通知。', en: 'There is no such kind of notice.' }),
  kindFixed: () =>
    new Refusal('conflict', 'notice.kind-fixed', {
      zh: '此类通知涉及限时办理，不能关闭。',
      en: 'This kind of notice is about a limit that runs: it cannot be left off.',
    }),
}
