import {
  Badge,
  Button,
  ButtonLink,
  DescriptionList,
  PageHeader,
  Panel,
  RadioCards,
  showToast,
  TextArea,
} from '@lianban/ui'
import { useParams } from '@solidjs/router'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { Emergency } from '../app/api-types.ts'
import { AgencyName } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { locale, t as shell } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { createPageTitle } from '../app/page-title.ts'
import { createDeed } from '../cases/deed.ts'
import { ReasonDialog } from '../cases/reason-dialog.tsx'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { t } from './texts.ts'

/** One emergency access: what was said to justify it, and what both sides found. */
export function EmergencyPage() {
  const params = useParams<{ emergencyId: string }>()
  createPageTitle(() => t('pageTitle'))
  const found = useQuery(() => ({
    queryKey: ['emergencies', 'find', params.emergencyId],
    queryFn: () => api.emergencies.find.query({ emergencyId: params.emergencyId }),
  }))
  return <Loaded query={found}>{(emergency) => <View emergency={emergency()} />}</Loaded>
}

function View(props: { emergency: Emergency }) {
  const [ending, setEnding] = createSignal(false)
  const { record } = props.emergency
  return (
    <>
      <PageHeader
        title={props.emergency.record.title ?? `${t(`kind.${record.kind}`)}${t('closedRecord')}`}
        crumbs={[{ label: t('title'), href: '/emergencies' }]}
        crumbsLabel={shell('navigation')}
        description={props.emergency.record.number ?? undefined}
        badges={
          <Badge tone={props.emergency.isOpen ? 'danger' : 'neutral'}>
            {props.emergency.isOpen ? t('isOpen') : t('isOver')}
          </Badge>
        }
        actions={
          <>
            <Show when={props.emergency.record.number}>
              <ButtonLink href={record.kind === 'Case' ? `/cases/${record.id}` : `/clues/${record.id}`}>
                {t('show')}
              </ButtonLink>
            </Show>
            <Show when={props.emergency.can.recall}>
              <Button variant="danger" onClick={() => setEnding(true)}>
                {t('end')}
              </Button>
            </Show>
          </>
        }
      />
      <div class="flex flex-col gap-4">
        <Show when={props.emergency.can.review}>
          <ReviewPanel emergency={props.emergency} />
        </Show>
        <Panel title={t('facts')}>
          <DescriptionList
            items={[
              { term: t('who'), value: <Post officer={props.emergency.officer} /> },
              { term: t('owner'), value: <AgencyName agency={props.emergency.owner} /> },
              { term: t('openedAt'), value: formatDateTime(props.emergency.openedAt) },
              {
                term: t('endsAt'),
                value: formatDateTime(props.emergency.endsAt),
                hint: props.emergency.endedAt
                  ? t('endedEarly', { at: formatDateTime(props.emergency.endedAt) })
                  : undefined,
              },
              { term: t('reason'), value: props.emergency.reason, wide: true },
            ]}
          />
        </Panel>
        <For each={props.emergency.reviews}>{(review) => <Written review={review} />}</For>
      </div>
      <Show when={ending()}>
        <ReasonDialog
          body={t('endConfirm')}
          confirm={t('end')}
          reason={t('endReason')}
          send={(reason, submissionId) =>
            api.grants.recall.mutate({
              grantId: props.emergency.id,
              expectedVersion: props.emergency.version,
              reason,
              submissionId,
            })
          }
          done={() => t('ended')}
          close={() => setEnding(false)}
        />
      </Show>
    </>
  )
}

function Post(props: { officer: Emergency['officer'] }) {
  return (
    <span class="flex flex-wrap items-center gap-x-2">
      <AgencyName agency={props.officer.agency} />
      <span class="text-muted">{locale() === 'zh' ? props.officer.postZh : props.officer.postEn}</span>
    </span>
  )
}

function Written(props: { review: Emergency['reviews'][number] }) {
  const due = () => formatDateTime(props.review.dueAt)
  const isLate = () => new Date(props.review.dueAt).getTime() < Date.now()
  return (
    <Panel title={t(`side.${props.review.side}`)} note={<AgencyName agency={props.review.agency} />}>
      <Show
        when={props.review.outcome}
        fallback={
          <p class={isLate() ? 'text-danger' : 'text-muted'}>
            {isLate() ? t('overdue', { at: due() }) : t('awaited', { at: due() })}
          </p>
        }
      >
        {(outcome) => (
          <div class="flex flex-col gap-2">
            <p class="flex flex-wrap items-center gap-2">
              <Badge tone={outcome() === 'justified' ? 'ok' : 'danger'}>{t(`outcome.${outcome()}`)}</Badge>
              <Show when={props.review.reviewedBy}>
                {(officer) => (
                  <span class="text-muted text-sm">{locale() === 'zh' ? officer().postZh : officer().postEn}</span>
                )}
              </Show>
              <Show when={props.review.reviewedAt}>
                {(at) => <span class="text-muted text-sm">{formatDateTime(at())}</span>}
              </Show>
            </p>
            <p class="whitespace-pre-wrap">{props.review.note}</p>
          </div>
        )}
      </Show>
    </Panel>
  )
}

type Outcome = NonNullable<Emergency['reviews'][number]['outcome']>

function ReviewPanel(props: { emergency: Emergency }) {
  const queries = useQueryClient()
  const [outcome, setOutcome] = createSignal<Outcome | ''>('')
  const [note, setNote] = createSignal('')
  const reviewing = createDeed({
    send: (given: { outcome: Outcome; note: string }, submissionId) =>
      api.emergencies.review.mutate({ ...given, emergencyId: props.emergency.id, submissionId }),
    done() {
      showToast({ title: t('reviewed'), tone: 'ok', closeLabel: shell('close') })
      void queries.invalidateQueries()
    },
  })
  const submit = () => {
    const chosen = outcome()
    if (chosen) void reviewing.run({ outcome: chosen, note: note().trim() })
  }
  return (
    <Panel title={t('writeReview')}>
      <div class="flex flex-col gap-3">
        <RadioCards
          label={t('outcome')}
          options={(['justified', 'not_justified'] as const).map((value) => ({ value, label: t(`outcome.${value}`) }))}
          value={outcome()}
          onChange={(value) => setOutcome(value as Outcome)}
        />
        <TextArea
          label={t('note')}
          hint={t('noteHint')}
          required
          rows={3}
          maxLength={1000}
          value={note()}
          onChange={setNote}
        />
        <RefusalNotice error={reviewing.error()} reload={() => void queries.invalidateQueries()} />
        <div>
          <Button
            variant="primary"
            busy={reviewing.busy()}
            disabled={outcome() === '' || note().trim() === ''}
            onClick={submit}
          >
            {t('submit')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
