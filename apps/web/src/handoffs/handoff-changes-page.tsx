import { Badge, EmptyState, Notice, PageHeader, Panel } from '@lianban/ui'
import { useParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { HandoffChanges } from '../app/api-types.ts'
import { shortDigest } from '../app/format.ts'
import { Loaded } from '../app/loaded.tsx'
import { createPageTitle } from '../app/page-title.ts'
import { loggedRead } from '../app/query-client.ts'
import { fieldName, kindWord } from './frozen-words.ts'
import { t } from './strings.ts'

/** The frozen package beside what its originals say today. */
export function HandoffChangesPage() {
  const params = useParams<{ handoffId: string }>()
  createPageTitle(() => t('changes'))
  const found = useQuery(() => ({
    queryKey: ['handoffs', params.handoffId, 'changes'],
    queryFn: () => api.handoffs.changes.query({ handoffId: params.handoffId }),
    ...loggedRead,
  }))
  return (
    <>
      <PageHeader
        title={t('changes')}
        crumbs={[
          { label: t('title'), href: '/handoffs' },
          { label: t('package'), href: `/handoffs/${params.handoffId}` },
        ]}
        crumbsLabel={t('back')}
      />
      <Loaded query={found}>
        {(data) => (
          <div class="flex flex-col gap-4">
            <Notice tone="info">{t('changesHint', { digest: shortDigest(data().packageDigest) })}</Notice>
            <Show
              when={data().items.some(({ state }) => state !== 'same')}
              fallback={<EmptyState title={t('changesNone')} description={t('changesNoneHint')} />}
            >
              <For each={data().items.filter(({ state }) => state !== 'same')}>{(item) => <Changed item={item} />}</For>
            </Show>
            <Show when={data().items.filter(({ state }) => state === 'same').length}>
              {(count) => <p class="text-muted text-sm">{t('changesSame', { n: count() })}</p>}
            </Show>
          </div>
        )}
      </Loaded>
    </>
  )
}

const tones = { changed: 'warn', gone: 'danger', new: 'accent', same: 'neutral' } as const

function Changed(props: { item: HandoffChanges['items'][number] }) {
  return (
    <Panel
      title={`${kindWord(props.item.kind)} · ${props.item.title}`}
      actions={<Badge tone={tones[props.item.state]}>{t(`change.${props.item.state}`)}</Badge>}
    >
      <Show
        when={props.item.fields.length > 0}
        fallback={<p class="text-muted text-sm">{t(`change.${props.item.state}Hint` as 'change.newHint')}</p>}
      >
        <div class="flex flex-col gap-4">
          <For each={props.item.fields}>
            {(field) => (
              <section>
                <h3 class="mb-1 text-muted text-sm">{fieldName(field.field)}</h3>
                <div class="grid grid-cols-2 gap-3 narrow:grid-cols-1">
                  <Side label={t('frozen')} text={field.before} tone="border-line" />
                  <Side label={t('present')} text={field.now} tone="border-accent" />
                </div>
              </section>
            )}
          </For>
        </div>
      </Show>
    </Panel>
  )
}

function Side(props: { label: string; text: string; tone: string }) {
  return (
    <div class={`rounded-md border bg-surface px-3 py-2 ${props.tone}`}>
      <p class="text-faint text-xs">{props.label}</p>
      <p class="mt-1 whitespace-pre-line break-words">{props.text || '—'}</p>
    </div>
  )
}
