import type { Sentence } from '@lianban/kernel'
import type { Law } from '@lianban/law'
import type { Notice } from './table.ts'

/** What a notice says inside the hub: the step of a request in its own words, everything else as the table has it. */
export function wordsOf({ notices, assistance }: Pick<Law, 'notices' | 'assistance'>, row: Notice): Sentence {
  if (row.act === 'notice.climb') {
    const { zh, en } = notices.kinds[row.kind]?.words ?? { zh: row.kind, en: row.kind }
    return { zh: `${zh}：值班人员未查看，请过问`, en: `${en}: nobody at the desk has read it` }
  }
  const said = notices.acts.find(({ act, kind }) => act === row.act && kind === row.kind)?.words ?? {
    zh: '有新进展',
    en: 'there is news',
  }
  const step = row.matterKind === 'Assistance' && assistance.moves.find(({ id }) => id === row.step)?.words
  if (!step || row.act === 'assistance.send') return said
  return { zh: `${said.zh}：${step.zh}`, en: `${said.en}: ${step.en}` }
}
