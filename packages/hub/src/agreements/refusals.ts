import { Refusal } from '@lianban/kernel'

export const numberTaken = (number: string) =>
  new Refusal(
    'conflict',
    'agreement.number-taken',
    { zh: '该协议编号已被使用。请核对编号。', en: 'This agreement number is already in use. Check the number.' },
    { number },
  )

export const alreadySigned = () =>
  new Refusal('conflict', 'agreement.already-signed', {
    zh: '贵单位已签署此协议。',
    en: 'Your agency has already signed this agreement.',
  })

export const noOtherParty = () =>
  new Refusal('invalid', 'agreement.no-other-party', {
    zh: '协议至少需要另一个单位参加。请选择对方单位。',
    en: 'An agreement needs at least one other agency. Choose the other side.',
  })

export const validityEmpty = () =>
  new Refusal('invalid', 'agreement.validity-empty', {
    zh: '协议的截止日期必须晚于起始日期。',
    en: 'The agreement must end after it begins.',
  })
