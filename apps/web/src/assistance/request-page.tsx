import { Button, Notice, PageHeader, Panel } from '@lianban/ui'
import { useParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { Assistance } from '../app/api-types.ts'
import { said } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { createPageTitle } from '../app/page-title.ts'
import { loggedRead } from '../app/query-client.ts'
import { MatterClocks } from '../clocks/matter-clocks.tsx'
import { createRecordWatch } from '../live/live-provider.tsx'
import { ReceiptsButton } from '../log-receipts/receipts-button.tsx'
import { CrossCheck } from './cross-check.tsx'
import { LetterPanel } from './letter-panel.tsx'
import { AssistanceBadge, UrgencyBadge } from './state-badge.tsx'
import { type AssistanceStep, StepDialog } from './step-dialog.tsx'
import { StepTimeline } from './step-timeline.tsx'
import { TakeReplyDialog } from './take-reply-dialog.tsx'
import { t } from './texts.ts'

const endings = ['refuse', 'withdraw', 'drop', 'object', 'decide_not_to', 'accept_refusal']

/** One request: the letter, its clock, every step that was taken, and those that can be taken now. */
export function RequestPage() {
  const params = useParams<{ assistanceId: string }>()
  const found = useQuery(() => ({
    queryKey: ['assistance', params.assistanceId],
    queryFn: () => api.assistance.find.query({ assistanceId: params.assistanceId }),
    ...loggedRead,
  }))
  createRecordWatch(() => ({ kind: 'Assistance', id: params.assistanceId }))
  return <Loaded query={found}>{(request) => <OpenRequest request={request()} />}</Loaded>
}

function OpenRequest(props: { request: Assistance }) {
  const [step, setStep] = createSignal<AssistanceStep>()
  const [reply, setReply] = createSignal<Assistance['receipts'][number]>()
  createPageTitle(() => props.request.number)
  const isExpected = (each: AssistanceStep) =>
    props.request.open.find(({ move }) => !endings.includes(move))?.move === each.move
  return (
    <>
      <PageHeader
        title={said(props.request.kindWords)}
        crumbs={[{ label: t('title'), href: '/assistance' }]}
        crumbsLabel={t('back')}
        badges={
          <>
            <AssistanceBadge request={props.request} />
            <UrgencyBadge request={props.request} />
          </>
        }
        description={
          <span class="flex flex-wrap gap-x-3">
            <span>{props.request.number}</span>
            <Show when={props.request.laneWords}>{(lane) => <span>{said(lane())}</span>}</Show>
            <Show when={props.request.caseId}>
              {(caseId) => (
                <a class="hover:text-accent-text hover:underline" href={`/cases/${caseId()}/handoffs`}>
                  {props.request.caseName ?? t('case')}
                </a>
              )}
            </Show>
          </span>
        }
        actions={
          <For each={props.request.open}>
            {(each) => (
              <Button variant={isExpected(each) ? 'primary' : 'secondary'} onClick={() => setStep(each)}>
                {said(each.words)}
              </Button>
            )}
          </For>
        }
      />
      <Show when={props.request.standing === 'incomplete'}>
        <div class="mb-4">
          <Notice tone="warn" title={t('missing')}>
            {props.request.missing.map(({ words }) => said(words)).join('、')}
          </Notice>
        </div>
      </Show>
      <div class="grid grid-cols-[minmax(0,1fr)_22rem] items-start gap-4 narrow:grid-cols-1">
        <div class="flex min-w-0 flex-col gap-4">
          <LetterPanel request={props.request} />
          <Show when={props.request.mayCrossCheck}>
            <CrossCheck id={props.request.id} version={props.request.version} />
          </Show>
          <MatterClocks id={props.request.id} />
        </div>
        <Panel
          title={t('steps')}
          actions={
            <Show when={props.request.standing !== 'drafted'}>
              <ReceiptsButton quiet about={{ kind: 'Assistance', id: props.request.id }} name={props.request.number} />
            </Show>
          }
        >
          <StepTimeline request={props.request} takeReply={(taken) => setReply(() => taken)} />
        </Panel>
      </div>
      <Show when={reply()} keyed>
        {(taken) => (
          <TakeReplyDialog
            request={props.request}
            caseId={props.request.caseId ?? ''}
            reply={taken}
            close={() => setReply(undefined)}
          />
        )}
      </Show>
      <Show when={step()} keyed>
        {(chosen) => (
          <StepDialog
            request={props.request}
            step={chosen}
            isEnding={endings.includes(chosen.move)}
            close={() => setStep(undefined)}
          />
        )}
      </Show>
    </>
  )
}
