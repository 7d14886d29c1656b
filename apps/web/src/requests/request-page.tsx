import { Button, ButtonLink, DescriptionList, Notice, PageHeader, Panel, showToast } from '@lianban/ui'
import { useParams } from '@solidjs/router'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { AccessRequestPage as Request } from '../app/api-types.ts'
import { AgencyName } from '../app/domain-badges.tsx'
import { word } from '../app/enums.ts'
import { formatDateTime, formatLastDay } from '../app/format.ts'
import { locale, t as shell } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { createPageTitle } from '../app/page-title.ts'
import { loggedRead } from '../app/query-client.ts'
import { createDeed } from '../cases/deed.ts'
import { ReasonDialog } from '../cases/reason-dialog.tsx'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { GrantPanel } from './grant-panel.tsx'
import { StateBadge } from './state-badge.tsx'
import { t } from './texts.ts'
import { wantedTitle } from './wanted.tsx'

/** One request: the asker follows it here, the owner decides on it. */
export function RequestPage() {
  const params = useParams<{ requestId: string }>()
  createPageTitle(() => t('pageTitle'))
  const found = useQuery(() => ({
    queryKey: ['requests', 'find', params.requestId],
    queryFn: () => api.requests.find.query({ requestId: params.requestId }),
    ...loggedRead,
  }))
  return <Loaded query={found}>{(request) => <View request={request()} />}</Loaded>
}

function View(props: { request: Request }) {
  const [declining, setDeclining] = createSignal(false)
  const queries = useQueryClient()
  const withdrawing = createDeed({
    send: (_: null, submissionId) =>
      api.requests.withdraw.mutate({
        requestId: props.request.id,
        expectedVersion: props.request.version,
        submissionId,
      }),
    done() {
      showToast({ title: t('withdrawn'), tone: 'ok', closeLabel: shell('close') })
      void queries.invalidateQueries()
    },
  })
  const admitting = createDeed({
    send: (_: null, submissionId) =>
      api.requests.admit.mutate({ requestId: props.request.id, expectedVersion: props.request.version, submissionId }),
    done() {
      showToast({ title: t('sectionOpened'), tone: 'ok', closeLabel: shell('close') })
      void queries.invalidateQueries()
    },
  })
  return (
    <>
      <PageHeader
        title={wantedTitle(props.request)}
        crumbs={[{ label: t('title'), href: '/requests' }]}
        crumbsLabel={shell('navigation')}
        badges={<StateBadge state={props.request.state} />}
        actions={
          <>
            <Show when={props.request.opened}>
              {(record) => (
                <ButtonLink
                  variant="primary"
                  href={record().kind === 'Case' ? `/cases/${record().id}` : `/clues/${record().id}`}
                >
                  {t('open')}
                </ButtonLink>
              )}
            </Show>
            <Show when={props.request.can.withdraw}>
              <Button busy={withdrawing.busy()} onClick={() => void withdrawing.run(null)}>
                {t('withdraw')}
              </Button>
            </Show>
            <Show when={props.request.can.decide && props.request.wanted.kind === 'Section'}>
              <Button variant="primary" busy={admitting.busy()} onClick={() => void admitting.run(null)}>
                {t('openSection')}
              </Button>
            </Show>
            <Show when={props.request.can.decide}>
              <Button variant="danger" onClick={() => setDeclining(true)}>
                {t('decline')}
              </Button>
            </Show>
          </>
        }
      />
      <div class="flex flex-col gap-4">
        <RefusalNotice error={admitting.error()} reload={() => void queries.invalidateQueries()} />
        <RefusalNotice error={withdrawing.error()} reload={() => void queries.invalidateQueries()} />
        <Show when={props.request.declineReason}>
          {(reason) => (
            <Notice tone="danger" title={t('declineReason')}>
              {reason()}
            </Notice>
          )}
        </Show>
        <Show when={props.request.can.decide}>
          <Show when={props.request.openings.length > 1}>
            <Notice tone="info">{t('choose')}</Notice>
          </Show>
          <For each={props.request.openings}>
            {(opening) => <GrantPanel request={props.request} opening={opening} />}
          </For>
        </Show>
        <Panel title={t('facts')}>
          <Facts request={props.request} />
        </Panel>
      </div>
      <Show when={declining()}>
        <ReasonDialog
          confirm={t('decline')}
          reason={t('declineNote')}
          send={(reason, submissionId) =>
            api.requests.decline.mutate({
              requestId: props.request.id,
              expectedVersion: props.request.version,
              reason,
              submissionId,
            })
          }
          done={() => t('declined')}
          close={() => setDeclining(false)}
        />
      </Show>
    </>
  )
}

function Facts(props: { request: Request }) {
  const { askedBy } = props.request
  return (
    <DescriptionList
      items={[
        {
          term: t('askedBy'),
          value: (
            <span class="flex flex-wrap items-center gap-x-2">
              <AgencyName agency={askedBy.agency} />
              <span class="text-muted">{locale() === 'zh' ? askedBy.postZh : askedBy.postEn}</span>
            </span>
          ),
        },
        { term: t('askedAt'), value: formatDateTime(props.request.askedAt) },
        { term: t('purpose'), value: props.request.purpose },
        { term: t('legalBasis'), value: props.request.legalBasis },
        { term: t('level'), value: word('level', props.request.level) },
        { term: t('until'), value: formatLastDay(props.request.until) },
        { term: t('reason'), value: props.request.reason, wide: true },
        { term: t('lapsesAt'), value: formatDateTime(props.request.lapsesAt) },
      ]}
    />
  )
}
