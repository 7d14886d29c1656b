import { Button, PageHeader, Panel } from '@lianban/ui'
import { useParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { Handoff } from '../app/api-types.ts'
import { agencyName, HandoffStateBadge } from '../app/domain-badges.tsx'
import { formatInstant } from '../app/format.ts'
import { Loaded } from '../app/loaded.tsx'
import { createPageTitle } from '../app/page-title.ts'
import { loggedRead } from '../app/query-client.ts'
import { ExplainButton } from '../explain/explain-button.tsx'
import { createRecordWatch } from '../live/live-provider.tsx'
import { DeedDialog } from './deed-dialog.tsx'
import { createHandoffWatch } from './handoff-watch.ts'
import { type Deed, openDeeds } from './ladder.ts'
import { PackageItems } from './package-items.tsx'
import { ReceiptLadder } from './receipt-ladder.tsx'
import { t } from './strings.ts'

/** One handoff: the letter, what is in the package, and who has signed for what. */
export function HandoffPage() {
  const params = useParams<{ handoffId: string }>()
  const found = useQuery(() => ({
    queryKey: ['handoffs', params.handoffId],
    queryFn: () => api.handoffs.find.query({ handoffId: params.handoffId }),
    ...loggedRead,
  }))
  createRecordWatch(() => ({ kind: 'Handoff', id: params.handoffId }))
  return <Loaded query={found}>{(handoff) => <OpenHandoff handoff={handoff()} />}</Loaded>
}

function OpenHandoff(props: { handoff: Handoff }) {
  createHandoffWatch(() => props.handoff)
  const [deed, setDeed] = createSignal<Deed>()
  createPageTitle(() => props.handoff.number)
  const open = createMemo(() => openDeeds(props.handoff.can))
  return (
    <>
      <PageHeader
        title={props.handoff.number}
        crumbs={[{ label: t('title'), href: '/handoffs' }]}
        crumbsLabel={t('back')}
        badges={<HandoffStateBadge state={props.handoff.state} />}
        description={
          <Show when={props.handoff.caseName}>
            {(name) => (
              <a class="hover:text-accent-text hover:underline" href={`/cases/${props.handoff.caseId}/handoffs`}>
                {name()}
              </a>
            )}
          </Show>
        }
        actions={
          <>
            <ExplainButton record={{ kind: 'Handoff', id: props.handoff.id }} name={props.handoff.number} />
            <For each={open()}>
              {(each, i) => (
                <Button
                  variant={i() === 0 && each !== 'return' && each !== 'cancel' ? 'primary' : 'secondary'}
                  onClick={() => setDeed(each)}
                >
                  {t(`deed.${each}`)}
                </Button>
              )}
            </For>
          </>
        }
      />
      <div class="grid grid-cols-[minmax(0,1fr)_22rem] items-start gap-4 narrow:grid-cols-1">
        <div class="flex min-w-0 flex-col gap-4">
          <Letter handoff={props.handoff} />
          <Panel title={t('items')} note={t('itemsCount', { n: props.handoff.items.length })} flush>
            <PackageItems items={props.handoff.items} />
          </Panel>
        </div>
        <Panel title={t('receipts')}>
          <ReceiptLadder handoff={props.handoff} />
        </Panel>
      </div>
      <Show when={deed()} keyed>
        {(chosen) => <DeedDialog handoff={props.handoff} deed={chosen} close={() => setDeed(undefined)} />}
      </Show>
    </>
  )
}

/** Laid out as the paper it stands for. */
function Letter(props: { handoff: Handoff }) {
  const fact = 'grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3 border-line border-b py-2 last:border-b-0'
  return (
    <section aria-label={t('letter')} class="rounded-lg border border-line bg-surface px-8 py-6 narrow:px-4">
      <h2 class="text-center font-semibold text-lg tracking-wide">{t('letter')}</h2>
      <p class="mt-1 text-center text-muted text-sm">{props.handoff.number}</p>
      <dl class="mt-4 border-line border-t">
        <div class={fact}>
          <dt class="text-muted text-sm">{t('from')}</dt>
          <dd class="font-medium">{agencyName(props.handoff.from)}</dd>
        </div>
        <div class={fact}>
          <dt class="text-muted text-sm">{t('to')}</dt>
          <dd class="font-medium">{agencyName(props.handoff.to)}</dd>
        </div>
        <div class={fact}>
          <dt class="text-muted text-sm">{t('case')}</dt>
          <dd>{props.handoff.caseName ?? t('caseInPackage')}</dd>
        </div>
        <div class={fact}>
          <dt class="text-muted text-sm">{t('legalBasis')}</dt>
          <dd>{props.handoff.legalBasis}</dd>
        </div>
        <div class={fact}>
          <dt class="text-muted text-sm">{t('purpose')}</dt>
          <dd>{props.handoff.purpose}</dd>
        </div>
        <div class={fact}>
          <dt class="text-muted text-sm">{t('col.prepared')}</dt>
          <dd>{formatInstant(props.handoff.preparedAt)}</dd>
        </div>
        <div class={fact}>
          <dt class="text-muted text-sm">{t('digest')}</dt>
          <dd>
            <code class="break-all text-xs leading-5">{props.handoff.packageDigest}</code>
          </dd>
        </div>
      </dl>
    </section>
  )
}
