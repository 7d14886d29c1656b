import { Refusal } from '@lianban/kernel'

export const notOfAgency = () =>
  new Refusal('invalid', 'reader.not-of-agency', {
    zh: '知悉范围只能包括本单位在岗人员。请重新选择。',
    en: 'A record is kept to officers of the own agency. Choose again.',
  })

export const leaderNeeded = () =>
  new Refusal('invalid', 'reader.leader-needed', {
    zh: '知悉范围内须至少有一名本单位负责人。请补充分管负责人。',
    en: 'At least one leader of the agency must be among those who may know. Add the one who answers for it.',
  })
