import { Refusal } from '@lianban/kernel'

export const untilPast = () =>
  new Refusal('invalid', 'request.until-past', {
    zh: '希望查阅到的日期必须晚于现在。',
    en: 'The end you wish for must be in the future.',
  })

export const noSuchTarget = () =>
  new Refusal('invalid', 'request.no-such-record', {
    zh: '该申请不涉及这条记录。请从申请涉及的记录中选择。',
    en: 'The request is not about this record. Choose one of those it is about.',
  })

/** Says when to come back, in Beijing time. */
export const tooManyRequests = (comeBackAt: Date) => {
  const at = new Date(comeBackAt.getTime() + 8 * 3600_000).toISOString().slice(0, 16).replace('T', ' ')
  return new Refusal(
    'conflict',
    'request.too-many',
    {
      zh: `您今天提出的申请已达上限，请在 ${at} 之后再提。`,
      en: `You have made as many requests as a day allows. Come back after ${at} (Beijing time).`,
    },
    { comeBackAt: comeBackAt.toISOString() },
  )
}
