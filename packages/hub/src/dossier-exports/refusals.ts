import { Refusal } from '@lianban/kernel'

/** Quotations that may not go out for this purpose; each originator is named once, so that it can be asked. */
export const heldBack = (count: number, askAgencies: readonly string[]) => {
  const ask = askAgencies.length
    ? { zh: `请先征求${askAgencies.join('、')}同意，`, en: `Ask ${askAgencies.join(', ')} first, ` }
    : { zh: '', en: '' }
  return new Refusal(
    'conflict',
    'export.held-back',
    {
      zh: `所选内容有 ${count} 处受处理限制，不能用于此用途。${ask.zh || '请'}${ask.zh ? '或' : ''}改选用途、去掉有关章节。`,
      en: `${count} passages are held back by their handling code for this purpose. ${ask.en}${ask.en ? 'or choose' : 'Choose'} another purpose, or leave those sections out.`,
    },
    { count },
  )
}
