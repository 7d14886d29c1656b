import { Button, EmptyState, Panel, SelectField } from '@lianban/ui'
import { useSearchParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import Plus from 'lucide-solid/icons/plus'
import { createMemo, createSignal, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { EvidenceLine } from '../app/api-types.ts'
import { said } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { EvidenceTable } from './evidence-table.tsx'
import { evidenceStates, wantedItems } from './filter.ts'
import { RecordDialog } from './record-dialog.tsx'
import { t } from './texts.ts'

/** The evidence register of a case. */
export function EvidencePanel(props: { caseId: string }) {
  const found = useQuery(() => ({
    queryKey: ['evidence', 'of', props.caseId],
    queryFn: () => api.evidence.ofCase.query({ caseId: props.caseId }),
  }))
  const [recording, setRecording] = createSignal(false)
  return (
    <Loaded query={found}>
      {(data) => (
        <>
          <Register
            caseId={props.caseId}
            lines={data().items}
            register={data().can.record ? () => setRecording(true) : undefined}
          />
          <Show when={recording()}>
            <RecordDialog caseId={props.caseId} others={data().items} close={() => setRecording(false)} />
          </Show>
        </>
      )}
    </Loaded>
  )
}

function Register(props: { caseId: string; lines: readonly EvidenceLine[]; register: (() => void) | undefined }) {
  const [address, setAddress] = useSearchParams<{ kind?: string; state?: string }>()
  const rows = createMemo(() => wantedItems(props.lines, address.kind ?? '', address.state ?? ''))
  const kinds = createMemo(() => [...new Map(props.lines.map((line) => [line.kind, line])).values()])
  const all = { value: '*', label: t('filterAll') }
  const chosen = (value: string) => (value === '*' ? undefined : value)
  const button = () => (
    <Show when={props.register}>
      {(register) => (
        <Button variant="primary" icon={<Plus size={14} aria-hidden="true" />} onClick={() => register()()}>
          {t('register')}
        </Button>
      )}
    </Show>
  )
  return (
    <Show
      when={props.lines.length > 0}
      fallback={
        <Panel>
          <EmptyState
            title={t('empty')}
            description={props.register ? t('emptyHint') : t('emptyReader')}
            action={button()}
          />
        </Panel>
      }
    >
      <div class="mb-3 flex flex-wrap items-end gap-3">
        <SelectField
          class="w-44 narrow:w-full"
          label={t('filterKind')}
          options={[all, ...kinds().map((line) => ({ value: line.kind, label: said(line.kindWords) }))]}
          value={address.kind ?? '*'}
          onChange={(kind) => setAddress({ kind: chosen(kind) }, { replace: true })}
        />
        <SelectField
          class="w-44 narrow:w-full"
          label={t('filterState')}
          options={[all, ...evidenceStates.map((state) => ({ value: state, label: t(`state.${state}`) }))]}
          value={address.state ?? '*'}
          onChange={(state) => setAddress({ state: chosen(state) }, { replace: true })}
        />
        <p class="pb-1.5 text-muted text-sm">{t('count', { n: rows().length })}</p>
        <div class="ml-auto">{button()}</div>
      </div>
      <Panel flush>
        <Show
          when={rows().length > 0}
          fallback={
            <EmptyState
              title={t('noMatch')}
              description={t('noMatchHint')}
              action={
                <Button onClick={() => setAddress({ kind: undefined, state: undefined }, { replace: true })}>
                  {t('clear')}
                </Button>
              }
            />
          }
        >
          <EvidenceTable caseId={props.caseId} rows={rows()} />
        </Show>
      </Panel>
    </Show>
  )
}
