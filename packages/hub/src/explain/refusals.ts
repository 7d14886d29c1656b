import { Refusal } from '@lianban/kernel'

export const notPast = () =>
  new Refusal('invalid', 'explain.not-past', {
    zh: '只能查询过去的时间。请选择现在或更早的时间。',
    en: 'Only the past can be asked about. Choose now or an earlier time.',
  })
