import { Badge, Button, EmptyState, PageHeader, Panel, type Tone } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import UserCheck from 'lucide-solid/icons/user-check'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { OfficerChange } from '../app/api-types.ts'
import { AgencyName, officerLine } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { Loaded } from '../app/loaded.tsx'
import { createPageTitle } from '../app/page-title.ts'
import { live } from '../app/query-client.ts'
import { ChangeLines } from './change-lines.tsx'
import { type Decision, DecisionDialog } from './decision-dialog.tsx'
import { t } from './strings.ts'

const tones: Readonly<Record<OfficerChange['state'], Tone>> = {
  proposed: 'warn',
  approved: 'ok',
  declined: 'danger',
  withdrawn: 'neutral',
}

/** What was proposed about officers: to be decided, and what became of the rest. */
export function ChangesPage() {
  const changes = useQuery(() => ({
    queryKey: ['officers', 'changes'],
    queryFn: () => api.officers.changes.query({}),
    ...live,
  }))
  const [deciding, decide] = createSignal<{ change: OfficerChange; decision: Decision }>()
  createPageTitle(() => t('changes'))
  return (
    <>
      <PageHeader title={t('changes')} description={t('changes.lead')} />
      <Loaded query={changes} rows={8}>
        {(found) => {
          const open = () => found().items.filter(({ state }) => state === 'proposed')
          const past = () => found().items.filter(({ state }) => state !== 'proposed')
          return (
            <div class="flex flex-col gap-4">
              <Panel flush title={t('changes.open')} note={open().length}>
                <Show
                  when={open().length > 0}
                  fallback={
                    <EmptyState
                      compact
                      icon={<UserCheck size={20} />}
                      title={t('changes.openEmpty')}
                      description={t('changes.openEmptyNext')}
                    />
                  }
                >
                  <Changes changes={open()} onDecide={(change, decision) => decide({ change, decision })} />
                </Show>
              </Panel>
              <Panel flush title={t('changes.past')} note={past().length}>
                <Show
                  when={past().length > 0}
                  fallback={<EmptyState compact icon={<UserCheck size={20} />} title={t('changes.pastEmpty')} />}
                >
                  <Changes changes={past()} onDecide={() => {}} />
                </Show>
              </Panel>
            </div>
          )
        }}
      </Loaded>
      <Show when={deciding()} keyed>
        {({ change, decision }) => (
          <DecisionDialog
            decision={decision}
            what={t(`kind.${change.kind}`)}
            send={(note, submissionId) => {
              const about = { changeId: change.id, submissionId }
              if (decision === 'approve') return api.officers.approve.mutate(about)
              return api.officers[decision].mutate({ ...about, note })
            }}
            close={() => decide(undefined)}
          >
            <ChangeLines lines={change.lines} kind={change.kind} />
          </DecisionDialog>
        )}
      </Show>
    </>
  )
}

function Changes(props: {
  changes: readonly OfficerChange[]
  onDecide: (change: OfficerChange, decision: Decision) => void
}) {
  return (
    <ul>
      <For each={props.changes}>
        {(change) => (
          <li class="flex flex-wrap items-start gap-x-4 gap-y-2 border-line border-b px-4 py-3 last:border-b-0">
            <div class="min-w-0 flex-1 basis-80">
              <p class="flex flex-wrap items-center gap-x-2 gap-y-1">
                <span class="font-medium">{t(`kind.${change.kind}`)}</span>
                <AgencyName agency={change.agency} />
                <Badge tone={tones[change.state]}>{t(`changeState.${change.state}`)}</Badge>
              </p>
              <ChangeLines lines={change.lines} kind={change.kind} />
              <p class="mt-1 text-sm">{change.reason}</p>
              <p class="mt-0.5 text-faint text-xs">
                {t('by', { officer: officerLine(change.proposedBy), at: formatDateTime(change.proposedAt) })}
              </p>
              <Show when={change.decidedBy}>
                {(decidedBy) => (
                  <p class="text-faint text-xs">
                    {t(`changeState.${change.state}`)}：
                    {t('decidedBy', { officer: officerLine(decidedBy()), at: formatDateTime(change.decidedAt!) })}
                    <Show when={change.note}> · {change.note}</Show>
                  </p>
                )}
              </Show>
            </div>
            <div class="flex flex-wrap gap-2">
              <Show when={change.canApprove}>
                <Button size="sm" variant="primary" onClick={() => props.onDecide(change, 'approve')}>
                  {t('approve')}
                </Button>
              </Show>
              <Show when={change.canDecline}>
                <Button size="sm" onClick={() => props.onDecide(change, 'decline')}>
                  {t('decline')}
                </Button>
              </Show>
              <Show when={change.canWithdraw}>
                <Button size="sm" onClick={() => props.onDecide(change, 'withdraw')}>
                  {t('withdraw')}
                </Button>
              </Show>
            </div>
          </li>
        )}
      </For>
    </ul>
  )
}
