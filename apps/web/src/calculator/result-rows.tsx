import { Badge, Panel } from '@lianban/ui'
import { For, Show } from 'solid-js'
import type { Calculated } from '../app/api-types.ts'
import { said } from '../app/i18n/index.ts'
import { t } from './texts.ts'

type Row = Calculated['assessment']['rows'][number]

/** Every row of the table: those that are met first, and those that are about something else folded away. */
export function ResultRows(props: { rows: readonly Row[] }) {
  const of = (verdict: Row['verdict']) => props.rows.filter((row) => row.verdict === verdict)
  return (
    <>
      <Group title={t('met')} rows={of('met')} />
      <Group title={t('unknownRows')} rows={of('unknown')} />
      <Group title={t('unmet')} rows={of('unmet')} />
      <details class="rounded-lg border border-line bg-surface px-4 py-3 text-sm">
        <summary class="cursor-pointer text-muted">{t('others', { n: of('not_applicable').length })}</summary>
        <ul class="mt-2">
          <For each={of('not_applicable')}>
            {(row) => (
              <li class="py-1 text-muted">
                {said(row.crimeWords)}
                {row.because ? ` · ${said(row.because)}` : ''}
              </li>
            )}
          </For>
        </ul>
      </details>
    </>
  )
}

function Group(props: { title: string; rows: readonly Row[] }) {
  return (
    <Show when={props.rows.length}>
      <Panel title={props.title} note={props.rows.length} flush>
        <ul class="divide-y divide-line">
          <For each={props.rows}>{(row) => <OneRow row={row} />}</For>
        </ul>
      </Panel>
    </Show>
  )
}

function OneRow(props: { row: Row }) {
  return (
    <li class="flex flex-col gap-1 px-4 py-2.5 text-sm">
      <p class="flex flex-wrap items-center gap-2">
        <span class="font-medium">{said(props.row.crimeWords)}</span>
        <Badge outlined>{t(`level.${props.row.level}`)}</Badge>
        <Show when={!props.row.isVerified}>
          <Badge tone="warn" title={said(props.row.statusWords)}>
            {t('unverified')}
          </Badge>
        </Show>
      </p>
      <For each={props.row.numbers}>
        {(number) => (
          <p class="tabular-nums">
            <span class="text-muted">{said(number.words)} </span>
            {number.found ? `${t('found')} ${said(number.found)}` : t('notFound')}
            <span class="text-muted">
              {' · '}
              {t('needed')} {said(number.needed)}
            </span>
          </p>
        )}
      </For>
      <p class="text-muted text-xs">{props.row.basis.map(said).join('、')}</p>
      <Show when={!props.row.isVerified}>
        <p class="text-faint text-xs">{said(props.row.statusWords)}</p>
      </Show>
    </li>
  )
}
