import {
  Button,
  DescriptionList,
  Notice as Note,
  PageHeader,
  Panel,
  RadioCards,
  showToast,
  TextArea,
} from '@lianban/ui'
import { useParams } from '@solidjs/router'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { Copies, NoticePage } from '../app/api-types.ts'
import { AgencyName, agencyShort, officerLine } from '../app/domain-badges.tsx'
import { word } from '../app/enums.ts'
import { formatDateTime } from '../app/format.ts'
import { t as shell } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { createPageTitle } from '../app/page-title.ts'
import { loggedRead } from '../app/query-client.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { NoticeKindBadge, NoticeStateBadge } from './notice-state.tsx'
import { copiesChoices, needsReason, receiptOf } from './receipt-draft.ts'
import { t } from './texts.ts'

/** One recall or correction: what was known, why it was taken back, and the receipt to give. */
export function RecallPage() {
  const params = useParams<{ noticeId: string }>()
  const notice = useQuery(() => ({
    queryKey: ['recalls', 'find', params.noticeId],
    queryFn: () => api.recalls.find.query({ noticeId: params.noticeId }),
    ...loggedRead,
  }))
  createPageTitle(() => t('title'))
  return (
    <Loaded query={notice} rows={8}>
      {(found) => <NoticeView notice={found()} />}
    </Loaded>
  )
}

function NoticeView(props: { notice: NoticePage }) {
  const isRecall = () => props.notice.kind === 'recall'
  return (
    <div class="mx-auto max-w-3xl">
      <PageHeader
        title={props.notice.record.title}
        crumbs={[{ label: t('title'), href: '/recalls' }]}
        crumbsLabel={shell('navigation')}
        badges={
          <>
            <NoticeKindBadge kind={props.notice.kind} />
            <NoticeStateBadge state={props.notice.state} />
          </>
        }
        description={props.notice.record.number}
      />
      <div class="flex flex-col gap-4">
        <Note tone={isRecall() ? 'warn' : 'info'}>{t(isRecall() ? 'recalledLead' : 'correctedLead')}</Note>
        <Panel title={t('pageTitle', { kind: word('noticeKind', props.notice.kind) })} note={t('knownAs')}>
          <DescriptionList
            columns={2}
            items={[
              { term: t('from'), value: <AgencyName agency={props.notice.ownerAgency} full /> },
              {
                term: t('to'),
                value: <AgencyName agency={props.notice.agency} full />,
                ...(props.notice.throughCase ? { hint: t('throughCaseHint') } : {}),
              },
              { term: t('reason'), value: props.notice.reason },
              {
                term: t('toldBy'),
                value: officerLine(props.notice.toldBy),
                hint: formatDateTime(props.notice.toldAt),
              },
              { term: t('dueAt'), value: formatDateTime(props.notice.dueAt) },
            ]}
          />
        </Panel>
        <Show when={props.notice.receipt}>
          {(receipt) => (
            <Panel title={t('acknowledged')}>
              <p>
                {word('copies', receipt().copies)}
                <Show when={receipt().note}>
                  {(note) => <span class="mt-1 block whitespace-pre-wrap">{note()}</span>}
                </Show>
                <span class="mt-1 block text-muted text-sm">
                  {t('by', { post: officerLine(receipt().officer), at: formatDateTime(receipt().givenAt) })}
                </span>
              </p>
            </Panel>
          )}
        </Show>
        <Show when={props.notice.can.acknowledge}>
          <ReceiptForm notice={props.notice} />
        </Show>
        <Show when={!props.notice.receipt && !props.notice.can.acknowledge}>
          <Note tone={props.notice.state === 'overdue' ? 'danger' : 'neutral'}>
            {t(props.notice.state === 'overdue' ? 'overdueFor' : 'waitingFor', {
              agency: agencyShort(props.notice.agency),
              at: formatDateTime(props.notice.dueAt),
            })}
          </Note>
        </Show>
      </div>
    </div>
  )
}

function ReceiptForm(props: { notice: NoticePage }) {
  const queries = useQueryClient()
  const [copies, setCopies] = createSignal('')
  const [note, setNote] = createSignal('')
  const acknowledging = createDeed({
    send: (given: { copies: Copies; note: string }, submissionId) =>
      api.recalls.acknowledge.mutate({ ...given, noticeId: props.notice.id, submissionId }),
    done() {
      showToast({ title: t('sentToast'), tone: 'ok', closeLabel: shell('close') })
      void queries.invalidateQueries()
    },
  })
  const receipt = () => receiptOf({ copies: copies(), note: note() })
  return (
    <Panel title={t('acknowledge')} note={t('acknowledgeLead')}>
      <div class="flex flex-col gap-4">
        <Show when={props.notice.state === 'overdue'}>
          <Note tone="danger">{t('overdueNotice', { at: formatDateTime(props.notice.dueAt) })}</Note>
        </Show>
        <RadioCards
          label={t('what')}
          required
          columns={2}
          options={copiesChoices(props.notice.kind)}
          value={copies()}
          onChange={setCopies}
        />
        <TextArea
          label={t('note')}
          hint={t(needsReason(copies()) ? 'noteLawHint' : 'noteHint')}
          required={needsReason(copies())}
          rows={2}
          maxLength={500}
          value={note()}
          onChange={setNote}
        />
        <RefusalNotice error={acknowledging.error()} reload={() => void queries.invalidateQueries()} />
        <div class="flex justify-end">
          <Button
            variant="primary"
            busy={acknowledging.busy()}
            disabled={!receipt()}
            onClick={() => {
              const given = receipt()
              if (given) void acknowledging.run(given)
            }}
          >
            {t('send')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
