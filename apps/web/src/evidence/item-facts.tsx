import { type Description, DescriptionList, Panel } from '@lianban/ui'
import type { EvidenceItem } from '../app/api-types.ts'
import { AgencyName, officerLine } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { quantityText } from './record-draft.ts'
import { t } from './texts.ts'

/** What is written about an item. */
export function ItemFacts(props: { item: EvidenceItem }) {
  const items = (): Description[] => {
    const { item } = props
    return [
      { term: t('kind'), value: said(item.kindWords), hint: item.kindBasis.map(said).join('、') },
      { term: t('quantity'), value: item.quantity ? quantityText(item.quantity) : t('noQuantity') },
      { term: t('originTerm'), value: t(`origin.${item.origin}`) },
      { term: t('agency'), value: <AgencyName agency={item.agency} />, hint: item.collectors.join('、') },
      {
        term: t('holder'),
        value: <AgencyName agency={item.holder.agency} />,
        hint: item.holder.name,
      },
      { term: t('title_'), value: <AgencyName agency={item.title} /> },
      { term: t('when'), value: `${formatDateTime(item.collectedFrom)} — ${formatDateTime(item.collectedUntil)}` },
      { term: t('place'), value: item.place || '—' },
      { term: t('source'), value: item.source || '—' },
      ...(item.instrument
        ? [{ term: t('paper'), value: said(item.instrument.words), hint: item.instrument.number }]
        : []),
      { term: t('recorded'), value: officerLine(item.recordedBy), hint: formatDateTime(item.recordedAt) },
      ...(item.description ? [{ term: t('description'), value: item.description, wide: true }] : []),
    ]
  }
  return (
    <Panel title={t('facts')}>
      <DescriptionList columns={3} items={items()} />
    </Panel>
  )
}
