import {
  Button,
  ButtonLink,
  type Column,
  EmptyState,
  PageHeader,
  Panel,
  SelectField,
  Table,
  TextField,
} from '@lianban/ui'
import { useSearchParams } from '@solidjs/router'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/solid-query'
import Plus from 'lucide-solid/icons/plus'
import Search from 'lucide-solid/icons/search'
import { For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { ClueRow, ListedClue } from '../app/api-types.ts'
import { AgencyName, HandlingCodeBadge, LabelBadge } from '../app/domain-badges.tsx'
import { mayRecordClues } from '../app/duties.ts'
import { choices, word } from '../app/enums.ts'
import { formatDateTime } from '../app/format.ts'
import { t as shell } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { createPageTitle } from '../app/page-title.ts'
import { regionName } from '../app/regions.ts'
import { useSession } from '../app/session.tsx'
import { createTypedWords } from '../app/typed-words.ts'
import { VerdictBadge } from '../assessments/verdict-badge.tsx'
import { t } from './texts.ts'
import { wantedVerdict } from './wanted-verdict.ts'

/** The clues the officer may know of, newest first. */
export function ClueListPage() {
  const session = useSession()
  const [search, setSearch] = useSearchParams<{ q?: string; verdict?: string }>()
  const typed = createTypedWords({ initial: search.q ?? '', onRest: (q) => setSearch({ q }, { replace: true }) })
  const verdict = () => wantedVerdict(search.verdict)
  const clues = useInfiniteQuery(() => ({
    queryKey: ['clues', 'list', search.q ?? '', verdict() ?? ''],
    queryFn: ({ pageParam }) => api.clues.list.query({ q: search.q, verdict: verdict(), cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  }))
  createPageTitle(() => t('title'))
  /** None when there are too many to count. */
  const total = () => (clues.isSuccess ? clues.data?.pages[0]?.total : undefined)
  const counted = (all: number | null | undefined) => {
    if (all === undefined) return undefined
    return all === null ? t('countMany') : t('count', { total: all })
  }
  const loaded = (shown: number, all: number | null | undefined) =>
    all == null ? shell('loadedMany', { shown }) : shell('loadedOf', { shown, total: all })
  return (
    <>
      <PageHeader
        title={t('title')}
        description={counted(total())}
        actions={
          <Show when={mayRecordClues(session())}>
            <ButtonLink href="/clues/new" variant="primary" icon={<Plus size={16} aria-hidden="true" />}>
              {t('record')}
            </ButtonLink>
          </Show>
        }
      />
      <Panel flush>
        <div class="flex flex-wrap gap-2 border-line border-b px-4 py-2.5">
          <TextField
            class="w-80 max-w-full narrow:w-full"
            label={t('find')}
            hideLabel
            type="search"
            placeholder={t('findPlaceholder')}
            maxLength={100}
            value={typed.words()}
            onChange={typed.type}
          />
          <SelectField
            class="w-44 narrow:w-full"
            label={t('verdict')}
            hideLabel
            options={[{ value: 'any', label: t('verdictAny') }, ...choices('wantedVerdict')]}
            value={verdict() ?? 'any'}
            onChange={(value) => setSearch({ verdict: value === 'any' ? undefined : value }, { replace: true })}
          />
        </div>
        <Loaded query={clues} rows={8}>
          {(found) => {
            const rows = () => found().pages.flatMap((page) => page.items)
            return (
              <Show when={rows().length} fallback={<NoClues q={search.q} narrowed={verdict() !== undefined} />}>
                <Table
                  caption={t('title')}
                  columns={columns()}
                  rows={rows()}
                  rowKey={(clue) => clue.id}
                  rowHref={(clue) => `/clues/${clue.id}`}
                />
                <Show when={clues.hasNextPage}>
                  <div class="flex items-center justify-center gap-3 border-line border-t p-3">
                    <span class="text-muted text-sm">{loaded(rows().length, total())}</span>
                    <Button size="sm" busy={clues.isFetchingNextPage} onClick={() => clues.fetchNextPage()}>
                      {shell('loadMore')}
                    </Button>
                  </div>
                </Show>
              </Show>
            )
          }}
        </Loaded>
      </Panel>
    </>
  )
}

function NoClues(props: { q: string | undefined; narrowed: boolean }) {
  return (
    <Show
      when={!props.narrowed}
      fallback={
        <EmptyState icon={<Search size={20} />} title={t('noneOfVerdict')} description={t('noneOfVerdictNext')} />
      }
    >
      <Show when={props.q} fallback={<EmptyState title={t('empty')} description={t('emptyNext')} />}>
        {(q) => <EmptyState icon={<Search size={20} />} title={t('none', { q: q() })} description={t('noneNext')} />}
      </Show>
    </Show>
  )
}

function TitleAndNumber(props: { clue: ClueRow }) {
  return (
    <>
      <span class="block">{props.clue.title}</span>
      <span class="block font-normal text-muted text-sm">{props.clue.number}</span>
    </>
  )
}

const columns = (): Column<ListedClue>[] => [
  { key: 'title', header: t('fieldTitle'), primary: true, cell: (clue) => <TitleAndNumber clue={clue} /> },
  {
    key: 'label',
    header: t('label'),
    cell: (clue) => (
      <span class="flex flex-wrap gap-1">
        <LabelBadge label={clue.label} />
        <HandlingCodeBadge code={clue.handlingCode} />
      </span>
    ),
  },
  {
    key: 'source',
    header: t('from'),
    cell: (clue) => <span class="whitespace-nowrap">{word('clueSource', clue.source)}</span>,
  },
  {
    key: 'region',
    header: t('region'),
    cell: (clue) => <span class="whitespace-nowrap">{regionName(clue.region)}</span>,
  },
  { key: 'agency', header: t('agency'), cell: (clue) => <AgencyName agency={clue.ownerAgency} /> },
  {
    key: 'state',
    header: t('state'),
    cell: (clue) => <span class="whitespace-nowrap">{word('clueState', clue.state)}</span>,
  },
  {
    key: 'verdicts',
    header: t('verdict'),
    cell: (clue) => (
      <span class="flex flex-wrap gap-1">
        <For each={[...new Set(clue.verdicts)]}>{(verdict) => <VerdictBadge verdict={verdict} />}</For>
      </span>
    ),
  },
  {
    key: 'recordedAt',
    header: t('recordedAt'),
    align: 'end',
    cell: (clue) => <span class="whitespace-nowrap text-muted">{formatDateTime(clue.recordedAt)}</span>,
  },
]
