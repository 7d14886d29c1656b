import { Notice, SelectField, TextField } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { CaseFile, EvidenceItem } from '../app/api-types.ts'
import { createDeed } from '../cases/deed.ts'
import { formatBytes } from '../files/bytes.ts'
import { createDone } from './done.ts'
import { FormDialog } from './form-dialog.tsx'
import { t } from './texts.ts'

const parts = ['original', 'copy', 'derived', 'linked'] as const
type Part = (typeof parts)[number]

/** Makes a file of the case part of an item. */
export function AttachDialog(props: { item: EvidenceItem; close: () => void }) {
  const caseId = props.item.caseRef.id
  const found = useQuery(() => ({
    queryKey: ['cases', caseId, 'files'],
    queryFn: () => api.files.ofCase.query({ caseId }),
  }))
  const free = () =>
    (found.data?.items ?? []).filter(({ id }) => !props.item.files.some((attached) => attached.id === id))
  const [fileId, setFileId] = createSignal('')
  const [part, setPart] = createSignal<Part>('copy')
  const [note, setNote] = createSignal('')
  const done = createDone(() => props.close())
  const attaching = createDeed({
    send: (given: CaseFile['id'], submissionId) =>
      api.evidence.attach.mutate({
        evidenceId: props.item.id,
        fileId: given,
        part: part(),
        note: note().trim(),
        submissionId,
      }),
    done: () => done(t('attachDone')),
  })
  return (
    <FormDialog
      title={t('attachTitle', { n: props.item.number })}
      text={t('attachText')}
      confirm={t('attach')}
      blocked={fileId() === ''}
      deed={attaching}
      submit={() => void attaching.run(fileId() as CaseFile['id'])}
      close={props.close}
    >
      <Show
        when={!found.data || free().length > 0}
        fallback={
          <div class="col-span-full">
            <Notice tone="info">
              {t('noFiles')}{' '}
              <a class="text-accent-text underline" href={`/cases/${caseId}/files`}>
                {t('toFiles')}
              </a>
            </Notice>
          </div>
        }
      >
        <SelectField
          class="col-span-full"
          label={t('file')}
          required
          options={free().map(({ id, name, bytes }) => ({
            value: id as string,
            label: `${name}（${formatBytes(bytes)}）`,
          }))}
          value={fileId()}
          onChange={setFileId}
        />
        <SelectField
          label={t('filePart')}
          options={parts.map((value) => ({ value, label: t(`part.${value}`) }))}
          value={part()}
          onChange={(value) => setPart(value as Part)}
        />
        <TextField label={t('words')} maxLength={400} value={note()} onChange={setNote} />
      </Show>
    </FormDialog>
  )
}
