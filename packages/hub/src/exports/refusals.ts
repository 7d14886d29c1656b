import { Refusal } from '@lianban/kernel'

export const correctedSince = () =>
  new Refusal('conflict', 'export.corrected-since', {
    zh: '导出之后，该线索已有变化。请回到线索页面重新导出。',
    en: 'The clue has changed since this was exported. Go back to it and export it again.',
  })
