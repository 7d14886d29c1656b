import { DescriptionList, Notice } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { ExplainedClock } from '../app/api-types.ts'
import { agencyName } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { CalendarStrip } from './calendar-strip.tsx'
import { ClockState } from './clock-state.tsx'
import { t } from './texts.ts'

/** Why a clock ends when it does: the article, the arithmetic step by step, and the days. */
export function Explanation(props: { clockId: string }) {
  const found = useQuery(() => ({
    queryKey: ['clocks', 'explain', props.clockId],
    queryFn: () => api.clocks.explain.query({ clockId: props.clockId }),
  }))
  return (
    <Loaded query={found} compact rows={4}>
      {(answer) => <Explained answer={answer()} />}
    </Loaded>
  )
}

function Explained(props: { answer: ExplainedClock }) {
  const clock = () => props.answer.clock
  return (
    <div class="flex flex-col gap-3 text-sm">
      <DescriptionList
        items={[
          { term: t('article'), wide: true, value: <For each={clock().basis}>{(each) => <p>{said(each)}</p>}</For> },
          { term: t('liable'), value: clock().liable ? agencyName(clock().liable!) : t('party') },
          {
            term: t('due'),
            value: (
              <span class="flex flex-wrap items-center gap-2">
                {clock().dueAt ? formatDateTime(clock().dueAt!) : '—'}
                <ClockState state={clock().state} />
              </span>
            ),
          },
        ]}
      />
      <Show when={!clock().isVerified && clock().statusWords}>
        {(words) => (
          <Notice tone="warn" title={t('unverified')}>
            {said(words())}
          </Notice>
        )}
      </Show>
      <Show when={props.answer.explained} fallback={<p class="text-muted">{t('ruleGone')}</p>}>
        {(explained) => (
          <>
            <section aria-label={t('steps')}>
              <h3 class="mb-1 font-medium">{t('steps')}</h3>
              <ol class="list-decimal pl-5">
                <For each={explained().steps}>{(step) => <li class="py-0.5">{said(step)}</li>}</For>
              </ol>
            </section>
            <Show when={explained().note}>{(note) => <p class="text-muted">{said(note())}</p>}</Show>
            <Show when={explained().days.length}>
              <CalendarStrip days={explained().days} />
            </Show>
          </>
        )}
      </Show>
      <Show when={clock().earlier.length}>
        <section aria-label={t('earlier')}>
          <h3 class="mb-1 font-medium">{t('earlier')}</h3>
          <ul>
            <For each={clock().earlier}>
              {({ dueAt, until }) => (
                <li class="text-muted">
                  {dueAt
                    ? t('earlierOne', { due: formatDateTime(dueAt), until: formatDateTime(until) })
                    : t('earlierNone', { until: formatDateTime(until) })}
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
    </div>
  )
}
