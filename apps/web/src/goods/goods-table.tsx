import { Badge, Button, type Column, Table } from '@lianban/ui'
import { For, Show } from 'solid-js'
import type { GoodsLedger } from '../app/api-types.ts'
import { formatMoney } from '../app/format.ts'
import { quantityText } from '../evidence/record-draft.ts'
import { t } from './texts.ts'

type Line = GoodsLedger['lines'][number]

/** Lines of goods; one that was struck out stays readable and says why. */
export function GoodsTable(props: { lines: readonly Line[]; strike: ((line: Line) => void) | undefined }) {
  const columns = (): Column<Line>[] => [
    {
      key: 'brand',
      header: t('brand'),
      primary: true,
      cell: (line) => (
        <span class={line.struck ? 'text-faint line-through' : ''}>
          <span class="mr-2 text-muted tabular-nums">{line.nth}</span>
          {line.brand} {line.specification}
        </span>
      ),
    },
    { key: 'category', header: t('category'), cell: (line) => <Badge>{t(`category.${line.category}`)}</Badge> },
    { key: 'codes', header: t('codes'), cell: (line) => <Codes line={line} /> },
    { key: 'quantity', header: t('quantity'), align: 'end', cell: (line) => quantityText(line.quantity) },
    {
      key: 'value',
      header: t('value'),
      align: 'end',
      cell: (line) =>
        line.worth === null ? (
          '—'
        ) : (
          <span>
            {formatMoney(line.worth / 100)}
            <span class="block text-muted text-xs">{line.priceSource}</span>
          </span>
        ),
    },
    {
      key: 'strike',
      header: '',
      align: 'end',
      cell: (line) => (
        <Show
          when={!line.struck}
          fallback={<span class="text-muted text-sm">{t('struck', { reason: line.struck?.reason ?? '' })}</span>}
        >
          <Show when={props.strike}>
            <Button size="sm" onClick={() => props.strike?.(line)}>
              {t('strike')}
            </Button>
          </Show>
        </Show>
      ),
    },
  ]
  return <Table caption={t('title')} columns={columns()} rows={props.lines} rowKey={(line) => line.id} />
}

function Codes(props: { line: Line }) {
  return (
    <Show when={props.line.codes.length > 0} fallback="—">
      <details>
        <summary class="cursor-pointer">{t('codeCount', { n: props.line.codes.length })}</summary>
        <ul class="mt-1 flex flex-col gap-1 text-sm">
          <For each={props.line.codes}>
            {(code) => (
              <li>
                <span class="block break-all font-mono text-xs">{code.code}</span>
                <span class="text-muted text-xs">
                  {t('code', {
                    company: code.company,
                    sortedOn: code.sortedOn,
                    order: code.order,
                    licence: code.licence,
                  })}
                </span>
                <For each={code.findings}>
                  {(finding) => (
                    <span class="ml-1">
                      <Badge tone="danger">{t(`finding.${finding}`)}</Badge>
                    </span>
                  )}
                </For>
              </li>
            )}
          </For>
        </ul>
      </details>
    </Show>
  )
}
