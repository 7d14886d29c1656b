import { Refusal } from '@lianban/kernel'

export const notInClue = () =>
  new Refusal('conflict', 'quotation.not-in-clue', {
    zh: '所引文字与线索现有内容不一致，可能已被更正。请重新选取后引用。',
    en: 'The clue does not say these words; it may have been corrected. Choose them again.',
  })

export const partWithheld = () =>
  new Refusal('conflict', 'quotation.part-withheld', {
    zh: '所属单位没有向贵单位开放该项内容，不能引用。',
    en: 'The owner withholds this part of the clue from your agency, so it cannot be quoted.',
  })

export const notQuotedHere = () =>
  new Refusal('conflict', 'quotation.not-quoted-here', {
    zh: '本节没有这处引用，页面可能已过时。请刷新后重试。',
    en: 'The section does not hold this quotation; the page may be out of date. Reload it.',
  })

export const consentNotNeeded = () =>
  new Refusal('conflict', 'quotation.consent-not-needed', {
    zh: '该处引用不需要征求同意，或已经征求过。请刷新后查看。',
    en: 'This quotation needs no consent, or it was asked for already. Reload to see.',
  })

export const decidedAlready = () =>
  new Refusal('conflict', 'quotation.decided-already', {
    zh: '该项征求意见已经答复。请刷新后查看结果。',
    en: 'This question was answered already. Reload to see the outcome.',
  })
