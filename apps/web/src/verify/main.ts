import {
  parseTrust,
  type Trust,
  type TrustText,
  type VerifiedBundle,
  type VerifiedReceipt,
  verifyBundle,
  verifyReceipt,
} from '@lianban/audit/pure'
import { problemInSealed, sealedFolder } from '@lianban/dossier/sealed-file'
import './page.css'
import { actWords, codedActs, factWords } from './words.ts'

let trust = trustIn(document.getElementById('trust')?.textContent ?? '')
type Chosen = { readonly name: string; readonly bytes: Uint8Array; readonly text: string }
let chosen: Chosen[] = []

const picker = document.getElementById('files') as HTMLInputElement
picker.addEventListener('change', () => void take([...(picker.files ?? [])]))
document.addEventListener('dragover', (event) => event.preventDefault())
document.addEventListener('drop', (event) => {
  event.preventDefault()
  void take([...(event.dataTransfer?.files ?? [])])
})
show()

async function take(files: readonly File[]): Promise<void> {
  const read = await Promise.all(
    files.map(async (file) => {
      const bytes = new Uint8Array(await file.arrayBuffer())
      return { name: file.name, bytes, text: new TextDecoder().decode(bytes) }
    }),
  )
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
  document.getElementById('verdicts')?.replaceChildren(...chosen.map(verdict))
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

function verdict({ name, bytes, text }: Chosen): HTMLElement {
  const card = document.createElement('article')
  card.append(Object.assign(document.createElement('h2'), { textContent: name }))
  if (!trust) {
    card.append(paragraph('等待信任清单。', 'Waiting for the trust list.'))
    return card
  }
  // An archive begins with the letters of the man who first made one.
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b
  const found = isArchive ? verifyBundle(bytes, trust, checkFile) : verifyReceipt(text, trust)
  card.className = found.ok ? 'good' : 'bad'
  const good = isArchive ? '有效：案件包完整，其中回执均在日志中。' : '有效：条目确在日志中。'
  const says = found.ok ? good : '无效：不可采信。'
  card.append(Object.assign(document.createElement('p'), { className: 'verdict', textContent: says }))
  if (!found.ok) card.append(paragraph(found.problem.zh, found.problem.en))
  else if ('manifest' in found) card.append(...contents(found))
  else card.append(details(found))
  return card
}

const checkFile = ({ name, text }: { readonly name: string; readonly text: () => string }) =>
  name.startsWith(sealedFolder) ? problemInSealed(text()) : undefined

/** What lies in a bundle: whose it is, the receipts one by one, and every file to be opened or kept. */
function contents({ manifest, files, receipts }: VerifiedBundle): HTMLElement[] {
  const list = document.createElement('dl')
  const row = (zh: string, en: string, value: string) => {
    const term = Object.assign(document.createElement('dt'), { textContent: `${zh} ` })
    term.append(Object.assign(document.createElement('span'), { textContent: en }))
    list.append(term, Object.assign(document.createElement('dd'), { textContent: value }))
  }
  row('案件', 'case', `${manifest.about.name.zh}（${manifest.about.id}）`)
  row('出具', 'made for', manifest.madeFor.zh)
  row('时间', 'time', new Date(manifest.madeAt).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' }))
  row('回执', 'receipts', String(receipts.length))
  return [list, ...receipts.map(({ name, verdict: one }) => folded(name, details(one))), kept(files)]
}

function folded(title: string, content: HTMLElement): HTMLElement {
  const fold = document.createElement('details')
  fold.append(Object.assign(document.createElement('summary'), { textContent: title }), content)
  return fold
}

/** Each file may be kept; a page of another's making is not opened here. */
function kept(files: VerifiedBundle['files']): HTMLElement {
  const list = document.createElement('ul')
  for (const { name, bytes } of files) {
    const link = document.createElement('a')
    link.textContent = `${name}（${bytes.length}）`
    link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' }))
    link.download = name.split('/').at(-1) ?? name
    const item = document.createElement('li')
    item.append(link)
    list.append(item)
  }
  return folded(`全部文件 all files: ${files.length}`, list)
}

/** The beginning of a digest, as letters carry it. */
const codeOf = (digest: string): string =>
  digest
    .slice(0, 12)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1-')

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
  for (const [fact, value] of Object.entries(entry.facts ?? {})) {
    const isCoded = fact === 'digest' && codedActs.test(entry.act)
    if (isCoded) row(['核验码（与文书核对）', 'code on the letter'], codeOf(String(value)))
    row(isCoded ? ['摘要 SHA-256', 'digest'] : (factWords[fact] ?? [fact, '']), named(value))
  }
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
