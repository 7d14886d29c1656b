import type { Block } from '@lianban/papers'
import { handlingCodeWords } from '../classification.ts'
import { goodsWords } from '../exports/index.ts'
import type { Shown } from './dossier.ts'
import { evidenceBlocks, seizureBlocks } from './evidence-blocks.ts'
import { type Picture, pictureBlocks } from './pictures.ts'

/** What the block itself holds beside the name of its record, and the pictures that may go out. */
export type Held = {
  readonly digest?: string | undefined
  readonly caption: string
  readonly pictures: ReadonlyMap<string, Picture>
}

const withheld: Block = { kind: 'paragraph', words: '〔此处引用的记录不在导出人阅读范围内〕' }

/** The words below a picture are those of the section, whoever may see the picture. */
const captionOf = ({ caption }: Held): Block => ({ kind: 'paragraph', words: caption, align: 'center' })

/** A record that a block shows, written out; one that is absent and one that is withheld read the same. */
export function blocksShowing(record: Shown | undefined, held: Held): Block[] {
  if (!record || record.state === 'withheld') return held.caption ? [withheld, captionOf(held)] : [withheld]
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
    case 'evidence':
      return evidenceBlocks(record, held.digest)
    case 'seizure':
      return seizureBlocks(record, held.digest)
    case 'image':
      return pictureBlocks(record, held)
  }
}

type FromClue = Extract<Shown, { kind: 'quotation' | 'goods'; state: 'shown' }>

/** Whose words they are and what may be done with them. */
const sourceOf = ({ ownerAgency, clue, handlingCode }: FromClue): string => {
  const code = handlingCode === 'unrestricted' ? '' : `，${handlingCodeWords[handlingCode].zh}`
  return `${ownerAgency.shortZh}，${clue.number}${code}`
}
