import { ConfirmDialog, showToast, TextArea } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { api } from '../app/api.ts'
import type { Handoff } from '../app/api-types.ts'
import { t as shared } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { type Deed, needsNote } from './ladder.ts'
import { t } from './strings.ts'

/** One rung of the ladder, done over the digest that is on the screen. */
export function DeedDialog(props: { handoff: Handoff; deed: Deed; close: () => void }) {
  const queries = useQueryClient()
  const [note, setNote] = createSignal('')
  const doing = createDeed({
    send: (given: string, submissionId) =>
      api.handoffs[props.deed].mutate({
        handoffId: props.handoff.id,
        expectedVersion: props.handoff.version,
        packageDigest: props.handoff.packageDigest,
        note: given,
        submissionId,
      }),
    done() {
      showToast({
        title: t(`done.${props.deed}`),
        description: props.handoff.number,
        tone: 'ok',
        closeLabel: shared('close'),
      })
      props.close()
      void queries.invalidateQueries()
    },
  })
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && props.close()}
      title={`${t(`deed.${props.deed}`)} · ${props.handoff.number}`}
      confirmLabel={t(`deed.${props.deed}`)}
      cancelLabel={t('cancel')}
      tone={needsNote(props.deed) ? 'danger' : 'primary'}
      busy={doing.busy()}
      blocked={needsNote(props.deed) && note().trim() === ''}
      onConfirm={() => void doing.run(note().trim())}
    >
      <div class="flex flex-col gap-3">
        <p>{t(`confirm.${props.deed}`)}</p>
        <p class="rounded-md bg-sunken px-3 py-2 text-muted text-xs">
          {t('digest')}
          <code class="mt-0.5 block break-all text-ink">{props.handoff.packageDigest}</code>
        </p>
        <TextArea
          label={needsNote(props.deed) ? t('note.required') : t('note.optional')}
          required={needsNote(props.deed)}
          rows={2}
          maxLength={1000}
          value={note()}
          onChange={setNote}
        />
        <RefusalNotice
          error={doing.error()}
          reload={() => {
            props.close()
            void queries.invalidateQueries()
          }}
        />
      </div>
    </ConfirmDialog>
  )
}
