import { TextField } from '@lianban/ui'
import { createSignal, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { RetentionKind } from '../app/api-types.ts'
import { said } from '../app/i18n/index.ts'
import { ReasonDialog } from '../cases/reason-dialog.tsx'
import { isRecordId, recordIdIn } from './record-id.ts'
import { t } from './strings.ts'

export type Scope = { readonly of: 'kind'; readonly kind: RetentionKind } | { readonly of: 'record' }

/** Proposes to destroy what is due of a kind, or all of one record; nothing happens before another one approves. */
export function ProposeDialog(props: { scope: Scope; close: () => void }) {
  const [typed, setTyped] = createSignal('')
  const kind = () => (props.scope.of === 'kind' ? props.scope.kind : undefined)
  const due = () => (kind()?.counted?.due ?? 0) - (kind()?.counted?.held ?? 0)
  const scope = () => {
    const of = kind()
    return of ? { of: 'kind' as const, kind: of.id } : { of: 'record' as const, recordId: recordIdIn(typed()) }
  }
  return (
    <ReasonDialog
      title={kind() ? t('proposeKind', { kind: said(kind()!.says) }) : t('byRecordTitle')}
      body={kind() ? t('proposeBody', { n: due() }) : t('byRecordBody')}
      confirm={t('propose')}
      reason={t('proposeReason')}
      blocked={!kind() && !isRecordId(typed())}
      send={(reason, submissionId) => api.retention.propose.mutate({ scope: scope(), reason, submissionId })}
      done={() => t('proposed')}
      close={props.close}
    >
      <Show when={!kind()}>
        <TextField
          label={t('recordId')}
          hint={t('recordHint')}
          required
          value={typed()}
          onChange={setTyped}
          {...(typed() !== '' && !isRecordId(typed()) && { error: t('recordWrong') })}
        />
      </Show>
    </ReasonDialog>
  )
}
