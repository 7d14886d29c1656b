import { goodsColumns } from '@lianban/law/names'
import type { GoodsCells } from '../app/api-types.ts'

type Column = (typeof goodsColumns)[number]

/** What the columns are called on lists as agencies make them. */
const names: Readonly<Record<Column, readonly string[]>> = {
  brand: ['品牌', '牌号', '品名', '品牌名称', 'brand'],
  specification: ['规格', '品规', 'specification'],
  goods: ['种类', '物品种类', '品类', 'kind', 'goods'],
  category: ['类别', '真伪', '性质', 'category'],
  quantity: ['数量', 'quantity'],
  perPack: ['每盒支数', '支/盒', '支数', 'sticks a pack'],
  codes: ['条码', '32位条码', '32 位条码', '喷码', 'carton codes', 'codes'],
  price: ['单价', '价格', 'price'],
  priceSource: ['价格来源', '价格依据', 'price from'],
  note: ['备注', 'note'],
}

/** Cuts text into cells: by tabs as spreadsheets copy them, otherwise by commas; a quoted cell may hold both and line breaks. */
export function cellsIn(text: string): string[][] {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const delimiter = plain.includes('\t') ? '\t' : ','
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < plain.length; i++) {
    const character = plain[i]!
    if (quoted) {
      if (character !== '"') cell += character
      else if (plain[i + 1] === '"') {
        cell += '"'
        i++
      } else quoted = false
    } else if (character === '"' && cell === '') quoted = true
    else if (character === delimiter) {
      row.push(cell)
      cell = ''
    } else if (character === '\n') {
      rows.push([...row, cell])
      row = []
      cell = ''
    } else cell += character
  }
  rows.push([...row, cell])
  return rows.map((cells) => cells.map((each) => each.trim())).filter((cells) => cells.some(Boolean))
}

const columnNamed = (text: string): Column | undefined =>
  goodsColumns.find((column) => names[column].includes(text.trim().toLowerCase()))

/** Rows of goods: by the names on the first line where it has at least three, otherwise in the usual order. */
export function goodsRowsIn(text: string): GoodsCells[] {
  const rows = cellsIn(text)
  const heading = rows[0]?.map(columnNamed) ?? []
  const isHeaded = heading.filter(Boolean).length >= 3
  const places = goodsColumns.map((column, i) => (isHeaded ? heading.indexOf(column) : i))
  return rows.slice(isHeaded ? 1 : 0).map((cells) => {
    const entries = goodsColumns.map((column, i) => [column, cells[places[i]!] ?? ''] as const)
    return Object.fromEntries(entries) as GoodsCells
  })
}
