import { Refusal, type Sentence } from '@lianban/kernel'

export const refusals = {
  stepNotOpen: () =>
    new Refusal('conflict', 'case.step-not-open', {
      zh: '案件目前没有这一步骤，没有登记任何内容。请刷新后按程序表办理。',
      en: 'The case has no such step now; nothing was recorded. Reload and follow the table of the procedure.',
    }),
  noteLacking: (move: Sentence) =>
    new Refusal('invalid', 'case.note-lacking', {
      zh: `“${move.zh}”应当说明理由。请写明理由后再办理。`,
      en: `“${move.en}” is made with its reasons. Write them down first.`,
    }),
  stepToCome: () =>
    new Refusal('invalid', 'case.step-to-come', {
      zh: '办理时间不能晚于现在。请核对时间。',
      en: 'A step cannot have been taken after now. Check the time.',
    }),
  stepTooEarly: () =>
    new Refusal('invalid', 'case.step-too-early', {
      zh: '办理时间不能早于上一步骤。请核对时间。',
      en: 'A step cannot have been taken before the one that led to it. Check the time.',
    }),
}
