import { Badge, Button, type Column, Table } from '@lianban/ui'
import { For, Show } from 'solid-js'
import type { RetentionKind } from '../app/api-types.ts'
import { formatDate } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { t } from './strings.ts'

type Shown = {
  kinds: readonly RetentionKind[]
  canPropose: boolean
  propose: (kind: RetentionKind) => void
}

/** Each kind of entries with its period and its law, and with what of it stands and is due for those who may know. */
export function KindsTable(props: Shown) {
  return (
    <Table
      caption={t('kinds')}
      columns={props.kinds.some(({ counted }) => counted) ? [...columns, ...counts, deed(props)] : columns}
      rows={props.kinds}
      rowKey={({ id }) => id}
    />
  )
}

const columns: Column<RetentionKind>[] = [
  { key: 'kind', header: t('kind'), primary: true, cell: ({ says }) => said(says) },
  {
    key: 'months',
    header: t('kinds'),
    cell: ({ months, whileCaseOpen }) => (
      <>
        {months % 12 === 0 ? t('years', { n: months / 12 }) : t('months', { n: months })}
        <Show when={whileCaseOpen}>
          <span class="block text-muted text-sm">{t('whileOpen')}</span>
        </Show>
      </>
    ),
  },
  {
    key: 'basis',
    header: t('basis'),
    cell: ({ basis }) => (
      <For each={basis}>
        {({ law, article, note, status }) => (
          <div class="min-w-48">
            <span class="flex flex-wrap items-baseline gap-x-2">
              <span>
                {said(law)}
                {article}
              </span>
              <Show when={status !== 'house' && status}>
                {(checked) => (
                  <Badge tone={checked() === 'derived' ? 'warn' : 'neutral'}>{t(`status.${checked()}`)}</Badge>
                )}
              </Show>
            </span>
            <span class="block text-muted text-sm">{said(note)}</span>
          </div>
        )}
      </For>
    ),
  },
]

const counts: Column<RetentionKind>[] = [
  {
    key: 'salts',
    header: t('salts'),
    align: 'end',
    cell: ({ counted }) => (
      <>
        {counted?.salts}
        <Show when={counted?.oldest}>
          {(oldest) => (
            <span class="block whitespace-nowrap text-muted text-sm">
              {t('oldest')} {formatDate(oldest())}
            </span>
          )}
        </Show>
      </>
    ),
  },
  {
    key: 'due',
    header: t('due'),
    align: 'end',
    cell: ({ counted }) => (
      <>
        {counted?.due || <span class="text-muted">{t('nothingDue')}</span>}
        <Show when={counted?.held}>
          {(held) => (
            <span class="block whitespace-nowrap text-muted text-sm">
              {t('held')} {held()}
            </span>
          )}
        </Show>
      </>
    ),
  },
]

const deed = ({ canPropose, propose }: Shown): Column<RetentionKind> => ({
  key: 'deed',
  header: '',
  align: 'end',
  cell: (kind) => (
    <Show when={canPropose && kind.counted && kind.counted.due > kind.counted.held}>
      <Button size="sm" onClick={() => propose(kind)}>
        {t('propose')}
      </Button>
    </Show>
  ),
})
