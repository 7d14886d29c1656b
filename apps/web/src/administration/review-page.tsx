import { Badge, Button, type Column, PageHeader, SelectField } from '@lianban/ui'
import ShieldCheck from 'lucide-solid/icons/shield-check'
import { createSignal, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { GrantToReview } from '../app/api-types.ts'
import { AgencyName, LevelBadge, postName } from '../app/domain-badges.tsx'
import { formatDate } from '../app/format.ts'
import { createPageTitle } from '../app/page-title.ts'
import { createPagedQuery } from '../app/paged-query.ts'
import { PagedTable } from '../app/paged-table.tsx'
import { ReviewDialog } from './review-dialog.tsx'
import { t } from './strings.ts'

const idleChoices = ['30', '90', '180']

/** The live grants of the officer's agency: due for review, idle, or to somebody who no longer serves. */
export function ReviewPage() {
  const [idle, setIdle] = createSignal('90')
  const [only, setOnly] = createSignal('concern')
  const [chosen, choose] = createSignal<{ grant: GrantToReview; deed: 'confirm' | 'recall' }>()
  const grants = createPagedQuery(() => ({
    queryKey: ['grants', 'toReview', idle(), only()],
    read: (cursor) => api.grants.toReview.query({ idleDays: Number(idle()), concern: only() === 'concern', cursor }),
  }))
  const first = () => grants.data?.pages[0]
  createPageTitle(() => t('review'))
  return (
    <>
      <PageHeader title={t('review')} description={t('review.lead', { days: first()?.reviewDays ?? 180 })} />
      <div class="mb-3 flex flex-wrap items-end gap-3">
        <SelectField
          class="w-52 narrow:w-full"
          label={t('review.show')}
          value={only()}
          onChange={setOnly}
          options={[
            { value: 'concern', label: t('review.concern') },
            { value: 'all', label: t('review.all') },
          ]}
        />
        <SelectField
          class="w-52 narrow:w-full"
          label={t('review.idle')}
          value={idle()}
          onChange={setIdle}
          options={idleChoices.map((days) => ({ value: days, label: t('review.idleDays', { days }) }))}
        />
      </div>
      <PagedTable
        query={grants}
        title={t('review.grants')}
        note={first()?.total.toString()}
        empty={{ icon: <ShieldCheck size={20} />, title: t('review.empty'), description: t('review.emptyNext') }}
        caption={t('review.grants')}
        rowKey={(grant) => grant.id}
        columns={columns(first()?.idleDays ?? Number(idle()), (grant, deed) => choose({ grant, deed }))}
      />
      <Show when={chosen()} keyed>
        {({ grant, deed }) => <ReviewDialog grant={grant} deed={deed} close={() => choose(undefined)} />}
      </Show>
    </>
  )
}

const columns = (
  idleDays: number,
  onChoose: (grant: GrantToReview, deed: 'confirm' | 'recall') => void,
): Column<GrantToReview>[] => [
  {
    key: 'record',
    header: t('review.record'),
    primary: true,
    cell: (grant) => (
      <>
        <a
          class="block hover:text-accent-text"
          href={`/${grant.record.kind === 'Case' ? 'cases' : 'clues'}/${grant.record.id}`}
        >
          {grant.record.name}
        </a>
        <span class="block font-normal text-faint text-xs">{grant.record.number}</span>
      </>
    ),
  },
  {
    key: 'grantee',
    header: t('review.grantee'),
    cell: (grant) => (
      <span>
        <AgencyName agency={grant.grantee} />
        <Show when={grant.granteeOfficer}>
          {(officer) => <span class="block text-muted text-xs">{postName(officer())}</span>}
        </Show>
      </span>
    ),
  },
  { key: 'level', header: t('review.level'), cell: (grant) => <LevelBadge level={grant.level} /> },
  {
    key: 'opened',
    header: t('review.opened'),
    cell: (grant) => (grant.lastOpenedAt ? formatDate(grant.lastOpenedAt) : t('review.neverOpened')),
  },
  {
    key: 'due',
    header: t('review.due'),
    cell: (grant) => (
      <span class="inline-flex flex-wrap items-center gap-1.5">
        {formatDate(grant.dueAt)}
        {grant.concerns.map((concern) => (
          <Badge tone={concern === 'overdue' || concern === 'grantee-suspended' ? 'danger' : 'warn'}>
            {t(`concern.${concern}`, { days: idleDays })}
          </Badge>
        ))}
      </span>
    ),
  },
  {
    key: 'actions',
    header: t('actions'),
    align: 'end',
    cell: (grant) => (
      <span class="inline-flex flex-wrap justify-end gap-1.5">
        <Button size="sm" onClick={() => onChoose(grant, 'confirm')}>
          {t('review.keep')}
        </Button>
        <Show when={grant.canRecall}>
          <Button size="sm" onClick={() => onChoose(grant, 'recall')}>
            {t('review.recall')}
          </Button>
        </Show>
      </span>
    ),
  },
]
