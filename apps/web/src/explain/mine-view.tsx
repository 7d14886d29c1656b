import { EmptyState } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import Check from 'lucide-solid/icons/check'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import X from 'lucide-solid/icons/x'
import { For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { ExplainedAct, ExplainedRecord } from '../app/api-types.ts'
import { said } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { askLine } from './ask-line.ts'
import { t } from './texts.ts'
import { WithheldFields } from './withheld-fields.tsx'

/** What I may do and by what rule; of all else what is missing, and whom to ask. */
export function MineView(props: { record: ExplainedRecord }) {
  const mine = useQuery(() => ({
    queryKey: ['explain', 'mine', props.record.kind, props.record.id],
    queryFn: () => api.explain.mine.query({ record: { ...props.record } }),
  }))
  return (
    <Loaded query={mine} rows={8} compact>
      {(data) => {
        const open = () => data().items.filter(({ allowing }) => allowing.length > 0)
        const closed = () => data().items.filter(({ allowing }) => allowing.length === 0)
        return (
          <div class="flex flex-col gap-6">
            <WithheldFields fields={data().withheld} />
            <section>
              <h3 class="font-semibold">{t('mine.can')}</h3>
              <ul class="mt-1.5">
                <For each={open()} fallback={<EmptyState compact title={t('mine.nothing')} />}>
                  {(act) => <OpenAct act={act} />}
                </For>
              </ul>
            </section>
            <Show when={closed().length > 0}>
              <section>
                <h3 class="font-semibold">{t('mine.cannot')}</h3>
                <ul class="mt-1.5">
                  <For each={closed()}>{(act) => <ClosedAct act={act} />}</For>
                </ul>
              </section>
            </Show>
          </div>
        )
      }}
    </Loaded>
  )
}

const rowClass = 'flex items-start gap-2.5 border-line border-t py-2.5 first:border-t-0'

function OpenAct(props: { act: ExplainedAct }) {
  const [first, ...others] = props.act.allowing
  return (
    <li class={rowClass}>
      <Check size={16} class="mt-0.5 shrink-0 text-ok" aria-hidden="true" />
      <div class="min-w-0 flex-1">
        <p>
          <span class="font-medium">{said(props.act.words)}</span>
          <span class="ml-2 text-muted">{said(first!.because)}</span>
        </p>
        <RuleDetails rules={[first!, ...others]} label={t('mine.asks')} />
      </div>
    </li>
  )
}

function ClosedAct(props: { act: ExplainedAct }) {
  const [nearest, ...others] = props.act.closed
  return (
    <li class={rowClass}>
      <X size={16} class="mt-0.5 shrink-0 text-faint" aria-hidden="true" />
      <div class="min-w-0 flex-1">
        <p class="font-medium">{said(props.act.words)}</p>
        <Show when={nearest} fallback={<p class="text-muted text-sm">{t('ask.nobody')}</p>}>
          {(rule) => (
            <>
              <ul class="mt-0.5 flex flex-col gap-0.5">
                <For each={rule().gaps}>
                  {(gap) => (
                    <li class="text-muted">
                      <span class="sr-only">{t('mine.missing')} </span>
                      {said(gap.words)}
                    </li>
                  )}
                </For>
              </ul>
              <ul class="mt-0.5 text-sm">
                <For each={rule().ask}>{(whom) => <li class="text-accent-text">{askLine(whom)}</li>}</For>
              </ul>
              <RuleDetails rules={[rule(), ...others]} label={t('mine.other')} />
            </>
          )}
        </Show>
      </div>
    </li>
  )
}

/** Every rule of an act with what it asks, each part met or not; the rule's id is for whoever looks it up. */
function RuleDetails(props: { rules: ExplainedAct['allowing']; label: string }) {
  return (
    <details class="group mt-1">
      <summary class="inline-flex list-none items-center gap-1 rounded-sm text-faint text-sm hover:text-accent-text">
        <ChevronRight size={13} class="shrink-0 group-open:rotate-90" aria-hidden="true" />
        {props.label}
      </summary>
      <ul class="mt-1.5 flex flex-col gap-3 border-line border-l-2 pl-3 text-sm">
        <For each={props.rules}>
          {(rule) => (
            <li>
              <p>
                {said(rule.because)} <span class="text-faint text-xs">{t('mine.rule', { rule: rule.rule })}</span>
              </p>
              <ul class="mt-1 flex flex-col gap-0.5">
                <For each={rule.conditions}>
                  {(condition) => (
                    <li class="flex items-start gap-1.5">
                      <Show
                        when={condition.isMet}
                        fallback={<X size={13} class="mt-1 shrink-0 text-danger" aria-label={t('mine.unmet')} />}
                      >
                        <Check size={13} class="mt-1 shrink-0 text-ok" aria-label={t('mine.met')} />
                      </Show>
                      <span class={condition.isMet ? 'text-muted' : ''}>{said(condition.words)}</span>
                    </li>
                  )}
                </For>
              </ul>
            </li>
          )}
        </For>
      </ul>
    </details>
  )
}
