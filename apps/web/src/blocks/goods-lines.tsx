import { For, Show } from 'solid-js'
import type { Goods } from '../app/api-types.ts'
import { word } from '../app/enums.ts'
import { formatNumber } from '../app/format.ts'

/** Goods one under the other, each with its quantity. */
export function GoodsLines(props: { goods: readonly Goods[] }) {
  return (
    <ul>
      <For each={props.goods}>
        {(each) => (
          <li class="flex flex-wrap gap-x-3">
            <span class="font-medium">{word('goods', each.what)}</span>
            <span>{each.note}</span>
            <Show when={each.quantity !== undefined}>
              <span class="ml-auto">
                {formatNumber(each.quantity!)} {each.unit}
              </span>
            </Show>
          </li>
        )}
      </For>
    </ul>
  )
}
