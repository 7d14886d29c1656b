import { Badge, Notice } from '@lianban/ui'
import { createMemo, For, Show } from 'solid-js'
import type { GrantPreview, SharePreviewed } from '../app/api-types.ts'
import { AgencyName, officerLine, postName } from '../app/domain-badges.tsx'
import { locale, said } from '../app/i18n/index.ts'
import { ForeseenRecord } from './foreseen-record.tsx'
import { t } from './strings.ts'

/** What will be true once the share is confirmed, in words, before anything has happened. */
export function SharePreview(props: { seats: SharePreviewed; toForce: boolean; onward: boolean }) {
  const foreseen = () => props.seats.flatMap((seat) => seat.foreseen ?? [])
  const first = createMemo(() => foreseen()[0])
  const reached = () => foreseen().length
  return (
    <div
      class="flex flex-col gap-5"
      data-share-preview
      ref={(element) => queueMicrotask(() => element.parentElement?.scrollTo(0, 0))}
    >
      <Show when={first()}>
        {(preview) => (
          <>
            <Show when={preview().waits}>
              <SecondOfficer preview={preview()} onward={props.onward} />
            </Show>
            <Show when={preview().warnings.length > 0}>
              <Notice tone="warn" title={t('warnings')}>
                <For each={preview().warnings}>{(warning) => <p>{said(warning)}</p>}</For>
              </Notice>
            </Show>
          </>
        )}
      </Show>
      <Show
        when={props.toForce}
        fallback={<Show when={first()}>{(preview) => <ForeseenRecord preview={preview()} />}</Show>}
      >
        <section>
          <h3 class="font-semibold">{t('willBe')}</h3>
          <p class="mt-1 text-muted text-sm">
            {t('seatsReached', { reached: reached(), leftOut: props.seats.length - reached() })}
          </p>
          <ul class="mt-2 overflow-clip rounded-md border border-line">
            <For each={props.seats}>{(seat) => <Seat seat={seat} />}</For>
          </ul>
        </section>
      </Show>
    </div>
  )
}

/** Nothing opens until somebody else has agreed. */
function SecondOfficer(props: { preview: GrantPreview; onward: boolean }) {
  const names = () => props.preview.approvers.map(officerLine).join(locale() === 'zh' ? '、' : ', ')
  return (
    <Notice tone="info" title={t(props.onward ? 'waitsForOwner' : 'waitsForLeader')}>
      <p>{t('waitsHint')}</p>
      <p>{names() ? t('approvers', { names: names() }) : t('noApprovers')}</p>
    </Notice>
  )
}

function Seat(props: { seat: SharePreviewed[number] }) {
  return (
    <li class="border-line border-b last:border-b-0">
      <Show
        when={props.seat.foreseen}
        fallback={
          <div class="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
            <SeatName seat={props.seat} />
            <Badge tone="warn">{t('leftOut')}</Badge>
            <Show when={props.seat.leftOut}>
              {(why) => <span class="min-w-0 text-muted text-sm">{said(why())}</span>}
            </Show>
          </div>
        }
      >
        {(preview) => (
          <details>
            <summary class="flex cursor-default list-none flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 hover:bg-sunken focus-visible:-outline-offset-2">
              <SeatName seat={props.seat} />
              <Badge tone="ok">{t('reached')}</Badge>
              <span class="ml-auto text-accent-text text-sm">{t('details')}</span>
            </summary>
            <div class="px-4 pt-1 pb-4">
              <ForeseenRecord preview={preview()} isSeat />
            </div>
          </details>
        )}
      </Show>
    </li>
  )
}

function SeatName(props: { seat: SharePreviewed[number] }) {
  return (
    <span class="inline-flex min-w-0 flex-wrap items-center gap-x-2 font-medium">
      <AgencyName agency={props.seat.agency} />
      <Show when={props.seat.officer}>
        {(officer) => <span class="font-normal text-muted text-sm">{postName(officer())}</span>}
      </Show>
    </span>
  )
}
