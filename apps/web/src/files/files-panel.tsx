import { EmptyState, Notice, Panel } from '@lianban/ui'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import FilePlus from 'lucide-solid/icons/file-plus'
import { createSignal, For, onCleanup, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { CaseFiles, EvidenceLink } from '../app/api-types.ts'
import { Loaded } from '../app/loaded.tsx'
import { live } from '../app/query-client.ts'
import { AddDialog } from './add-dialog.tsx'
import { formatBytes } from './bytes.ts'
import { chooseFiles } from './choose.ts'
import { DropZone } from './drop-zone.tsx'
import { FileTable } from './file-table.tsx'
import { InterruptedRow } from './interrupted-row.tsx'
import { queueOf } from './queue.ts'
import { t } from './texts.ts'
import { UploadRow } from './upload-row.tsx'

/** The files of a case: what is there, and what is on its way. */
export function FilesPanel(props: { caseId: string; readsEvidence: boolean }) {
  const queries = useQueryClient()
  const key = () => ['cases', props.caseId, 'files']
  const found = useQuery(() => ({
    queryKey: key(),
    queryFn: () => api.files.ofCase.query({ caseId: props.caseId }),
    ...live,
  }))
  const linked = useQuery(() => ({
    queryKey: ['evidence', 'links', props.caseId],
    queryFn: () => api.evidence.links.query({ caseId: props.caseId }),
    enabled: props.readsEvidence,
  }))
  const queue = queueOf(props.caseId)
  onCleanup(queue.onTaken(() => void queries.invalidateQueries({ queryKey: key() })))
  return (
    <Loaded query={found}>
      {(files) => <OpenFiles caseId={props.caseId} files={files()} queue={queue} items={linked.data?.links ?? []} />}
    </Loaded>
  )
}

function OpenFiles(props: {
  caseId: string
  files: CaseFiles
  queue: ReturnType<typeof queueOf>
  items: readonly EvidenceLink[]
}) {
  const [chosen, choose] = createSignal<readonly File[]>([])
  const inQueue = (id: string) => props.queue.items.some(({ fileId }) => fileId === id)
  const interrupted = () => props.files.uploads.filter(({ id }) => !inQueue(id))
  const total = () => props.files.items.reduce((sum, { bytes }) => sum + bytes, 0)
  /** A file that was begun goes on by itself; the rest is asked about first. */
  const take = (files: readonly File[]) => {
    const fresh: File[] = []
    for (const file of files) {
      const begun = interrupted().find(({ name, bytes }) => name === file.name.trim() && bytes === file.size)
      if (begun) props.queue.add(file, begun, begun.id)
      else fresh.push(file)
    }
    choose(fresh)
  }
  const pick = () => void chooseFiles({ many: true }).then(take)
  return (
    <div class="flex flex-col gap-4">
      <Show when={props.files.isLeftOut}>
        <Notice tone="info">{t('leftOut')}</Notice>
      </Show>
      <Show when={props.files.canAdd}>
        <DropZone onFiles={take} pick={pick} mostBytes={props.files.mostBytes} />
      </Show>
      <Show when={props.queue.items.length > 0}>
        <Panel title={t('uploads')} flush>
          <ul class="divide-y divide-line">
            <For each={props.queue.items}>
              {(item) => <UploadRow item={item} queue={props.queue} caseId={props.caseId} />}
            </For>
          </ul>
        </Panel>
      </Show>
      <Show when={interrupted().length > 0}>
        <Panel title={t('interrupted')} note={t('interruptedNote')} flush>
          <ul class="divide-y divide-line">
            <For each={interrupted()}>
              {(upload) => <InterruptedRow upload={upload} queue={props.queue} caseId={props.caseId} />}
            </For>
          </ul>
        </Panel>
      </Show>
      <Panel
        title={t('title')}
        note={
          props.files.items.length ? t('count', { n: props.files.items.length, size: formatBytes(total()) }) : undefined
        }
        flush
      >
        <Show
          when={props.files.items.length > 0}
          fallback={
            <EmptyState
              title={t('empty')}
              description={t(props.files.canAdd ? 'emptyAdd' : 'emptyRead')}
              icon={<FilePlus size={20} />}
            />
          }
        >
          <FileTable files={props.files.items} caseId={props.caseId} items={props.items} />
        </Show>
      </Panel>
      <Show when={chosen().length > 0}>
        <AddDialog
          files={chosen()}
          mostBytes={props.files.mostBytes}
          add={(files, marks) => {
            for (const file of files) props.queue.add(file, marks)
          }}
          close={() => choose([])}
        />
      </Show>
    </div>
  )
}
