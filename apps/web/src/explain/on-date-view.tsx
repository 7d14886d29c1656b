import { Badge, Button, DateField, EmptyState, Notice, TextField } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import CalendarClock from 'lucide-solid/icons/calendar-clock'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { ExplainedPast, ExplainedRecord } from '../app/api-types.ts'
import { AgencyName } from '../app/domain-badges.tsx'
import { formatDate, formatDateTime } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { loggedRead } from '../app/query-client.ts'
import { askedInstant, problemWith } from './asked-instant.ts'
import { StandingItem } from './standing-list.tsx'
import { t } from './texts.ts'

/** Who could at a past instant, beside who looked that day. Asked only when the button is pressed: the question is logged. */
export function OnDateView(props: { record: ExplainedRecord }) {
  const [day, setDay] = createSignal('')
  const [time, setTime] = createSignal('12:00')
  const [asked, setAsked] = createSignal<Date>()
  const [tried, setTried] = createSignal(false)
  const problem = () => (tried() ? problemWith(day(), time(), new Date()) : undefined)
  const ask = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (!problemWith(day(), time(), new Date())) setAsked(askedInstant(day(), time()))
  }
  return (
    <div class="flex flex-col gap-4">
      <form class="flex flex-wrap items-end gap-3" onSubmit={ask} novalidate>
        <DateField
          label={t('date.day')}
          value={day()}
          onChange={setDay}
          max={formatDate(new Date().toISOString())}
          class="w-44 narrow:w-full"
        />
        <TextField label={t('date.time')} value={time()} onChange={setTime} type="time" class="w-36 narrow:w-full" />
        <Button type="submit" variant="primary">
          {t('date.ask')}
        </Button>
        <p class={`w-full text-sm ${problem() ? 'text-danger' : 'text-muted'}`} role={problem() ? 'alert' : undefined}>
          {problem() ? t(`date.problem.${problem()!}`) : t('date.hint')}
        </p>
      </form>
      <Show
        when={asked()}
        keyed
        fallback={
          <EmptyState
            compact
            icon={<CalendarClock size={16} />}
            title={t('date.first')}
            description={t('date.firstHint')}
          />
        }
      >
        {(at) => <Past record={props.record} at={at} />}
      </Show>
    </div>
  )
}

function Past(props: { record: ExplainedRecord; at: Date }) {
  const past = useQuery(() => ({
    queryKey: ['explain', 'onDate', props.record.kind, props.record.id, props.at.toISOString()],
    queryFn: () => api.explain.onDate.query({ record: { ...props.record }, at: props.at.toISOString() }),
    ...loggedRead,
  }))
  return (
    <Loaded query={past} rows={6} compact>
      {(data) => (
        <Show
          when={data().existed}
          fallback={<EmptyState compact title={t('date.absent')} description={t('date.absentHint')} />}
        >
          <div class="flex flex-col gap-3" aria-live="polite">
            <p class="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span class="font-semibold">{t('date.at', { at: formatDateTime(data().at) })}</span>
              <For each={data().values}>
                {({ words, value }) => (
                  <span class="text-muted text-sm">
                    {said(words)} <span class="text-ink">{said(value)}</span>
                  </span>
                )}
              </For>
            </p>
            <Caveats past={data()} />
            <ul class="flex flex-col gap-3">
              <For each={data().items}>
                {(standing) => <StandingItem standing={standing} remarks={<Remarks past={data()} item={standing} />} />}
              </For>
            </ul>
            <Elsewhere past={data()} />
          </div>
        </Show>
      )}
    </Loaded>
  )
}

function Caveats(props: { past: ExplainedPast }) {
  const said = () => [
    ...(props.past.rulesAreOfThatDay ? [] : [t('date.rulesNow')]),
    ...(props.past.isCertain ? [] : [t('date.uncertain')]),
    ...(props.past.isWhole ? [] : [t('date.partial')]),
  ]
  return (
    <Show when={said().length > 0}>
      <Notice tone="neutral">
        <For each={said()}>{(caveat) => <p>{caveat}</p>}</For>
      </Notice>
    </Show>
  )
}

function Remarks(props: { past: ExplainedPast; item: ExplainedPast['items'][number] }) {
  return (
    <span class="ml-auto flex flex-wrap items-center gap-x-2 gap-y-1 text-sm narrow:ml-0 narrow:w-full">
      <Show when={!props.item.canToday}>
        <Badge tone="warn">{t('date.notToday')}</Badge>
      </Show>
      <Show when={props.past.elsewhere && !props.item.officer}>
        <Show when={props.item.looked} fallback={<span class="text-faint">{t('date.notLooked')}</span>}>
          {(looked) => <LookedLine {...looked()} />}
        </Show>
      </Show>
    </span>
  )
}

function LookedLine(props: { looked: number; refused: number; lastAt: string }) {
  return (
    <span class="text-muted">
      <Show when={props.looked > 0}>
        {t('date.looked', { n: props.looked, at: formatDateTime(props.lastAt).slice(-5) })}
      </Show>
      <Show when={props.looked > 0 && props.refused > 0}> · </Show>
      <Show when={props.refused > 0}>
        <span class="text-danger">{t('date.refused', { n: props.refused })}</span>
      </Show>
    </span>
  )
}

function Elsewhere(props: { past: ExplainedPast }) {
  return (
    <Show when={props.past.elsewhere?.length}>
      <section>
        <h4 class="font-semibold">{t('date.elsewhere')}</h4>
        <ul class="mt-1.5 flex flex-col gap-1">
          <For each={props.past.elsewhere}>
            {(other) => (
              <li class="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm">
                <AgencyName agency={other.agency} full />
                <LookedLine {...other} />
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
