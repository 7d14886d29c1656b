import { Refusal } from '@lianban/kernel'

export const nothingChanged = () =>
  new Refusal('invalid', 'correction.nothing-changed', {
    zh: '填写的内容与现有记录相同，没有需要更正的地方。',
    en: 'What you entered is what the record says already: there is nothing to correct.',
  })
