import type { SignedIn } from '@lianban/identity'
import { type Block, chineseNumeral, type Paper, withoutNumber } from '@lianban/papers'
import type { CaseRow } from '../cases/index.ts'
import { handlingCodeWords, labelWords } from '../classification.ts'
import { minuteInChina } from '../time-in-china.ts'
import { annexOf } from './annex.ts'
import type { AskedDossier } from './asked.ts'
import { blocksOf, type Known } from './blocks-of.ts'
import type { DossierToTake, TakenSection } from './dossier.ts'
import { purposeWords } from './words.ts'

type TakenDossier = DossierToTake & Known

type Taking = {
  readonly ofCase: CaseRow
  readonly officer: SignedIn['officer']
  readonly asked: AskedDossier
  readonly now: Date
}

/** The dossier as a paper: who takes it out, when and what for stands across every page and at its foot. */
export function paperOf(taken: TakenDossier, { ofCase, officer, asked, now }: Taking): Paper {
  const { agency, postZh } = officer
  // Many a post is named with its agency already.
  const bearer = postZh.startsWith(agency.shortZh) ? postZh : `${agency.shortZh} ${postZh}`
  const time = minuteInChina(now)
  const purpose = purposeWords[asked.purpose].zh
  const code = ofCase.handlingCode === 'unrestricted' ? [] : [handlingCodeWords[ofCase.handlingCode].zh]
  return {
    marks: [labelWords[ofCase.label].zh, ...code],
    title: `${ofCase.name}联合专案卷宗${taken.sealed?.kind === 'this' ? `（封存第${taken.sealed.number}版）` : ''}`,
    number: ofCase.number,
    body: taken.sections.flatMap((section) => sectionBlocks(section, taken)),
    annexes: [{ title: '卷宗内容摘要值清单', body: digestList(taken) }],
    watermark: `${bearer} ${time} ${purpose}`,
    foot: `导出：${bearer}，${time}。用途：${purpose}。${digestName(taken)} SHA-256 ${taken.digest}`,
    author: agency.nameZh,
    madeAt: now,
  }
}

const digestName = ({ sealed }: TakenDossier) => (sealed?.kind === 'this' ? '封存摘要值' : '卷宗摘要值')

function sectionBlocks(section: TakenSection, known: Known): Block[] {
  const heading = (words: string): Block => ({
    kind: 'heading',
    level: 1,
    words: `${chineseNumeral(section.place)}、${words}`,
    isNumbered: false,
  })
  if (section.kind === 'open') return [heading(withoutNumber(section.title, 1)), ...blocksOf(section.document, known)]
  return [
    heading('（本节不在导出人阅读范围内）'),
    { kind: 'paragraph', words: `本节由${section.askAgency.nameZh}设立，如需查阅请向其申请。` },
  ]
}

function digestList(taken: TakenDossier): Block[] {
  const { sections, digest, sealed } = taken
  return [
    { kind: 'paragraph', words: [`${digestName(taken)}（SHA-256，按章节顺序对各节摘要值计算）：`, { text: digest }] },
    ...sealBlocks(sealed),
    {
      kind: 'table',
      headings: [['章节', '内容摘要值（SHA-256）']],
      widths: [2, 5],
      rows: sections.map((section) => [
        `${chineseNumeral(section.place)}、${section.kind === 'open' ? withoutNumber(section.title, 1) : '（不在阅读范围内）'}`,
        section.digest ?? '—',
      ]),
    },
    ...annexOf(taken),
  ]
}

function sealBlocks(sealed: TakenDossier['sealed']): Block[] {
  if (!sealed) return [{ kind: 'paragraph', words: '本次导出为现行内容，卷宗尚未封存。' }]
  if (sealed.kind === 'earlier')
    return [
      {
        kind: 'paragraph',
        words: [
          `本次导出为现行内容。最近的封存版本为第${sealed.number}版，${minuteInChina(sealed.at)} 签署齐全，封存摘要值：`,
          { text: sealed.digest },
        ],
      },
    ]
  return [
    {
      kind: 'table',
      caption: `封存第${sealed.number}版的签署`,
      headings: [['单位', '签署人', '时间']],
      widths: [4, 3, 3],
      rows: sealed.signatures.map(({ agency, officer, at }) => [agency.nameZh, officer.postZh, minuteInChina(at)]),
    },
  ]
}
