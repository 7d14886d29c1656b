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

export const wordsChanged = () =>
  new Refusal('conflict', 'suggestion.words-changed', {
    zh: '原文已经变化，这处建议不能直接采纳。请参照建议自行修改，再作不采纳处理。',
    en: 'The words were changed meanwhile, so this suggestion cannot be accepted. Edit the text yourself and reject it.',
  })

/** Nobody writes behind an update that is damaged. */
export const sectionDamaged = (at: number) =>
  new Refusal(
    'conflict',
    'suggestion.section-damaged',
    {
      zh: `本节第 ${at} 号修改在存储中已损坏，暂时不能编写。请联系系统管理员。`,
      en: `Change ${at} of this section is damaged in the store, so nothing can be written for now. Tell an administrator.`,
    },
    { at },
  )

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
