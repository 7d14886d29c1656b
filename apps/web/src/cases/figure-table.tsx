import { Badge } from '@lianban/ui'
import { createMemo, For, Show } from 'solid-js'
import { word } from '../app/enums.ts'
import { formatAmount } from '../app/format.ts'
import { groupedFigures, type SourcedFigure } from './figure-groups.ts'
import { t } from './strings.ts'

/** The figures by measure, every source on its own line. There is no row of totals, on purpose. */
export function FigureTable(props: { figures: readonly SourcedFigure[] }) {
  const groups = createMemo(() => groupedFigures(props.figures))
  return (
    <dl>
      <For each={groups()}>
        {(group) => (
          <div class="grid grid-cols-[7rem_minmax(0,1fr)] border-line border-b last:border-b-0 narrow:grid-cols-1">
            <dt class="bg-sunken px-4 py-2.5 narrow:flex narrow:items-center narrow:gap-2 narrow:py-1.5">
              <span class="font-medium">{word('measure', group.measure)}</span>
              <Show when={group.values.length > 1}>
                <span class="mt-0.5 block text-faint text-xs narrow:mt-0">
                  {t('overview.sources', { n: group.values.length })}
                </span>
              </Show>
            </dt>
            <dd class="min-w-0">
              <For each={group.values}>
                {(figure) => (
                  <div class="grid grid-cols-[minmax(6rem,10rem)_minmax(7rem,10rem)_minmax(0,1fr)] items-baseline gap-x-4 gap-y-0.5 border-line border-b px-4 py-2 last:border-b-0 narrow:grid-cols-[minmax(0,1fr)_auto]">
                    <span class="min-w-0 text-muted">{figure.what}</span>
                    <span class="whitespace-nowrap text-right font-medium narrow:text-left">
                      <Show when={figure.isApproximate}>
                        <span class="mr-1 font-normal text-faint text-xs">{t('overview.approx')}</span>
                      </Show>
                      {formatAmount(figure.amount, figure.unit)}
                    </span>
                    <span class="min-w-0 text-sm narrow:col-span-2">
                      “{figure.asWritten}”<span class="mx-2 text-faint text-xs">{figure.source}</span>
                      <Show when={group.disputed.has(figure.id)}>
                        <Badge tone="warn">{t('overview.differ')}</Badge>
                      </Show>
                    </span>
                  </div>
                )}
              </For>
            </dd>
          </div>
        )}
      </For>
    </dl>
  )
}
