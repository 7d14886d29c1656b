import { ConfirmDialog, RadioCards, showToast } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { OfficerCard, RecordRef } from '../app/api-types.ts'
import { t as shared } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { OfficerPicker } from './officer-picker.tsx'
import { createOwnPosts } from './own-posts.ts'
import { t } from './texts.ts'

/** Lets more officers of the agency know of a restricted record, or all of them. */
export function WidenDialog(props: { record: RecordRef; readers: readonly OfficerCard[]; close: () => void }) {
  const queries = useQueryClient()
  const posts = createOwnPosts(() => true)
  const [mode, setMode] = createSignal('named')
  const [officerIds, setOfficers] = createSignal<string[]>([])
  const toAll = () => mode() === 'all'
  const widening = createDeed({
    send: (given: { officerIds: string[]; toAll: boolean }, submissionId) =>
      api.access.widen.mutate({ record: { ...props.record }, ...given, submissionId }),
    done() {
      showToast({ title: t('widened'), tone: 'ok', closeLabel: shared('close') })
      props.close()
      void queries.invalidateQueries()
    },
  })
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && props.close()}
      title={t('widenTitle')}
      confirmLabel={t('widen')}
      cancelLabel={shared('cancel')}
      tone={toAll() ? 'danger' : 'primary'}
      busy={widening.busy()}
      blocked={!toAll() && officerIds().length === 0}
      onConfirm={() => void widening.run({ officerIds: toAll() ? [] : officerIds(), toAll: toAll() })}
    >
      <div class="flex flex-col gap-4">
        <p class="text-sm">{t('widenBody')}</p>
        <RadioCards
          label={t('widenMode')}
          columns={1}
          options={[
            { value: 'named', label: t('widenNamed'), note: t('widenNamedNote') },
            { value: 'all', label: t('widenAll'), note: t('widenAllNote') },
          ]}
          value={mode()}
          onChange={setMode}
        />
        <Show when={!toAll()}>
          <OfficerPicker
            posts={posts()}
            fixed={props.readers.map(({ id }) => id)}
            value={officerIds()}
            onChange={setOfficers}
          />
        </Show>
        <RefusalNotice error={widening.error()} reload={() => void queries.invalidateQueries()} />
      </div>
    </ConfirmDialog>
  )
}
