import { Badge, Notice, Panel } from '@lianban/ui'
import { For, Show } from 'solid-js'
import type { FactInChain } from '../app/api-types.ts'
import { said } from '../app/i18n/index.ts'
import { t } from './texts.ts'

/** Everything that is missing or contradicted, each with what would close it. */
export function GapList(props: { facts: readonly FactInChain[]; show: (factId: string) => void }) {
  const lacking = () => props.facts.filter(({ gaps }) => gaps.length > 0)
  return (
    <Panel title={t('gaps')} note={lacking().length ? t('gapsNote', { n: lacking().length }) : undefined} flush>
      <Show
        when={lacking().length > 0}
        fallback={
          <div class="p-4">
            <Notice tone="ok" title={t('noGaps')}>
              {t('noGapsHint')}
            </Notice>
          </div>
        }
      >
        <ul class="divide-y divide-line">
          <For each={lacking()}>
            {(fact) => (
              <li class="grid grid-cols-[14rem_1fr] gap-x-4 gap-y-1 px-4 py-2.5 narrow:grid-cols-1">
                <button
                  type="button"
                  class="self-start text-left font-medium hover:text-accent-text"
                  onClick={() => props.show(fact.id)}
                >
                  {said(fact.words)}
                </button>
                <ul class="flex min-w-0 flex-col gap-1.5">
                  <For each={fact.gaps}>{(gap) => <Gap gap={gap} wanted={fact.wanted.map(said).join('；')} />}</For>
                </ul>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Panel>
  )
}

function Gap(props: { gap: FactInChain['gaps'][number]; wanted: string }) {
  const closes = () =>
    props.gap.code === 'nothing'
      ? t('closesBy', { words: said(props.gap.closes), wanted: props.wanted })
      : said(props.gap.closes)
  return (
    <li class="min-w-0 text-sm">
      <span class="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={props.gap.code === 'contradicted' || props.gap.code === 'excluded' ? 'danger' : 'warn'}>
          {said(props.gap.words)}
        </Badge>
        <Show when={props.gap.items.length > 0}>
          <span class="text-muted">{props.gap.items.map(({ number }) => t('number', { n: number })).join('、')}</span>
        </Show>
      </span>
      <span class="mt-0.5 block">
        {t('closes', { words: closes() })}{' '}
        <span class="text-faint text-xs">
          {props.gap.basis.map(said).join('、')}
          {props.gap.isVerified ? '' : `（${said(props.gap.statusWords)}）`}
        </span>
      </span>
    </li>
  )
}
