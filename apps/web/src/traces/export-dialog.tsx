import { ConfirmDialog, Notice, TextField } from '@lianban/ui'
import { useNavigate } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { Clue } from '../app/api-types.ts'
import { word } from '../app/enums.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { t } from './texts.ts'

/** Before a clue leaves the hub: what for, and that its owner will see it. */
export function ExportDialog(props: { clue: Clue; close: () => void }) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [purpose, setPurpose] = createSignal('')
  const exporting = createDeed({
    send: (given: string, submissionId) =>
      api.exports.clue.mutate({
        clueId: props.clue.id,
        expectedVersion: props.clue.version,
        purpose: given,
        submissionId,
      }),
    done({ exportId }) {
      void queries.invalidateQueries({ queryKey: ['derivation'] })
      navigate(`/clues/${props.clue.id}/exports/${exportId}`)
    },
  })
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && props.close()}
      title={t('export.title')}
      confirmLabel={t('export.confirm')}
      cancelLabel={t('export.cancel')}
      busy={exporting.busy()}
      blocked={purpose().trim() === ''}
      onConfirm={() => void exporting.run(purpose().trim())}
    >
      <div class="flex flex-col gap-3">
        <p class="text-sm">{t('export.lead')}</p>
        <Show when={props.clue.handlingCode !== 'unrestricted'}>
          <Notice tone="warn">{t('export.code', { code: word('handlingCode', props.clue.handlingCode) })}</Notice>
        </Show>
        <TextField
          label={t('export.purpose')}
          hint={t('export.purposeHint')}
          required
          maxLength={200}
          value={purpose()}
          onChange={setPurpose}
        />
        <RefusalNotice
          error={exporting.error()}
          reload={() => {
            props.close()
            void queries.invalidateQueries({ queryKey: ['clues'] })
          }}
        />
      </div>
    </ConfirmDialog>
  )
}
