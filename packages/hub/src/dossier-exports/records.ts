import type { Block } from '@lianban/papers'
import { handlingCodeWords } from '../classification.ts'
import { goodsWords } from '../exports/index.ts'
import type { Shown } from './dossier.ts'

const withheld: Block = { kind: 'paragraph', words: '〔此处引用的记录不在导出人阅读范围内〕' }

/** A record that a block shows, written out; one that is absent and one that is withheld read the same. */
export function blocksShowing(record: Shown | undefined): Block[] {
  if (!record || record.state === 'withheld') return [withheld]
  switch (record.kind) {
    case 'event':
      return [{ kind: 'paragraph', words: `${record.happenedOn}，${record.what}（来源：${record.source}）。` }]
    case 'figure':
      return [{ kind: 'paragraph', words: `${record.what}：${record.asWritten}（来源：${record.source}）。` }]
    case 'quotation':
      return [{ kind: 'quotation', lines: [record.words], source: sourceOf(record) }]
    case 'goods':
      return [
        {
          kind: 'table',
          caption: `涉案物品（${sourceOf(record)}）`,
          headings: [['品名', '说明', '数量']],
          widths: [2, 4, 2],
          rows: record.goods.map(({ what, note, quantity, unit }) => [
            goodsWords[what],
            note,
            quantity === undefined ? '' : `${quantity}${unit ?? ''}`,
          ]),
        },
      ]
  }
}

type FromClue = Extract<Shown, { kind: 'quotation' | 'goods'; state: 'shown' }>

/** Whose words they are and what may be done with them. */
const sourceOf = ({ ownerAgency, clue, handlingCode }: FromClue): string => {
  const code = handlingCode === 'unrestricted' ? '' : `，${handlingCodeWords[handlingCode].zh}`
  return `${ownerAgency.shortZh}，${clue.number}${code}`
}
