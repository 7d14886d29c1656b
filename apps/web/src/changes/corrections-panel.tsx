import { Badge, Panel } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { Correction, RecordRef } from '../app/api-types.ts'
import { officerLine } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { fieldName, fieldNames } from './field-names.ts'
import { ValueChange } from './field-value.tsx'
import { t } from './texts.ts'

/** How a record was corrected, newest first; nothing is drawn where nothing was. */
export function CorrectionsPanel(props: { record: RecordRef }) {
  const query = useQuery(() => ({
    queryKey: ['corrections', props.record.kind, props.record.id],
    queryFn: () => api.corrections.list.query({ record: { ...props.record } }),
  }))
  return (
    <Show when={query.data?.items.length}>
      {(count) => (
        <Panel flush title={t('corrections')} note={count()}>
          <ol>
            <For each={query.data?.items}>{(correction) => <CorrectionItem correction={correction} />}</For>
          </ol>
        </Panel>
      )}
    </Show>
  )
}

function CorrectionItem(props: { correction: Correction }) {
  return (
    <li class="flex flex-col gap-2 border-line border-b px-4 py-3 last:border-b-0">
      <div class="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span class="font-medium">{t('correction.title', { n: props.correction.serial })}</span>
        <Show when={props.correction.proposalId}>
          <Badge tone="accent">{t('correction.credited')}</Badge>
        </Show>
        <span class="text-muted text-sm">
          {t('correction.by', {
            officer: officerLine(props.correction.officer),
            at: formatDateTime(props.correction.at),
          })}
        </span>
      </div>
      <Show when={props.correction.fault}>
        {(fault) => (
          <p class="text-sm">
            <span class="text-muted">{t('correction.fault')}</span> {fault()}
          </p>
        )}
      </Show>
      <p class="text-sm">
        <span class="text-muted">{t('correction.reason')}</span> {props.correction.reason}
      </p>
      <For each={props.correction.changes}>
        {({ field, before, after }) => (
          <div class="rounded-md bg-sunken px-3 py-2">
            <p class="mb-1 font-medium text-sm">{fieldName(field)}</p>
            <ValueChange
              sides={[
                { term: t('before'), field, value: before },
                { term: t('after'), field, value: after },
              ]}
            />
          </div>
        )}
      </For>
      <Show when={props.correction.withheldFields.length}>
        <p class="text-muted text-sm">
          {t('correction.withheld', { fields: fieldNames(props.correction.withheldFields) })}
        </p>
      </Show>
    </li>
  )
}
