import { Refusal } from '@lianban/kernel'

export const alreadyAcknowledged = () =>
  new Refusal('conflict', 'recall.already-acknowledged', {
    zh: '贵单位已经回执，无需重复办理。',
    en: 'Your agency has already acknowledged this.',
  })

export const reasonNeeded = () =>
  new Refusal('invalid', 'recall.reason-needed', {
    zh: '依法留存副本的，请写明法律依据和留存期限。',
    en: 'To keep copies, name the law that requires it and for how long.',
  })

export const nothingToUpdate = () =>
  new Refusal('invalid', 'recall.nothing-to-update', {
    zh: '授权已被收回，没有可以更新的内容。请选择其他处置方式。',
    en: 'The grant was recalled: there is nothing to bring up to date. Choose what else became of the copies.',
  })
