import { Notice, Panel, Timeline } from '@lianban/ui'
import { For, type JSX, Show } from 'solid-js'
import type { AgencyCard, EvidenceItem } from '../app/api-types.ts'
import { agencyShort, officerLine } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { quantityText } from './record-draft.ts'
import { t } from './texts.ts'

type Event = EvidenceItem['events'][number]
type Holder = { readonly agency: AgencyCard | null; readonly name: string }

/** 北京烟草 一号物证室, or somebody outside. */
const holderText = ({ agency, name }: Holder): string =>
  agency ? [agencyShort(agency), name].filter(Boolean).join(' ') : t('outside', { name })

const breakText = ({ nth, kind, expected, found }: EvidenceItem['breakList'][number]): string =>
  kind === 'file'
    ? t(`fileBroken.${found === 'missing' ? 'missing' : 'changed'}`, { name: expected || t('fileWithheld') })
    : t(`break.${kind}`, { nth, expected, found })

/** The chain of custody of an item, and in red every place where it does not hold. */
export function CustodyPanel(props: { item: EvidenceItem; actions: JSX.Element }) {
  const broken = () => props.item.breakList.length > 0
  return (
    <Panel
      title={t('custody')}
      note={
        broken() ? (
          <span class="font-medium text-danger">{t('custodyBroken', { n: props.item.breakList.length })}</span>
        ) : (
          t('custodyNote', { n: props.item.events.length })
        )
      }
      actions={props.actions}
    >
      <Show when={broken()}>
        <div class="mb-4">
          <Notice tone="danger">
            <ul>
              <For each={props.item.breakList}>{(broken) => <li>{breakText(broken)}</li>}</For>
            </ul>
          </Notice>
        </div>
      </Show>
      <Timeline
        label={t('custody')}
        items={props.item.events.map((event) => ({
          key: event.id,
          at: formatDateTime(event.at),
          title: <EventTitle event={event} isPending={isPending(props.item, event)} />,
          body: <EventBody event={event} />,
          tone: props.item.breakList.some(({ nth }) => nth === event.nth) ? ('danger' as const) : ('accent' as const),
        }))}
      />
    </Panel>
  )
}

const isPending = (item: EvidenceItem, event: Event): boolean => item.pending !== null && event === item.events.at(-1)

function EventTitle(props: { event: Event; isPending: boolean }) {
  const moves = () => (props.event.kind === 'transfer' ? `（${t(`moves.${props.event.moves}`)}）` : '')
  return (
    <>
      {t(`custody.${props.event.kind}`)}
      {moves()}
      <Show when={props.isPending}>
        <span class="ml-2 font-normal text-info">{t('waits')}</span>
      </Show>
    </>
  )
}

function EventBody(props: { event: Event }) {
  const told = () => {
    const { place, purpose, condition, document, sealBefore, sealAfter, quantity } = props.event
    const seals = [sealBefore, sealAfter].filter(Boolean).join(' → ')
    return [
      [t('place'), place],
      [t('purpose'), purpose],
      [t('condition'), condition],
      [t('seals'), seals],
      [t('counted'), quantity ? quantityText(quantity) : ''],
      [t('document'), document],
    ].filter(([, value]) => value)
  }
  return (
    <>
      <p>
        {t('from', { who: props.event.nth === 1 ? props.event.from.name || '—' : holderText(props.event.from) })}{' '}
        {t('to', { who: holderText(props.event.to) })}
      </p>
      <p class="flex flex-wrap gap-x-3">
        <For each={told()}>
          {([term, value]) => (
            <span>
              <span class="text-faint">{term}</span> {value}
            </span>
          )}
        </For>
      </p>
      <Show when={props.event.difference}>
        <p class="text-warn">{t('difference', { words: props.event.difference })}</p>
      </Show>
      <p class="text-faint text-xs">
        {t('recordedBy', { who: officerLine(props.event.by), at: formatDateTime(props.event.recordedAt) })}
      </p>
    </>
  )
}
