import { Refusal } from '@lianban/kernel'

/** Every way the law says that it cannot answer. */
export const refusals = {
  yearUnknown: (year: number) =>
    new Refusal(
      'invalid',
      'law.year-unknown',
      {
        zh: `${year}年的法定节假日和调休安排尚未录入，不能推算工作日。请管理员在 policies/law/calendar.yaml 中录入国务院办公厅的放假通知后重试。`,
        en: `The statutory holidays and make-up workdays of ${year} are not known, so its working days are not guessed. Enter the State Council’s notice in policies/law/calendar.yaml and try again.`,
      },
      { year },
    ),

  dayNotSet: (rule: string) =>
    new Refusal(
      'invalid',
      'law.day-not-set',
      {
        zh: '此期限自确定的日期倒推。请先填写该日期。',
        en: 'This limit runs back from a day that is set. Enter that day.',
      },
      { rule },
    ),

  extensionTooLong: (rule: string, most: number) =>
    new Refusal(
      'invalid',
      'law.extension-too-long',
      {
        zh: `延长的期限应为1至${most}的整数。请核对批准文书后重新填写。`,
        en: `An extension is a whole number from 1 to ${most}. Check the approval and enter it again.`,
      },
      { rule, most },
    ),
}
