import { Refusal } from '@lianban/kernel'

export const notAField = () =>
  new Refusal('invalid', 'proposal.not-a-field', {
    zh: '此类记录没有该项内容，不能提出修改。',
    en: 'Records of this kind have no such field to change.',
  })

export const fieldWithheld = () =>
  new Refusal('conflict', 'proposal.field-withheld', {
    zh: '所属单位没有向贵单位开放该项内容，不能对其提出修改。',
    en: 'The owner withholds this field from your agency, so no change of it can be proposed.',
  })

export const sameValue = () =>
  new Refusal('invalid', 'proposal.same-value', {
    zh: '建议的内容与现有记录相同。',
    en: 'What you propose is what the record says already.',
  })

export const decidedAlready = (state: string) =>
  new Refusal(
    'conflict',
    'proposal.decided-already',
    {
      zh: '该建议已经办结，页面可能已过时。请刷新后查看结果。',
      en: 'This proposal is settled; the page may be out of date. Reload to see the outcome.',
    },
    { state },
  )

export const movedOn = () =>
  new Refusal('conflict', 'proposal.moved-on', {
    zh: '提出建议之后，该项内容已被更正。请由提出单位对照现有内容重新确认，或不予采纳。',
    en: 'The field was corrected after this was proposed. The proposer must look at it again, or it is discarded.',
  })

export const notMovedOn = () =>
  new Refusal('conflict', 'proposal.not-moved-on', {
    zh: '该项内容没有变化，无需重新确认。',
    en: 'The field has not changed: there is nothing to look at again.',
  })
