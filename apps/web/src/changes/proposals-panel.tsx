import { Badge, Button, Panel, type Tone } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import { createSignal, For, lazy, Show, Suspense } from 'solid-js'
import { api } from '../app/api.ts'
import type { Proposal } from '../app/api-types.ts'
import { officerLine } from '../app/domain-badges.tsx'
import { word } from '../app/enums.ts'
import { formatDateTime } from '../app/format.ts'
import { type Decision, decisions } from './decision.ts'
import { fieldName } from './field-names.ts'
import { ValueChange } from './field-value.tsx'
import { t } from './texts.ts'

const DecideDialog = lazy(async () => ({ default: (await import('./decide-dialog.tsx')).DecideDialog }))

const tones: Readonly<Record<string, Tone>> = {
  open: 'info',
  accepted: 'ok',
  discarded: 'neutral',
  withdrawn: 'neutral',
}

/** Changes that other agencies propose, with what each side may do about them; nothing is drawn where there are none. */
export function ProposalsPanel(props: { recordId: string }) {
  const query = useQuery(() => ({
    queryKey: ['proposals', props.recordId],
    queryFn: () => api.proposals.list.query({ recordId: props.recordId }),
  }))
  const [deciding, decide] = createSignal<{ proposal: Proposal; decision: Decision }>()
  return (
    <Show when={query.data?.items.length}>
      {(count) => (
        <Panel flush title={t('proposals')} note={count()}>
          <ul>
            <For each={query.data?.items}>
              {(proposal) => <ProposalItem proposal={proposal} decide={(decision) => decide({ proposal, decision })} />}
            </For>
          </ul>
          <Show when={deciding()} keyed>
            {(chosen) => (
              <Suspense>
                <DecideDialog {...chosen} close={() => decide(undefined)} />
              </Suspense>
            )}
          </Show>
        </Panel>
      )}
    </Show>
  )
}

function ProposalItem(props: { proposal: Proposal; decide: (decision: Decision) => void }) {
  const sides = () => {
    const { field, seen, proposed, current, isStale } = props.proposal
    return [
      { term: t('seen'), field, value: seen, isClosed: seen === null },
      { term: t('proposed'), field, value: proposed },
      ...(isStale ? [{ term: t('current'), field, value: current, isClosed: current === null }] : []),
    ]
  }
  const offered = () => decisions.filter((decision) => props.proposal.can[decision])
  return (
    <li class="flex flex-col gap-2 border-line border-b px-4 py-3 last:border-b-0">
      <div class="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span class="font-medium">{fieldName(props.proposal.field)}</span>
        <Badge tone={tones[props.proposal.state]}>{word('proposalState', props.proposal.state)}</Badge>
        <Show when={props.proposal.isStale}>
          <Badge tone="warn" title={t('proposal.staleHint')}>
            {t('proposal.stale')}
          </Badge>
        </Show>
        <span class="text-muted text-sm">
          {t('proposal.by', {
            officer: officerLine(props.proposal.officer),
            at: formatDateTime(props.proposal.proposedAt),
          })}
        </span>
      </div>
      <ValueChange sides={sides()} />
      <p class="text-sm">
        <span class="text-muted">{t('proposal.reason')}</span> {props.proposal.reason}
      </p>
      <Show when={props.proposal.decidedBy}>
        {(officer) => (
          <p class="text-sm">
            <span class="text-muted">{t('proposal.answer')}</span> {props.proposal.decision}{' '}
            <span class="text-muted">
              {t('proposal.decided', {
                officer: officerLine(officer()),
                at: formatDateTime(props.proposal.decidedAt ?? ''),
              })}
            </span>
          </p>
        )}
      </Show>
      <Show when={offered().length}>
        <div class="flex flex-wrap gap-2">
          <For each={offered()}>
            {(decision) => (
              <Button
                size="sm"
                variant={decision === 'accept' || decision === 'rebase' ? 'primary' : undefined}
                onClick={() => props.decide(decision)}
              >
                {t(decision)}
              </Button>
            )}
          </For>
        </div>
      </Show>
    </li>
  )
}
