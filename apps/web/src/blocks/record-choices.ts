import type { Choice } from '@lianban/ui'
import type { Case, CaseFiles, EvidenceLine } from '../app/api-types.ts'
import { agencyShort } from '../app/domain-badges.tsx'
import { word } from '../app/enums.ts'
import { formatAmount, formatDateTime, formatPartialDate } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { quantityText } from '../evidence/record-draft.ts'
import { t as ofEvidence } from '../evidence/texts.ts'
import { t } from './strings.ts'

export const eventChoices = ({ events }: Case): Choice[] =>
  (events ?? []).map(({ id, happenedOn, what, source }) => ({
    value: id,
    label: `${formatPartialDate(happenedOn)} ${what}`,
    note: t('source', { source }),
  }))

export const figureChoices = ({ figures }: Case): Choice[] =>
  (figures ?? []).map(({ id, measure, what, amount, unit, source }) => ({
    value: id,
    label: `${word('measure', measure)} · ${what} ${formatAmount(amount, unit)}`,
    note: t('source', { source }),
  }))

export const clueChoices = ({ clues }: Case): Choice[] =>
  clues.map(({ id, number, title, ownerAgency }) => ({
    value: id,
    label: title,
    note: `${agencyShort(ownerAgency)} · ${number}`,
  }))

export const evidenceChoices = (items: readonly EvidenceLine[]): Choice[] =>
  items.map(({ id, number, name, kindWords, quantity, agency }) => ({
    value: id,
    label: `${ofEvidence('number', { n: number })} ${name}`,
    note: [said(kindWords), quantity && quantityText(quantity), agencyShort(agency)].filter(Boolean).join(' · '),
  }))

/** A list for each paper that evidence came by, named by the first thing on it; what came by none is a list of one. */
export function seizureChoices(items: readonly EvidenceLine[]): Choice[] {
  const lists = Map.groupBy(items, ({ id, paper }) => (paper ? `${paper.words.zh} ${paper.number}` : id))
  return [...lists.values()].map((on) => {
    const [{ id, number, name, paper, agency }] = on as [EvidenceLine]
    const names = on.map((one) => `${ofEvidence('number', { n: one.number })} ${one.name}`).join('、')
    return {
      value: id,
      label: paper ? `${said(paper.words)} ${paper.number}` : `${ofEvidence('number', { n: number })} ${name}`,
      note: `${agencyShort(agency)} · ${names}`,
    }
  })
}

/** Pictures that can be both shown here and printed. */
export const imageChoices = ({ items }: CaseFiles): Choice[] =>
  items
    .filter(({ type }) => type === 'image/png' || type === 'image/jpeg')
    .map(({ id, name, ownerAgency, uploadedAt }) => ({
      value: id,
      label: name,
      note: `${agencyShort(ownerAgency)} · ${formatDateTime(uploadedAt)}`,
    }))
