import { Badge, Button, EmptyState, Panel } from '@lianban/ui'
import ShieldCheck from 'lucide-solid/icons/shield-check'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { api } from '../app/api.ts'
import type { SaltProposal } from '../app/api-types.ts'
import { formatDateTime } from '../app/format.ts'
import { locale, said } from '../app/i18n/index.ts'
import { ReasonDialog } from '../cases/reason-dialog.tsx'
import { t } from './strings.ts'

type Deed = { readonly proposal: SaltProposal; readonly deed: 'approve' | 'decline' | 'withdraw' }
const tones = { approved: 'ok', declined: 'warn', withdrawn: 'neutral' } as const

/** What one audit administrator proposed and another decides, the newest first. */
export function Proposals(props: { proposals: readonly SaltProposal[] }) {
  const [deed, setDeed] = createSignal<Deed>()
  return (
    <Panel flush title={t('proposals')}>
      <ul>
        <For
          each={props.proposals}
          fallback={
            <EmptyState icon={<ShieldCheck size={20} />} title={t('noProposals')} description={t('noProposalsHint')} />
          }
        >
          {(proposal) => <Line proposal={proposal} choose={(chosen) => setDeed({ proposal, deed: chosen })} />}
        </For>
      </ul>
      <Show when={deed()} keyed>
        {(chosen) => <DeedDialog {...chosen} close={() => setDeed(undefined)} />}
      </Show>
    </Panel>
  )
}

const post = (by: SaltProposal['by']) => (by ? (locale() === 'zh' ? by.postZh : by.postEn) : '—')

function Line(props: { proposal: SaltProposal; choose: (deed: Deed['deed']) => void }) {
  const { kind, recordId } = props.proposal
  return (
    <li class="flex flex-wrap items-start gap-x-4 gap-y-2 border-line border-b px-4 py-3 last:border-b-0">
      <div class="min-w-0 flex-1 narrow:min-w-full">
        <p class="flex flex-wrap items-baseline gap-x-2">
          <Show when={props.proposal.decided} fallback={<Badge tone="warn">{t('waits')}</Badge>}>
            {(decided) => <Badge tone={tones[decided().decision]}>{t(`decided.${decided().decision}`)}</Badge>}
          </Show>
          <span class="min-w-0 break-all font-medium">{kind ? said(kind) : t('ofRecord', { id: recordId ?? '' })}</span>
          <span>{t('count', { n: props.proposal.salts })}</span>
        </p>
        <p class="mt-1">{props.proposal.reason}</p>
        <p class="mt-1 text-muted text-sm">
          {t('by', { who: post(props.proposal.by), at: formatDateTime(props.proposal.at) })}
        </p>
        <Show when={props.proposal.decided}>
          {(decided) => (
            <p class="mt-1 text-sm">
              {decided().note && `${decided().note} `}
              <span class="text-muted">
                {t('decidedBy', { who: post(decided().by), at: formatDateTime(decided().at) })}
              </span>
            </p>
          )}
        </Show>
      </div>
      <div class="flex flex-wrap gap-2">
        <Show when={props.proposal.can.withdraw}>
          <Button size="sm" onClick={() => props.choose('withdraw')}>
            {t('withdraw')}
          </Button>
        </Show>
        <Show when={props.proposal.can.decline}>
          <Button size="sm" onClick={() => props.choose('decline')}>
            {t('decline')}
          </Button>
        </Show>
        <Show when={props.proposal.can.approve}>
          <Button size="sm" variant="danger" onClick={() => props.choose('approve')}>
            {t('approve')}
          </Button>
        </Show>
      </div>
    </li>
  )
}

function DeedDialog(props: Deed & { close: () => void }) {
  const destructionId = props.proposal.id
  return (
    <Switch>
      <Match when={props.deed === 'approve'}>
        <ReasonDialog
          body={t('approveBody', { n: props.proposal.salts })}
          confirm={t('approve')}
          send={(_none, submissionId) => api.retention.approve.mutate({ destructionId, submissionId })}
          done={({ destroyed }) => t('approved', { n: destroyed })}
          close={props.close}
        />
      </Match>
      <Match when={props.deed === 'decline'}>
        <ReasonDialog
          confirm={t('decline')}
          tone="primary"
          reason={t('declineReason')}
          send={(note, submissionId) => api.retention.decline.mutate({ destructionId, note, submissionId })}
          done={() => t('declined')}
          close={props.close}
        />
      </Match>
      <Match when={props.deed === 'withdraw'}>
        <ReasonDialog
          body={t('withdrawBody')}
          confirm={t('withdraw')}
          tone="primary"
          send={(_none, submissionId) => api.retention.withdraw.mutate({ destructionId, note: '', submissionId })}
          done={() => t('withdrawn')}
          close={props.close}
        />
      </Match>
    </Switch>
  )
}
