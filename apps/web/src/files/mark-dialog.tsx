import { Button, Dialog, showToast } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { api } from '../app/api.ts'
import type { CaseFile } from '../app/api-types.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { MarkFields } from './mark-fields.tsx'
import type { Marks } from './queue.ts'
import { t } from './texts.ts'

/** How a file is shown, and what other agencies may do with it. */
export function MarkDialog(props: { file: CaseFile; caseId: string; close: () => void }) {
  const queries = useQueryClient()
  const [marks, setMarks] = createSignal<Marks>({
    isSensitive: props.file.isSensitive,
    handlingCode: props.file.handlingCode,
  })
  const again = () => queries.invalidateQueries({ queryKey: ['cases', props.caseId, 'files'] })
  const marking = createDeed({
    send: (given: Marks, submissionId) =>
      api.files.mark.mutate({ submissionId, fileId: props.file.id, expectedVersion: props.file.version, ...given }),
    done() {
      void again()
      showToast({ title: t('saved'), tone: 'ok', closeLabel: t('close') })
      props.close()
    },
  })
  return (
    <Dialog
      open
      size="sm"
      onOpenChange={(open) => !open && props.close()}
      title={t('markTitle', { name: props.file.name })}
      closeLabel={t('cancel')}
      footer={
        <>
          <Button onClick={() => props.close()}>{t('cancel')}</Button>
          <Button variant="primary" busy={marking.busy()} onClick={() => void marking.run(marks())}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        <MarkFields marks={marks()} change={setMarks} />
        <RefusalNotice
          error={marking.error()}
          reload={() => {
            void again()
            props.close()
          }}
        />
      </div>
    </Dialog>
  )
}
