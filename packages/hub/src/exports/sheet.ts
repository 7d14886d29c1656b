import { handlingCodeWords, labelWords } from '../classification.ts'
import type { Clue } from '../clues/index.ts'
import { goodsWords, identifierWords, kindWords, methodWords, sourceWords } from './words.ts'

/** Who takes the page out, when and what for: it stands on the page and across it. */
export type Bearer = {
  readonly agencyZh: string
  readonly postZh: string
  readonly at: Date
  readonly purpose: string
  readonly exportId: string
  readonly ownerZh: string
}

/** One clue as a page of its own: no script, nothing fetched, and whoever bears it is written across it. */
export function sheetOf(clue: Clue, withheld: readonly string[], bearer: Bearer): string {
  const open = (field: string, html: () => string) =>
    withheld.includes(field) ? '<p class="kept">未向贵单位开放</p>' : html()
  const code = handlingCodeWords[clue.handlingCode].zh
  const mark = `${bearer.agencyZh} ${bearer.postZh} ${timeInChina(bearer.at)}${clue.handlingCode === 'unrestricted' ? '' : ` ${code}`}`
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(clue.number)}</title><style>${style}</style></head><body>
<div class="marks" aria-hidden="true">${`<span>${escaped(mark)}</span>`.repeat(18)}</div>
<main>
<p class="code">${escaped(labelWords[clue.label].zh)} · ${escaped(code)}</p>
<h1>${escaped(clue.title)}</h1>
<p class="number">${escaped(clue.number)}</p>
<table><tbody>
${row('所属单位', bearer.ownerZh)}
${row('类型与来源', `${kindWords[clue.kind]} · ${sourceWords[clue.source]}`)}
${row('反映日期', clue.reportedOn)}
${row('地点', clue.place)}
${row('作案手法', clue.methods.map((method) => methodWords[method]).join('、') || '没有登记')}
</tbody></table>
<h2>内容</h2>
${open('content', () => `<p class="text">${escaped(clue.content)}</p>`)}
<h2>涉及物品</h2>
${open('goods', () => listed(clue.goods.map(({ what, note, quantity, unit }) => `${goodsWords[what]} ${note} ${quantity === undefined ? '' : `${quantity} ${unit ?? ''}`}`)))}
<h2>号码标识</h2>
${open('identifiers', () => listed(clue.identifiers.map(({ kind, value }) => `${identifierWords[kind]} ${value}`)))}
</main>
<footer>
<p>${escaped(`导出：${bearer.agencyZh} ${bearer.postZh}，${timeInChina(bearer.at)}。用途：${bearer.purpose}。`)}</p>
<p>${escaped(`处理限制：${code}。此次导出已记入日志，所属单位可以看到。编号 ${bearer.exportId}，第 ${clue.version} 版。`)}</p>
</footer>
</body></html>
`
}

const row = (term: string, value: string): string => `<tr><th scope="row">${term}</th><td>${escaped(value)}</td></tr>`

const listed = (lines: readonly string[]): string =>
  lines.length
    ? `<ul>${lines.map((line) => `<li>${escaped(line.trim())}</li>`).join('')}</ul>`
    : '<p class="kept">没有登记</p>'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign]!)

/** Date and time on the wall in Beijing. */
const timeInChina = (at: Date): string =>
  new Date(at.getTime() + 8 * 3600_000).toISOString().slice(0, 16).replace('T', ' ')

const style = `
:root { color-scheme: light; }
@page { size: A4; margin: 18mm; }
body { margin: 0 auto; max-width: 180mm; padding: 12mm 8mm; background: #fff; color: #111; font: 12pt/1.7 "Songti SC", SimSun, "Noto Serif SC", "Noto Sans SC Variable", serif; position: relative; }
h1 { font-size: 18pt; line-height: 1.35; margin: 4mm 0 1mm; }
h2 { font-size: 13pt; margin: 6mm 0 1mm; border-bottom: 1px solid #999; }
.code { display: inline-block; border: 2px solid #b00020; color: #b00020; padding: 0 3mm; margin: 0; font-weight: bold; }
.number, .kept { color: #555; margin: 0 0 4mm; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #999; padding: 1mm 2.5mm; text-align: left; vertical-align: top; }
th { width: 26mm; font-weight: normal; background: #f3f3f3; }
ul { margin: 1mm 0; padding-left: 6mm; }
footer { margin-top: 8mm; border-top: 1px solid #999; padding-top: 2mm; font-size: 9pt; color: #444; }
footer p { margin: 0; overflow-wrap: anywhere; }
.marks { position: fixed; inset: 0; overflow: hidden; display: grid; grid-template-columns: 1fr 1fr; align-content: space-around; pointer-events: none; z-index: 1; }
.marks span { transform: rotate(-24deg); color: rgb(176 0 32 / 0.13); font-size: 11pt; white-space: nowrap; padding: 9mm 0; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
`
