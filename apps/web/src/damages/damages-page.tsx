import { Badge, type Column, EmptyState, Notice, PageHeader, Panel, Table } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import ShieldCheck from 'lucide-solid/icons/shield-check'
import { For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { RoomDamage } from '../app/api-types.ts'
import { AgencyName } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { Loaded } from '../app/loaded.tsx'
import { createPageTitle } from '../app/page-title.ts'
import { t } from './texts.ts'

const steps = ['step.1', 'step.2', 'step.3', 'step.4'] as const

/** Sections with a stored change that is not what was saved: which, since when, whether it was put right, and what to do. */
export function DamagesPage() {
  const damages = useQuery(() => ({ queryKey: ['damages'], queryFn: () => api.damages.list.query({}) }))
  createPageTitle(() => t('title'))
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} />
      <Loaded query={damages} rows={4}>
        {(found) => (
          <div class="flex flex-col gap-4">
            <Show when={found().items.some(({ isMended }) => !isMended)}>
              <Notice tone="warn" title={t('todo')}>
                <ol class="list-decimal pl-5 leading-6">
                  <For each={steps}>{(step) => <li>{t(step)}</li>}</For>
                </ol>
              </Notice>
            </Show>
            <Panel flush>
              <Show
                when={found().items.length > 0}
                fallback={<EmptyState icon={<ShieldCheck size={20} />} title={t('none')} description={t('noneHint')} />}
              >
                <Table caption={t('title')} columns={columns} rows={found().items} rowKey={({ id }) => id} />
              </Show>
            </Panel>
          </div>
        )}
      </Loaded>
    </>
  )
}

const columns: Column<RoomDamage>[] = [
  {
    key: 'section',
    header: t('section'),
    primary: true,
    cell: ({ section, sectionId }) => (
      <span class="min-w-0">
        <Show when={section} fallback={<span class="text-muted">{t('notYours')}</span>}>
          {(open) => (
            <a class="text-accent-text underline" href={`/cases/${open().case.id}/dossier?section=${sectionId}`}>
              {open().title}
            </a>
          )}
        </Show>
        <span class="block break-all font-mono text-muted text-xs">{sectionId}</span>
        <Show when={section}>
          {(open) => (
            <span class="block text-muted text-xs">
              {open().case.number} {open().case.name}
            </span>
          )}
        </Show>
      </span>
    ),
  },
  { key: 'owner', header: t('owner'), cell: ({ ownerAgency }) => <AgencyName agency={ownerAgency} /> },
  { key: 'seq', header: t('change'), cell: ({ seq }) => t('changeNumber', { n: seq }) },
  {
    key: 'found',
    header: t('foundAt'),
    cell: ({ foundAt }) => <span class="whitespace-nowrap text-sm tabular-nums">{formatDateTime(foundAt)}</span>,
  },
  {
    key: 'state',
    header: t('state'),
    align: 'end',
    cell: ({ isMended }) => <Badge tone={isMended ? 'ok' : 'danger'}>{t(isMended ? 'mended' : 'damaged')}</Badge>,
  },
]
