import { quantityWords } from '@lianban/law'
import type { Block } from '@lianban/papers'
import { minuteInChina } from '../time-in-china.ts'
import type { Shown } from './dossier.ts'
import { admissibilityWords, categoryWords } from './words.ts'

type Of<Kind extends string> = Extract<Shown, { state: 'shown'; kind: Kind }>
export type ShownEvidence = Of<'evidence'>
export type ShownSeizure = Of<'seizure'>

type Quantity = Parameters<typeof quantityWords>[0]

const sticksPerCarton = 200

/** Cigarettes in cartons as lists on paper have them, and in sticks as the law counts them. */
function counted(quantity: Quantity | null): string {
  if (!quantity) return ''
  const { zh } = quantityWords(quantity)
  const isCartons = quantity.dimension === 'sticks' && quantity.amount % sticksPerCarton === 0
  return isCartons ? `${quantity.amount / sticksPerCarton}条（${zh}）` : zh
}
const yuan = (fen: number): string => `${(fen / 100).toFixed(2)}元`
const dayOf = (at: Date): string => minuteInChina(at).slice(0, 10)
const paperOf = (paper: ShownEvidence['paper']): string => (paper ? `《${paper.words.zh}》${paper.number}` : '')

/** What the record says now is not what it said when it was put here. */
export const isOther = (held: string | undefined, digest: string): boolean => held !== undefined && held !== digest

/** An item of evidence: what it is, who collected it when and by what paper, who keeps it, and how it stands. */
export function evidenceBlocks(item: ShownEvidence, held: string | undefined): Block[] {
  const { agency, holder, pending, paper } = item
  const said = [
    `${item.kindWords.zh}${item.quantity ? `，${counted(item.quantity)}` : ''}`,
    `${agency.shortZh}于${dayOf(item.collectedUntil)}收集${paper ? `（${paperOf(paper)}）` : ''}`,
    `现由${holder.agency.shortZh}保管（${holder.name}）${pending ? `，待${pending.shortZh}签收` : ''}`,
    `形式要件：${admissibilityWords[item.admissibility]}${item.breaks > 0 ? `，保管链断裂${item.breaks}处` : ''}`,
    ...(isOther(held, item.digest) ? ['引用之后登记内容已更正'] : []),
  ]
  return [
    { kind: 'paragraph', words: [{ text: `证${item.number}　${item.name}`, bold: true }, `：${said.join('；')}。`] },
  ]
}

/** The list that evidence was seized by, with the goods on it line by line. */
export function seizureBlocks(list: ShownSeizure, held: string | undefined): Block[] {
  const rows = list.items.flatMap(({ number, name, quantity, goods }) =>
    goods.length === 0
      ? [[`证${number}`, name, '', counted(quantity), '']]
      : goods.map((line) => [
          `证${number}`,
          `${line.brand} ${line.specification}`.trim(),
          categoryWords[line.category],
          counted(line.quantity),
          line.worth === null ? '未定价' : yuan(line.worth),
        ]),
  )
  const sums = [
    `证据${list.items.length}件`,
    ...(list.totals.length ? [`货物合计${list.totals.map(counted).join('、')}`] : []),
    ...(list.worth > 0 ? [`价值${yuan(list.worth)}`] : []),
    ...(list.unpriced > 0 ? [`${list.unpriced}行未定价`] : []),
    ...(isOther(held, list.digest) ? ['引用之后清单已有变化，此处为现行内容'] : []),
  ]
  const [first] = list.items
  return [
    {
      kind: 'table',
      caption: `${paperOf(list.paper) || `证${first?.number ?? ''}物品清单`}（${list.agency.shortZh}，${dayOf(first!.collectedUntil)}）`,
      headings: [['证据', '名称、品牌规格', '类别', '数量', '价值']],
      widths: [2, 5, 2, 3, 3],
      rows,
    },
    { kind: 'paragraph', words: `${sums.join('，')}。` },
  ]
}
