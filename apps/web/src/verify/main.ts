import { parseTrust, type Trust, type TrustText, type VerifiedReceipt, verifyReceipt } from '@lianban/audit/pure'
import './page.css'
import { actWords, factWords } from './words.ts'

let trust = trustIn(document.getElementById('trust')?.textContent ?? '')
let chosen: { readonly name: string; readonly text: string }[] = []

const picker = document.getElementById('files') as HTMLInputElement
picker.addEventListener('change', () => void take([...(picker.files ?? [])]))
document.addEventListener('dragover', (event) => event.preventDefault())
document.addEventListener('drop', (event) => {
  event.preventDefault()
  void take([...(event.dataTransfer?.files ?? [])])
})
show()

async function take(files: readonly File[]): Promise<void> {
  const read = await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })))
  trust = read.map(({ text }) => trustIn(text)).find((found) => found !== undefined) ?? trust
  chosen = read.filter(({ text }) => trustIn(text) === undefined)
  show()
}

function trustIn(text: string): Trust | undefined {
  try {
    return parseTrust(JSON.parse(text) as TrustText)
  } catch {
    return undefined
  }
}

function show(): void {
  document.getElementById('trusted')?.replaceChildren(...trusted())
  document.getElementById('verdicts')?.replaceChildren(...chosen.map(({ name, text }) => verdict(name, text)))
}

function trusted(): HTMLElement[] {
  if (!trust)
    return [
      paragraph(
        '尚无信任清单：没有它，任何回执都无从校验。',
        'No trust list yet: without it no receipt can be verified.',
      ),
    ]
  const keys = [
    `${trust.log.name}+${trust.log.keyId}`,
    ...trust.witnesses.map(({ agency, key }) => `${agency}: ${key.name}+${key.keyId}`),
  ]
  return [
    paragraph(
      '按下列密钥校验。请与平台或检察机关另行公布的指纹核对：',
      'Verified by these keys. Compare them with what was published elsewhere:',
    ),
    ...keys.map((key) => {
      const line = document.createElement('p')
      line.append(Object.assign(document.createElement('code'), { textContent: key }))
      return line
    }),
  ]
}

function verdict(name: string, text: string): HTMLElement {
  const card = document.createElement('article')
  card.append(Object.assign(document.createElement('h2'), { textContent: name }))
  if (!trust) {
    card.append(paragraph('等待信任清单。', 'Waiting for the trust list.'))
    return card
  }
  const found = verifyReceipt(text, trust)
  card.className = found.ok ? 'good' : 'bad'
  const says = found.ok ? '有效：条目确在日志中。' : '无效：不可采信。'
  card.append(Object.assign(document.createElement('p'), { className: 'verdict', textContent: says }))
  card.append(found.ok ? details(found) : paragraph(found.problem.zh, found.problem.en))
  return card
}

function details({ entry, index, checkpoint, names }: VerifiedReceipt): HTMLElement {
  const list = document.createElement('dl')
  const named = (id: string | number) => (names[id] ? `${names[id].zh} ${names[id].en}（${id}）` : String(id))
  const row = ([zh, en]: readonly [string, string], value: string) => {
    const term = Object.assign(document.createElement('dt'), { textContent: `${zh} ` })
    term.append(Object.assign(document.createElement('span'), { textContent: en }))
    list.append(term, Object.assign(document.createElement('dd'), { textContent: value }))
  }
  const [zh, en] = actWords[entry.act] ?? [entry.act, '']
  row(['行为', 'act'], `${zh} ${en}${entry.outcome === 'done' ? '' : '（被拒绝 refused）'}`)
  row(['时间', 'time'], new Date(entry.at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' }))
  if (entry.agencyId) row(['单位', 'agency'], named(entry.agencyId))
  if (entry.officerId) row(['人员', 'officer'], named(entry.officerId))
  if (entry.subject) row(['对象', 'subject'], `${entry.subject.kind} ${named(entry.subject.id)}`)
  for (const [fact, value] of Object.entries(entry.facts ?? {})) row(factWords[fact] ?? [fact, ''], named(value))
  row(['日志位置', 'place in the log'], `${index} / ${checkpoint.size}（${checkpoint.origin}）`)
  const witnesses = checkpoint.cosigned.map(
    ({ agency, at }) => `${agency}，${at.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })}`,
  )
  row(['见证', 'cosigned by'], witnesses.join('；') || '无（仅平台签名） none, the hub alone')
  if (checkpoint.unchecked.length)
    row(
      ['未校验', 'not checked'],
      `${checkpoint.unchecked.join('、')}（国密签名，请用 lianban verify 校验 SM2, use lianban verify）`,
    )
  row(['条目编号', 'entry'], entry.id)
  return list
}

function paragraph(zh: string, en: string): HTMLElement {
  const both = document.createElement('div')
  both.append(Object.assign(document.createElement('p'), { textContent: zh }))
  both.append(Object.assign(document.createElement('p'), { className: 'en', lang: 'en', textContent: en }))
  return both
}
