import { kindOfHandoff, type Law } from '@lianban/law'
import { chineseDate, type Paper } from '@lianban/papers'
import type { AgencyCard } from '../agencies/index.ts'
import type { HandoffRow, PackageItem } from './handoff.ts'

type Whole = {
  readonly handoff: HandoffRow
  readonly agencies: ReadonlyMap<AgencyCard['id'], AgencyCard>
  readonly items: readonly PackageItem[]
}

const usual = [
  '根据{basis}，现将有关材料移送贵单位。移送目的：{purpose}。',
  '{note}',
  '移送材料共{count}项，数字摘要为{digest}。请在回执上签字。',
]

/** The letter that goes with the package, with the list of what goes along and the slip that the receiver signs. */
export function transferLetter(law: Law, { handoff, agencies, items }: Whole): { name: string; paper: Paper } {
  const { letter, body = usual } = kindOfHandoff(law, handoff.kind)
  const [from, to] = [handoff.fromAgencyId, handoff.toAgencyId].map((id) => agencies.get(id)!.nameZh)
  const { note } = JSON.parse(items.find(({ kind }) => kind === 'transfer_letter')!.content) as { note?: string }
  const { legalBasis: basis, purpose, packageDigest: digest } = handoff
  const blanks: Record<string, string> = { basis, purpose, digest, note: note ?? '', count: String(items.length) }
  const lines = body.map((said) => said.replaceAll(/\{([a-z]+)\}/g, (_, name: string) => blanks[name]!))
  return {
    name: `${letter.zh} ${handoff.number}`,
    paper: {
      title: letter.zh,
      letterhead: from!,
      number: handoff.number,
      addressee: to!,
      body: lines.filter((words) => words !== '').map((words) => ({ kind: 'paragraph' as const, words })),
      signature: { agencies: [from!], date: chineseDate(handoff.preparedAt), hasPlaceForSeal: true },
      annexes: [
        {
          title: '移送材料清单',
          body: [
            {
              kind: 'table',
              headings: [['序号', '材料', '数字摘要']],
              rows: items.map(({ position, title, digest }) => [String(position), title, digest]),
              widths: [1, 5, 6],
            },
          ],
        },
      ],
      madeAt: handoff.preparedAt,
    },
  }
}
