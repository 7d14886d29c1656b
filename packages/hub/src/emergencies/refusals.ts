import { Refusal } from '@lianban/kernel'

export const emergencyPurposeUnknown = () =>
  new Refusal('invalid', 'emergency.purpose-unknown', {
    zh: '贵单位与该单位之间没有约定此目的的现行协议。请从列表中选择。',
    en: 'No agreement in force between your agency and that one names this purpose. Choose one from the list.',
  })

export const reviewsOpen = (open: number) =>
  new Refusal(
    'conflict',
    'emergency.reviews-open',
    {
      zh: '您此前的紧急查阅还没有核查结论，结论作出之前不能再次紧急查阅。',
      en: 'Your earlier emergency accesses still wait for review. You cannot break the glass again before that.',
    },
    { open },
  )

/** Says when to come back, in Beijing time. */
export const tooManyAttempts = (comeBackAt: Date) => {
  const at = new Date(comeBackAt.getTime() + 8 * 3600_000).toISOString().slice(0, 16).replace('T', ' ')
  return new Refusal(
    'conflict',
    'emergency.too-many',
    {
      zh: `紧急查阅尝试次数过多，请在 ${at} 之后再试。`,
      en: `Too many attempts at emergency access. Come back after ${at} (Beijing time).`,
    },
    { comeBackAt: comeBackAt.toISOString() },
  )
}

export const alreadyReviewed = () =>
  new Refusal('conflict', 'emergency.already-reviewed', {
    zh: '贵单位已作出核查结论。',
    en: 'Your agency has already written its review.',
  })
