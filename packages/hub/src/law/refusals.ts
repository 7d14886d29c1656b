import { Refusal } from '@lianban/kernel'

export const refusals = {
  deadlineUnknown: () =>
    new Refusal('invalid', 'law.deadline-unknown', {
      zh: '没有这项期限。请从期限表中选择。',
      en: 'No deadline has this number. Choose one of the table.',
    }),

  deadlineNotThere: () =>
    new Refusal('invalid', 'law.deadline-not-there', {
      zh: '该期限在此地或当时不适用。请核对地区和日期。',
      en: 'This deadline does not hold there, or did not then. Check the region and the day.',
    }),
}
