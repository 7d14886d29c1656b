import { Refusal, type Sentence } from '@lianban/kernel'

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

  actUnknown: (act: number) =>
    new Refusal(
      'invalid',
      'law.act-unknown',
      {
        zh: '物品所属的行为不存在。请重新选择。',
        en: 'These goods belong to an act that is not there. Choose it again.',
      },
      { act },
    ),

  quantityUnreadable: (quantity: string) =>
    new Refusal('invalid', 'law.quantity-unreadable', {
      zh: `数量“${quantity.slice(0, 40)}”不能识别。请填写数字和单位，例如 3 条。`,
      en: 'A quantity is a number and its unit, such as 3 条, and no more than anybody can mean.',
    }),

  quantityAbsurd: () =>
    new Refusal('invalid', 'law.quantity-absurd', {
      zh: '货值大得不合情理。请核对数量、单价和单位。',
      en: 'The value is absurdly large. Check the quantity, the price and their units.',
    }),

  methodUnknown: (method: string) =>
    new Refusal(
      'invalid',
      'law.method-unknown',
      { zh: '没有这种估价方法。请从列表中选择。', en: 'No method of valuation has this name. Choose one of the list.' },
      { method: method.slice(0, 40) },
    ),

  methodNotForGoods: (method: string, goods: string) =>
    new Refusal(
      'invalid',
      'law.method-not-for-goods',
      {
        zh: '该估价方法不适用于此类物品。请换用适用的方法。',
        en: 'This method is not for goods of this kind. Choose one that is.',
      },
      { method, goods },
    ),

  unitsDiffer: (per: string) =>
    new Refusal(
      'invalid',
      'law.units-differ',
      {
        zh: '单价的计价单位与数量的单位不能换算。请使用同类单位。',
        en: 'Price and quantity are counted differently. Use units that convert into each other.',
      },
      { per: per.slice(0, 20) },
    ),

  powerUnknown: (power: string) =>
    new Refusal(
      'invalid',
      'law.power-unknown',
      { zh: '没有这项职权。请从列表中选择。', en: 'No power has this name. Choose one of the list.' },
      { power: power.slice(0, 40) },
    ),

  instrumentUnknown: (instrument: string) =>
    new Refusal(
      'invalid',
      'law.instrument-unknown',
      { zh: '没有这种文书。请从列表中选择。', en: 'No paper has this name. Choose one of the list.' },
      { instrument: instrument.slice(0, 40) },
    ),

  handoffKindUnknown: (kind: string) =>
    new Refusal(
      'invalid',
      'law.handoff-kind-unknown',
      { zh: '没有这种移送。请从列表中选择。', en: 'No hand-over has this name. Choose one of the list.' },
      { kind: kind.slice(0, 40) },
    ),

  assistanceUnknown: (kind: string) =>
    new Refusal(
      'invalid',
      'law.assistance-unknown',
      { zh: '没有这种协查。请从列表中选择。', en: 'No request has this name. Choose one of the list.' },
      { kind: kind.slice(0, 40) },
    ),

  moveNotOpen: (state: string, move: string) =>
    new Refusal(
      'conflict',
      'law.move-not-open',
      {
        zh: '案件目前的状态不能办理此步骤。请刷新后查看可办理的步骤。',
        en: 'This step is not open in the present state. Reload and see which are.',
      },
      { state, move: move.slice(0, 40) },
    ),

  moveBarred: (move: string, because: Sentence) => new Refusal('conflict', 'law.move-barred', because, { move }),

  papersMissing: (move: string, missing: readonly { readonly id: string; readonly words: Sentence }[]) =>
    new Refusal(
      'conflict',
      'law.papers-missing',
      {
        zh: `缺少：${missing.map(({ words }) => words.zh).join('、')}。请补齐后再办理。`,
        en: `Missing: ${missing.map(({ words }) => words.en).join('; ')}. Supply them first.`,
      },
      { move, missing: missing.map(({ id }) => id) },
    ),
}
