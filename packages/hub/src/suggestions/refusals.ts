import { Refusal } from '@lianban/kernel'

export const noSuchSuggestion = () =>
  new Refusal('conflict', 'suggestion.not-here', {
    zh: '本节没有这条修改建议，页面可能已过时。请刷新后重试。',
    en: 'The section has no such suggestion; the page may be out of date. Reload it.',
  })

export const suggestionDecided = () =>
  new Refusal('conflict', 'suggestion.decided-already', {
    zh: '这条修改建议已经处理。请刷新后查看结果。',
    en: 'This suggestion is settled already. Reload to see the outcome.',
  })

export const notYourSuggestion = () =>
  new Refusal('conflict', 'suggestion.not-yours', {
    zh: '只有提出单位可以撤回修改建议。',
    en: 'Only the agency that made a suggestion can withdraw it.',
  })

export const saysTheSame = () =>
  new Refusal('invalid', 'suggestion.same', {
    zh: '建议的文字与原文相同。',
    en: 'What you suggest is what the section says already.',
  })
