import { Badge, Button, type Column, EmptyState, Panel, Table, type Tone } from '@lianban/ui'
import Paperclip from 'lucide-solid/icons/paperclip'
import { createSignal, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { EvidenceItem } from '../app/api-types.ts'
import { agencyShort } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { formatBytes } from '../files/bytes.ts'
import { DigestButton } from '../files/digest-button.tsx'
import { PreviewDialog } from '../files/preview-dialog.tsx'
import { AttachDialog } from './attach-dialog.tsx'
import { DetachDialog } from './detach-dialog.tsx'
import { createDone } from './done.ts'
import { t } from './texts.ts'

type ItemFile = EvidenceItem['files'][number]

/** The files that an item is made of or shown by, each with its digests and how its bytes were found last. */
export function ItemFiles(props: { item: EvidenceItem }) {
  const [attaching, setAttaching] = createSignal(false)
  const [looking, look] = createSignal<ItemFile>()
  const [leaving, leave] = createSignal<ItemFile>()
  const done = createDone(() => undefined)
  const comparing = createDeed({
    send: (evidenceId: EvidenceItem['id'], submissionId) => api.evidence.compare.mutate({ evidenceId, submissionId }),
    done: ({ files, unsound }) => done(t(unsound ? 'compareUnsound' : 'compareDone', { files, unsound })),
  })
  const columns = (): readonly Column<ItemFile>[] => [
    { key: 'name', header: t('file'), primary: true, cell: (file) => <FileName file={file} look={look} /> },
    { key: 'size', header: t('fileSize'), align: 'end', width: '6rem', cell: ({ bytes }) => formatBytes(bytes) },
    {
      key: 'digest',
      header: t('fileDigest'),
      width: '15rem',
      cell: (file) => (
        <span class="flex flex-col gap-0.5">
          <DigestButton what="SHA-256" digest={file.sha256} />
          <DigestButton what="SM3" digest={file.sm3} />
        </span>
      ),
    },
    { key: 'compared', header: t('fileCompared'), width: '11rem', cell: (file) => <Compared file={file} /> },
    ...(props.item.can.attach
      ? [
          {
            key: 'deeds',
            header: t('fileDeeds'),
            width: '6rem',
            cell: (file: ItemFile) => (
              <Button size="sm" variant="quiet" onClick={() => leave(() => file)}>
                {t('detach')}
              </Button>
            ),
          },
        ]
      : []),
  ]
  return (
    <Panel
      title={t('files')}
      note={props.item.files.length ? t('filesNote', { n: props.item.files.length }) : undefined}
      actions={
        <Show when={props.item.can.attach}>
          <Show when={props.item.files.length > 0}>
            <Button size="sm" busy={comparing.busy()} onClick={() => void comparing.run(props.item.id)}>
              {t('compare')}
            </Button>
          </Show>
          <Button size="sm" icon={<Paperclip size={14} aria-hidden="true" />} onClick={() => setAttaching(true)}>
            {t('attach')}
          </Button>
        </Show>
      }
      flush
    >
      <Show when={comparing.error()}>
        <div class="p-4">
          <RefusalNotice error={comparing.error()} />
        </div>
      </Show>
      <Show
        when={props.item.files.length > 0}
        fallback={
          <EmptyState
            compact
            title={t('filesEmpty')}
            description={props.item.can.attach ? t('filesEmptyHint') : undefined}
          />
        }
      >
        <Table
          caption={t('files')}
          columns={columns()}
          rows={props.item.files}
          rowKey={({ attachmentId }) => attachmentId}
        />
      </Show>
      <Show when={attaching()}>
        <AttachDialog item={props.item} close={() => setAttaching(false)} />
      </Show>
      <Show when={leaving()}>
        {(file) => <DetachDialog item={props.item} file={file()} close={() => leave(undefined)} />}
      </Show>
      <Show when={looking()}>{(file) => <PreviewDialog file={file()} close={() => look(undefined)} />}</Show>
    </Panel>
  )
}

function FileName(props: { file: ItemFile; look: (file: ItemFile) => void }) {
  return (
    <span class="flex min-w-0 flex-col">
      <Show when={props.file.preview} fallback={<span class="wrap-anywhere font-medium">{props.file.name}</span>}>
        <button
          type="button"
          class="wrap-anywhere text-left font-medium hover:text-accent-text"
          onClick={() => props.look(props.file)}
        >
          {props.file.name}
        </button>
      </Show>
      <span class="text-muted text-xs">
        {t(`part.${props.file.part}`)} · {agencyShort(props.file.agency)} {formatDateTime(props.file.attachedAt)}
      </span>
      <Show when={props.file.note}>
        <span class="text-muted text-xs">{props.file.note}</span>
      </Show>
    </span>
  )
}

const tones: Record<NonNullable<ItemFile['compared']>['found'], Tone> = {
  whole: 'ok',
  missing: 'danger',
  changed: 'danger',
}

function Compared(props: { file: ItemFile }) {
  return (
    <Show when={props.file.compared} fallback={<span class="text-faint text-sm">{t('notCompared')}</span>}>
      {(compared) => (
        <span class="flex flex-col items-start gap-0.5">
          <Badge tone={tones[compared().found]}>{t(`found.${compared().found}`)}</Badge>
          <span class="text-muted text-xs">{formatDateTime(compared().at)}</span>
        </span>
      )}
    </Show>
  )
}
