import { Button, DescriptionList, PageHeader, Panel } from '@lianban/ui'
import { useParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import CalendarPlus from 'lucide-solid/icons/calendar-plus'
import { createSignal, Match, Show, Switch } from 'solid-js'
import { api } from '../app/api.ts'
import type { TaskForce, TaskForceSeat } from '../app/api-types.ts'
import { AgencyName, officerLine } from '../app/domain-badges.tsx'
import { formatDateTime, formatLastDay } from '../app/format.ts'
import { t as shell } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { createPageTitle } from '../app/page-title.ts'
import { loggedRead } from '../app/query-client.ts'
import { ReasonDialog } from '../cases/reason-dialog.tsx'
import { ExplainButton } from '../explain/explain-button.tsx'
import { createRecordWatch } from '../live/live-provider.tsx'
import { ExtendDialog } from './extend-dialog.tsx'
import { daysLeft } from './force-state.ts'
import { SeatDialog } from './seat-dialog.tsx'
import { seatName } from './seat-name.ts'
import { SeatsPanel } from './seats-panel.tsx'
import { SharedPanel } from './shared-panel.tsx'
import { ForceStateBadge } from './state-badge.tsx'
import { t } from './texts.ts'

/** One task force: who sits in it, and what it was given. */
export function TaskForcePage() {
  const params = useParams<{ taskForceId: string }>()
  const force = useQuery(() => ({
    queryKey: ['taskForces', 'find', params.taskForceId],
    queryFn: () => api.taskForces.find.query({ taskForceId: params.taskForceId }),
    ...loggedRead,
  }))
  createRecordWatch(() => ({ kind: 'TaskForce', id: params.taskForceId }))
  createPageTitle(() => (force.isSuccess ? force.data?.name : t('title')))
  return (
    <Loaded query={force} rows={8}>
      {(found) => <ForceView force={found()} />}
    </Loaded>
  )
}

function ForceView(props: { force: TaskForce }) {
  const [doing, start] = createSignal<'seat' | 'extend' | 'dissolve' | TaskForceSeat>()
  const close = () => start(undefined)
  const revoking = () => {
    const seat = doing()
    return typeof seat === 'object' ? seat : undefined
  }
  const onForce = () => ({ taskForceId: props.force.id, expectedVersion: props.force.version })
  return (
    <>
      <PageHeader
        title={props.force.name}
        crumbs={[{ label: t('title'), href: '/task-forces' }]}
        crumbsLabel={shell('navigation')}
        badges={<ForceStateBadge force={props.force} />}
        actions={
          <>
            <ExplainButton record={{ kind: 'TaskForce', id: props.force.id }} name={props.force.name} />
            <Show when={props.force.can.extend && props.force.isActive}>
              <Button icon={<CalendarPlus size={16} aria-hidden="true" />} onClick={() => start('extend')}>
                {t('extend')}
              </Button>
            </Show>
            <Show when={props.force.can.dissolve}>
              <Button variant="danger" onClick={() => start('dissolve')}>
                {t('dissolve')}
              </Button>
            </Show>
          </>
        }
      />
      <div class="grid grid-cols-[minmax(0,1fr)_20rem] items-start gap-4 max-[1000px]:grid-cols-1">
        <div class="flex min-w-0 flex-col gap-4">
          <SeatsPanel force={props.force} add={() => start('seat')} revoke={start} />
          <SharedPanel force={props.force} />
        </div>
        <Panel title={t('facts')}>
          <Facts force={props.force} />
        </Panel>
      </div>
      <Switch>
        <Match when={doing() === 'seat'}>
          <SeatDialog force={props.force} close={close} />
        </Match>
        <Match when={doing() === 'extend'}>
          <ExtendDialog force={props.force} close={close} />
        </Match>
        <Match when={doing() === 'dissolve'}>
          <ReasonDialog
            title={t('dissolveTitle', { name: props.force.name })}
            body={t('dissolveBody')}
            confirm={t('dissolve')}
            {...words()}
            done={closedSaid('dissolved')}
            send={(reason, submissionId) => api.taskForces.dissolve.mutate({ ...onForce(), reason, submissionId })}
            close={close}
          />
        </Match>
        <Match when={revoking()}>
          {(seat) => (
            <ReasonDialog
              title={t('revokeTitle', { seat: seatName(seat()) })}
              body={t('revokeBody')}
              confirm={t('revoke')}
              {...words()}
              done={closedSaid('revoked')}
              send={(reason, submissionId) =>
                api.taskForces.revokeSeat.mutate({ ...onForce(), seatId: seat().id, reason, submissionId })
              }
              close={close}
            />
          )}
        </Match>
      </Switch>
    </>
  )
}

function Facts(props: { force: TaskForce }) {
  return (
    <DescriptionList
      columns={1}
      items={[
        { term: t('leadAgency'), value: <AgencyName agency={props.force.leadAgency} full /> },
        {
          term: t('until'),
          value: t('untilOn', { date: formatLastDay(props.force.until) }),
          hint: props.force.isActive ? t('daysLeft', { n: daysLeft(props.force, new Date()) }) : undefined,
        },
        {
          term: t('case'),
          value: (
            <Show when={props.force.case} fallback={<span class="text-muted">{t('closedCase')}</span>}>
              {(found) => (
                <a href={`/cases/${found().id}`} class="hover:text-accent-text hover:underline">
                  {found().name}
                </a>
              )}
            </Show>
          ),
          hint: props.force.case?.number,
        },
        {
          term: t('formedBy'),
          value: officerLine(props.force.formedBy),
          hint: formatDateTime(props.force.formedAt),
        },
        ...(props.force.dissolveReason ? [{ term: t('dissolveReason'), value: props.force.dissolveReason }] : []),
      ]}
    />
  )
}

const words = () => ({ reason: t('reason'), hint: t('reasonHint') })

const closedSaid =
  (what: 'revoked' | 'dissolved') =>
  ({ closed }: { closed: number }): string =>
    t(closed > 0 ? what : `${what}Plain`, { n: closed })
