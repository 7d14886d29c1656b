import { Button, ButtonLink, PageHeader, Panel } from '@lianban/ui'
import { useParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { Handoff } from '../app/api-types.ts'
import { agencyName, HandoffBadge } from '../app/domain-badges.tsx'
import { formatInstant } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { createPageTitle } from '../app/page-title.ts'
import { loggedRead } from '../app/query-client.ts'
import { MatterClocks } from '../clocks/matter-clocks.tsx'
import { ExplainButton } from '../explain/explain-button.tsx'
import { createRecordWatch } from '../live/live-provider.tsx'
import { ReceiptsButton } from '../log-receipts/receipts-button.tsx'
import { createHandoffWatch } from './handoff-watch.ts'
import { isExpected } from './ladder.ts'
import { LetterLinks } from './letter-links.tsx'
import { MissingPapers } from './missing-papers.tsx'
import { PackageItems } from './package-items.tsx'
import { ReceiptLadder } from './receipt-ladder.tsx'
import { type Step, StepDialog } from './step-dialog.tsx'
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
  const [deed, setDeed] = createSignal<Step>()
  createPageTitle(() => props.handoff.number)
  return (
    <>
      <PageHeader
        title={props.handoff.number}
        crumbs={[{ label: t('title'), href: '/handoffs' }]}
        crumbsLabel={t('back')}
        badges={<HandoffBadge handoff={props.handoff} />}
        description={
          <span class="flex flex-wrap gap-x-3">
            <span>{said(props.handoff.kindWords)}</span>
            <Show when={props.handoff.caseName}>
              {(name) => (
                <a class="hover:text-accent-text hover:underline" href={recordHref(props.handoff)}>
                  {name()}
                </a>
              )}
            </Show>
          </span>
        }
        actions={
          <>
            <ExplainButton record={{ kind: 'Handoff', id: props.handoff.id }} name={props.handoff.number} />
            <For each={props.handoff.open}>
              {(each) => (
                <Button
                  variant={isExpected(props.handoff.open, each) ? 'primary' : 'secondary'}
                  onClick={() => setDeed(each)}
                >
                  {said(each.words)}
                </Button>
              )}
            </For>
          </>
        }
      />
      <div class="grid grid-cols-[minmax(0,1fr)_22rem] items-start gap-4 narrow:grid-cols-1">
        <div class="flex min-w-0 flex-col gap-4">
          <MissingPapers handoff={props.handoff} />
          <Letter handoff={props.handoff} />
          <MatterClocks id={props.handoff.id} />
          <Panel
            title={t('items')}
            note={t('itemsCount', { n: props.handoff.items.length })}
            actions={
              <ButtonLink size="sm" variant="quiet" href={`/handoffs/${props.handoff.id}/changes`}>
                {t('changesOpen')}
              </ButtonLink>
            }
            flush
          >
            <PackageItems items={props.handoff.items} />
          </Panel>
        </div>
        <Panel
          title={t('receipts')}
          actions={<ReceiptsButton about={{ kind: 'Handoff', id: props.handoff.id }} name={props.handoff.number} />}
        >
          <ReceiptLadder handoff={props.handoff} />
        </Panel>
      </div>
      <Show when={deed()} keyed>
        {(chosen) => <StepDialog handoff={props.handoff} step={chosen} close={() => setDeed(undefined)} />}
      </Show>
    </>
  )
}

/** The case or the clue that is handed over. */
const recordHref = ({ caseId, clueId }: Handoff): string => (caseId ? `/cases/${caseId}/handoffs` : `/clues/${clueId}`)

/** Laid out as the paper it stands for. */
function Letter(props: { handoff: Handoff }) {
  const fact = 'grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3 border-line border-b py-2 last:border-b-0'
  return (
    <section
      aria-label={said(props.handoff.letter)}
      class="rounded-lg border border-line bg-surface px-8 py-6 narrow:px-4"
    >
      <h2 class="text-center font-semibold text-lg tracking-wide">{said(props.handoff.letter)}</h2>
      <p class="mt-1 text-center text-muted text-sm">{props.handoff.number}</p>
      <div class="flex justify-center">
        <LetterLinks name={said(props.handoff.letter)} at={`${props.handoff.id}/1/letter`} />
      </div>
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
          <dt class="text-muted text-sm">{t(props.handoff.caseId ? 'case' : 'clue')}</dt>
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
