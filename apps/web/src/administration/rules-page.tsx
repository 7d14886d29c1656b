import { Button, EmptyState, Notice, PageHeader, Panel } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import ScrollText from 'lucide-solid/icons/scroll-text'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { RuleChange, RuleState } from '../app/api-types.ts'
import { officerLine } from '../app/domain-badges.tsx'
import { formatDateTime, shortDigest } from '../app/format.ts'
import { Loaded } from '../app/loaded.tsx'
import { createPageTitle } from '../app/page-title.ts'
import { type Decision, DecisionDialog } from './decision-dialog.tsx'
import { ProposeRulesDialog } from './propose-rules-dialog.tsx'
import { RuleDiff } from './rule-diff.tsx'
import { RuleHistory } from './rule-history.tsx'
import { t } from './strings.ts'

/** The rules in force, what lies on the server, what waits for approval, and every version there was. */
export function RulesPage() {
  // What another process finds on its disk is told to nobody, so the page looks again by itself.
  const rules = useQuery(() => ({
    queryKey: ['rules', 'versions'],
    queryFn: () => api.rules.versions.query({}),
    refetchInterval: 15_000,
  }))
  const [deciding, decide] = createSignal<{ change: RuleChange; decision: Decision }>()
  const [proposing, propose] = createSignal<string>()
  createPageTitle(() => t('rules'))
  return (
    <>
      <PageHeader title={t('rules')} description={t('rules.lead')} />
      <Loaded query={rules} rows={8}>
        {(state) => {
          const open = () => state().changes.find((change) => change.state === 'proposed')
          return (
            <div class="flex flex-col gap-4">
              <InForce state={state()} />
              <Problems problems={state().onDisk?.problems ?? []} />
              <Show when={open()}>
                {(change) => (
                  <OpenChange change={change()} onDecide={(decision) => decide({ change: change(), decision })} />
                )}
              </Show>
              <Show when={!open() && state().onDisk?.differs && state().onDisk?.digest}>
                {(digest) => (
                  <Found
                    from={state().inForce!.digest}
                    to={digest()}
                    mayPropose={state().mayPropose}
                    onPropose={() => propose(digest())}
                  />
                )}
              </Show>
              <RuleHistory versions={state().versions} />
            </div>
          )
        }}
      </Loaded>
      <Show when={proposing()} keyed>
        {(digest) => <ProposeRulesDialog digest={digest} close={() => propose(undefined)} />}
      </Show>
      <Show when={deciding()} keyed>
        {({ change, decision }) => (
          <DecisionDialog
            decision={decision}
            what={t('rules')}
            send={(note, submissionId) => {
              const about = { changeId: change.id, submissionId }
              if (decision === 'approve') return api.rules.approve.mutate(about)
              return api.rules[decision].mutate({ ...about, note })
            }}
            close={() => decide(undefined)}
          >
            <Show when={decision === 'approve'}>
              <p class="text-sm">{t('rules.approveText')}</p>
            </Show>
          </DecisionDialog>
        )}
      </Show>
    </>
  )
}

function InForce(props: { state: RuleState }) {
  return (
    <Panel title={t('rules.inForce')}>
      <Show
        when={props.state.inForce}
        fallback={<EmptyState compact icon={<ScrollText size={20} />} title={t('rules.none')} />}
      >
        {(version) => (
          <p class="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <span class="font-medium text-lg">{t('rules.serial', { serial: version().serial })}</span>
            <span class="text-muted">{t('rules.from', { at: formatDateTime(version().inForceFrom) })}</span>
            <code class="text-faint text-xs">{shortDigest(version().digest)}</code>
            <Show when={props.state.onDisk && !props.state.onDisk.differs && props.state.onDisk.problems.length === 0}>
              <span class="text-ok text-sm">
                {t('rules.onDisk')}：{t('rules.same')}
              </span>
            </Show>
          </p>
        )}
      </Show>
    </Panel>
  )
}

function Problems(props: { problems: NonNullable<RuleState['onDisk']>['problems'] }) {
  return (
    <Show when={props.problems.length > 0}>
      <div role="alert">
        <Notice tone="danger" title={t('rules.broken')}>
          <p>{t('rules.brokenNext')}</p>
          <ul class="mt-1 flex flex-col gap-0.5">
            <For each={props.problems}>
              {({ file, line, what }) => (
                <li>
                  <code class="break-all text-sm">
                    {file}:{line}
                  </code>{' '}
                  {what}
                </li>
              )}
            </For>
          </ul>
        </Notice>
      </div>
    </Show>
  )
}

function Found(props: { from: string; to: string; mayPropose: boolean; onPropose: () => void }) {
  return (
    <Panel
      title={t('rules.onDisk')}
      actions={
        <Show when={props.mayPropose}>
          <Button size="sm" variant="primary" onClick={() => props.onPropose()}>
            {t('rules.propose')}
          </Button>
        </Show>
      }
    >
      <Notice tone="warn" title={t('rules.differs')}>
        {t('rules.differsNext')}
      </Notice>
      <div class="mt-4">
        <RuleDiff from={props.from} to={props.to} />
      </div>
    </Panel>
  )
}

function OpenChange(props: { change: RuleChange; onDecide: (decision: Decision) => void }) {
  return (
    <Panel
      title={t('rules.open')}
      actions={
        <>
          <Show when={props.change.canWithdraw}>
            <Button size="sm" onClick={() => props.onDecide('withdraw')}>
              {t('withdraw')}
            </Button>
          </Show>
          <Show when={props.change.canDecline}>
            <Button size="sm" onClick={() => props.onDecide('decline')}>
              {t('decline')}
            </Button>
          </Show>
          <Show when={props.change.canApprove}>
            <Button size="sm" variant="primary" onClick={() => props.onDecide('approve')}>
              {t('approve')}
            </Button>
          </Show>
        </>
      }
    >
      <p>{props.change.reason}</p>
      <p class="mt-0.5 mb-4 text-faint text-xs">
        {t('by', { officer: officerLine(props.change.proposedBy), at: formatDateTime(props.change.proposedAt) })}
      </p>
      <RuleDiff from={props.change.baseDigest} to={props.change.digest} />
    </Panel>
  )
}
