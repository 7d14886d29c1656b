import { Badge, EmptyState, Panel } from '@lianban/ui'
import { For, Show } from 'solid-js'
import type { TaskForce } from '../app/api-types.ts'
import { agencyShort, LevelBadge } from '../app/domain-badges.tsx'
import { formatLastDay } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { seatName } from './seat-name.ts'
import { t } from './texts.ts'

type Shared = TaskForce['shared'][number]

/** What the task force was given, as far as the officer may read it, and which seats it does not reach and why. */
export function SharedPanel(props: { force: TaskForce }) {
  return (
    <Panel title={t('shared')} note={props.force.shared.length || undefined} flush>
      <ul>
        <For
          each={props.force.shared}
          fallback={<EmptyState compact title={t('nothingShared')} description={t('nothingSharedHint')} />}
        >
          {(shared) => <SharedLine force={props.force} shared={shared} />}
        </For>
      </ul>
    </Panel>
  )
}

function SharedLine(props: { force: TaskForce; shared: Shared }) {
  const { record } = props.shared
  return (
    <li class="border-line border-b px-4 py-3 last:border-b-0">
      <div class="flex flex-wrap items-center gap-x-2 gap-y-1">
        <a
          href={record.kind === 'Case' ? `/cases/${record.id}` : `/clues/${record.id}`}
          class="min-w-0 font-medium hover:text-accent-text hover:underline"
        >
          {record.title}
        </a>
        <Badge outlined>{t(`kind.${record.kind}`)}</Badge>
        <LevelBadge level={props.shared.level} />
        <Show when={props.shared.state === 'proposed'}>
          <Badge tone="warn">{t('proposed')}</Badge>
        </Show>
      </div>
      <p class="mt-0.5 flex flex-wrap gap-x-3 text-muted text-sm">
        <span>{record.number}</span>
        <span>
          {t('sharedBy', { agency: agencyShort(props.shared.owner), until: formatLastDay(props.shared.expiresAt) })}
        </span>
        <span>{t('purpose', { purpose: props.shared.purpose })}</span>
        <Show when={props.shared.state !== 'proposed'}>
          <span>{t('reaches', { n: props.shared.seats })}</span>
        </Show>
      </p>
      <Show when={props.shared.leftOut.length > 0}>
        <div class="mt-2 rounded-md bg-sunken px-3 py-2 text-sm">
          <p class="text-muted">{t('leftOut')}</p>
          <ul class="mt-0.5 flex flex-col gap-0.5">
            <For each={props.shared.leftOut}>
              {({ seatId, reason }) => (
                <li>
                  <SeatOf force={props.force} seatId={seatId} /> <span class="text-muted">{said(reason)}</span>
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
    </li>
  )
}

function SeatOf(props: { force: TaskForce; seatId: string }) {
  const seat = () => props.force.seats.find(({ id }) => id === props.seatId)
  return <Show when={seat()}>{(found) => <span class="font-medium">{seatName(found())}</span>}</Show>
}
