import { Badge, Button, type Column, Menu, Table } from '@lianban/ui'
import EllipsisVertical from 'lucide-solid/icons/ellipsis-vertical'
import { createSignal, For, Show } from 'solid-js'
import type { CaseFile, EvidenceLink } from '../app/api-types.ts'
import { AgencyName, HandlingCodeBadge, officerLine } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { formatBytes } from './bytes.ts'
import { DigestButton } from './digest-button.tsx'
import { DownloadDialog } from './download-dialog.tsx'
import { FileIcon } from './file-icon.tsx'
import { kindOf } from './kind-of.ts'
import { MarkDialog } from './mark-dialog.tsx'
import { PreviewDialog } from './preview-dialog.tsx'
import { t } from './texts.ts'

type Deed = 'preview' | 'download' | 'mark'

/** What is there: each file with its type, length, digests and whose it is, and what may be done with it. */
export function FileTable(props: { files: readonly CaseFile[]; caseId: string; items: readonly EvidenceLink[] }) {
  const [doing, setDoing] = createSignal<{ readonly deed: Deed; readonly file: CaseFile }>()
  const close = () => setDoing(undefined)
  const columns: readonly Column<CaseFile>[] = [
    {
      key: 'name',
      header: t('name'),
      primary: true,
      cell: (file) => (
        <Name
          file={file}
          items={props.items.filter(({ fileId }) => fileId === file.id)}
          caseId={props.caseId}
          open={() => setDoing({ deed: 'preview', file })}
        />
      ),
    },
    { key: 'size', header: t('size'), align: 'end', width: '6rem', cell: ({ bytes }) => formatBytes(bytes) },
    {
      key: 'digest',
      header: t('digest'),
      width: '15rem',
      cell: (file) => (
        <span class="flex flex-col gap-0.5">
          <DigestButton what="SHA-256" digest={file.sha256} />
          <DigestButton what="SM3" digest={file.sm3} />
        </span>
      ),
    },
    {
      key: 'from',
      header: t('from'),
      width: '14rem',
      cell: (file) => (
        <span class="flex flex-col text-sm">
          <Show when={!file.uploadedBy}>
            <AgencyName agency={file.ownerAgency} />
          </Show>
          <Show when={file.uploadedBy}>{(officer) => <span class="text-muted">{officerLine(officer())}</span>}</Show>
          <span class="text-muted">{formatDateTime(file.uploadedAt)}</span>
        </span>
      ),
    },
    {
      key: 'deeds',
      header: t('deeds'),
      width: '10rem',
      cell: (file) => <Deeds file={file} begin={(deed) => setDoing({ deed, file })} />,
    },
  ]
  return (
    <>
      <Table caption={t('title')} columns={columns} rows={props.files} rowKey={({ id }) => id} />
      <Show when={doing()} keyed>
        {({ deed, file }) => (
          <>
            <Show when={deed === 'preview'}>
              <PreviewDialog file={file} close={close} />
            </Show>
            <Show when={deed === 'download'}>
              <DownloadDialog file={file} close={close} />
            </Show>
            <Show when={deed === 'mark'}>
              <MarkDialog file={file} caseId={props.caseId} close={close} />
            </Show>
          </>
        )}
      </Show>
    </>
  )
}

function Name(props: { file: CaseFile; items: readonly EvidenceLink[]; caseId: string; open: () => void }) {
  return (
    <span class="flex min-w-0 items-start gap-2">
      <FileIcon kind={kindOf(props.file)} />
      <span class="min-w-0">
        <Show when={props.file.preview} fallback={<span class="wrap-anywhere font-medium">{props.file.name}</span>}>
          <button
            type="button"
            class="wrap-anywhere text-left font-medium hover:text-accent-text"
            onClick={() => props.open()}
          >
            {props.file.name}
          </button>
        </Show>
        <span class="flex flex-wrap items-center gap-1.5 text-muted text-xs">
          <span title={props.file.type}>{t(`kind.${kindOf(props.file)}`)}</span>
          <Show when={props.file.isSensitive}>
            <Badge tone="warn">{t('sensitive')}</Badge>
          </Show>
          <HandlingCodeBadge code={props.file.handlingCode} />
          <Show when={!props.file.isNamedAlike}>
            <Badge tone="danger" title={t('misnamedNote', { type: props.file.type })}>
              {t('misnamed')}
            </Badge>
          </Show>
          <For each={props.items}>
            {({ itemId, number, name }) => (
              <a
                class="text-accent-text hover:underline"
                href={`/cases/${props.caseId}/evidence/${itemId}`}
                title={name}
              >
                {t('item', { n: number })}
              </a>
            )}
          </For>
        </span>
      </span>
    </span>
  )
}

function Deeds(props: { file: CaseFile; begin: (deed: Deed) => void }) {
  return (
    <span class="flex items-center gap-1">
      <Show when={props.file.preview}>
        <Button size="sm" variant="quiet" onClick={() => props.begin('preview')}>
          {t('preview')}
        </Button>
      </Show>
      <Show when={props.file.can.download}>
        <Button size="sm" variant="quiet" onClick={() => props.begin('download')}>
          {t('download')}
        </Button>
      </Show>
      <Show when={props.file.can.mark}>
        <Menu
          label={t('more')}
          trigger={<EllipsisVertical size={14} aria-hidden="true" />}
          items={[{ label: t('mark'), onSelect: () => props.begin('mark') }]}
        />
      </Show>
    </span>
  )
}
