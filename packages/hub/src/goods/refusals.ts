import { Refusal } from '@lianban/kernel'

/** Every way the goods ledger says no. */
export const refusals = {
  rowsUnreadable: (count: number) =>
    new Refusal(
      'invalid',
      'goods.rows-unreadable',
      {
        zh: `清单中有 ${count} 行不能识别，整份清单没有录入。请按提示逐格更正后重新提交。`,
        en: `${count} rows of the list cannot be read; nothing was entered. Correct the cells that are named and send it again.`,
      },
      { rows: count },
    ),

  codeEntered: (code: string) =>
    new Refusal(
      'conflict',
      'goods.code-entered',
      {
        zh: `条码 ${code} 在本案中已经登记。请核对是否重复录入。`,
        en: `The carton code ${code} is in this case already. Check whether it was entered twice.`,
      },
      { code },
    ),

  notGoods: () =>
    new Refusal('conflict', 'goods.not-goods', {
      zh: '货物清单只能登记在物证下。',
      en: 'Goods are listed under physical evidence.',
    }),

  struckAlready: () =>
    new Refusal('conflict', 'goods.struck', {
      zh: '这一行已经作废，或者不属于该证据。请刷新页面。',
      en: 'This line was struck out already, or belongs to another item. Reload the page.',
    }),
}
