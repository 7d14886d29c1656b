import { Show } from 'solid-js'
import type { ShownRecord } from '../app/api-types.ts'
import { agencyShort } from '../app/domain-badges.tsx'
import { formatDate } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { quantityText } from '../evidence/record-draft.ts'
import { StateBadges } from '../evidence/state-badges.tsx'
import { t as ofEvidence } from '../evidence/texts.ts'
import { BlockFrame } from './block-frame.tsx'
import { t } from './strings.ts'

type Evidence = Extract<ShownRecord, { readonly state: 'shown'; readonly kind: 'evidence' }>

/** An item of evidence as it stands now: what it is, whose, where it lies, and what its checklist comes to. */
export function EvidenceBlock(props: { item: Evidence; isOther: boolean }) {
  const facts = () =>
    [
      said(props.item.kindWords),
      props.item.quantity && quantityText(props.item.quantity),
      t('collectedBy', {
        agency: agencyShort(props.item.agency),
        on: formatDate(props.item.collectedUntil),
      }),
      props.item.paper && `${said(props.item.paper.words)} ${props.item.paper.number}`,
    ].filter(Boolean)
  return (
    <BlockFrame
      kind="evidence"
      note={
        <span class="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span>{t('keptBy', { agency: agencyShort(props.item.holder.agency), where: props.item.holder.name })}</span>
          <Show when={props.isOther}>
            <span class="text-warn">{t('amended')}</span>
          </Show>
        </span>
      }
    >
      <span class="flex flex-wrap items-center gap-x-2 gap-y-1">
        <a
          class="font-medium text-accent-text underline"
          href={`/cases/${props.item.case.id}/evidence/${props.item.recordId}`}
        >
          {ofEvidence('number', { n: props.item.number })} {props.item.name}
        </a>
        <StateBadges line={props.item} />
      </span>
      <span class="block text-sm">{facts().join(' · ')}</span>
    </BlockFrame>
  )
}
