import type { Block, Words } from '@lianban/papers'
import { handlingCodeWords } from '../classification.ts'
import type { Known } from './blocks-of.ts'
import type { Shown } from './dossier.ts'

type Of<Kind extends string> = Extract<Shown, { state: 'shown'; kind: Kind }>

/** What the sections quote, each with its digest: words of clues, evidence, the lists that it was seized by, and pictures. */
export function annexOf({ shown, pictures }: Known): Block[] {
  const all = [...shown.values()].filter((record) => record.state === 'shown')
  const of = <Kind extends Of<string>['kind']>(...kinds: Kind[]) =>
    all.filter((record): record is Of<Kind> => kinds.some((kind) => kind === record.kind))
  return [
    ...tableOf(
      '引用线索',
      ['线索', '提供单位', '处理限制', '引文摘要值（SHA-256）'],
      [3, 2, 3, 5],
      of('quotation', 'goods').map(({ clue, ownerAgency, handlingCode, digest }) => [
        clue.number,
        ownerAgency.shortZh,
        handlingCodeWords[handlingCode].zh,
        digest,
      ]),
    ),
    ...tableOf(
      '引用证据',
      ['编号', '名称', '收集单位', '登记内容摘要值（SHA-256）'],
      [2, 4, 3, 5],
      [
        ...of('evidence').map(({ number, name, agency, digest }) => [`证${number}`, name, agency.shortZh, digest]),
        ...of('seizure').map(({ paper, items, agency, digest }) => [
          items.map(({ number }) => `证${number}`).join('、'),
          `物品清单${paper ? ` ${paper.number}` : ''}`,
          agency.shortZh,
          digest,
        ]),
      ],
    ),
    ...tableOf(
      '引用图片',
      ['文件', '提供单位', '随本件印出', '文件摘要值（SHA-256、SM3）'],
      [3, 2, 2, 6],
      of('image').map(({ recordId, name, ownerAgency, sha256, sm3 }) => [
        name,
        ownerAgency.shortZh,
        pictures.get(recordId)?.kind === 'printed' ? '是' : '否',
        `${sha256} ${sm3}`,
      ]),
    ),
  ]
}

const tableOf = (caption: string, heading: Words[], widths: number[], rows: Words[][]): Block[] =>
  rows.length ? [{ kind: 'table', caption, headings: [heading], widths, rows }] : []
