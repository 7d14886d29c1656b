import { For, type JSX, Match, Switch } from 'solid-js'
import type { Goods, Identifier } from '../app/api-types.ts'
import { word } from '../app/enums.ts'
import { formatNumber, formatPartialDate } from '../app/format.ts'
import { regionName } from '../app/regions.ts'
import { t } from './texts.ts'

/** The value of one field of a record, as the page of the record would say it. */
function FieldValue(props: { field: string; value: unknown }) {
  const text = () => (props.value === null || props.value === undefined ? '' : String(props.value))
  return (
    <Switch fallback={<span class="whitespace-pre-wrap">{text() || t('empty')}</span>}>
      <Match when={props.field === 'kind'}>{word('clueKind', text())}</Match>
      <Match when={props.field === 'source'}>{word('clueSource', text())}</Match>
      <Match when={props.field === 'region'}>{regionName(text())}</Match>
      <Match when={props.field === 'reportedOn'}>{formatPartialDate(text())}</Match>
      <Match when={props.field === 'methods'}>
        <Lines of={props.value as readonly string[]}>{(method) => word('method', method)}</Lines>
      </Match>
      <Match when={props.field === 'goods'}>
        <Lines of={props.value as readonly Goods[]}>
          {(goods) =>
            `${word('goods', goods.what)} ${goods.note} ${goods.quantity === undefined ? '' : `${formatNumber(goods.quantity)} ${goods.unit ?? ''}`}`
          }
        </Lines>
      </Match>
      <Match when={props.field === 'identifiers'}>
        <Lines of={props.value as readonly Identifier[]}>
          {(each) => (
            <>
              {word('identifier', each.kind)} <span class="font-mono">{each.value}</span>
            </>
          )}
        </Lines>
      </Match>
    </Switch>
  )
}

function Lines<Item>(props: { of: readonly Item[]; children: (item: Item) => JSX.Element }) {
  return (
    <ul>
      <For each={props.of} fallback={<li>{t('empty')}</li>}>
        {(item) => <li>{props.children(item)}</li>}
      </For>
    </ul>
  )
}

/** What a field said and what it says instead, one beside the other. */
export function ValueChange(props: {
  sides: readonly {
    readonly term: string
    readonly field: string
    readonly value: unknown
    readonly isClosed?: boolean
  }[]
}) {
  return (
    <dl class="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
      <For each={props.sides}>
        {(side) => (
          <>
            <dt class="text-muted">{side.term}</dt>
            <dd class="min-w-0 max-w-[52rem] [overflow-wrap:anywhere]">
              {side.isClosed ? (
                <span class="text-faint">{t('closed')}</span>
              ) : (
                <FieldValue field={side.field} value={side.value} />
              )}
            </dd>
          </>
        )}
      </For>
    </dl>
  )
}
