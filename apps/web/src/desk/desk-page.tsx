import { ButtonLink, EmptyState, PageHeader, Panel } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import Plus from 'lucide-solid/icons/plus'
import ShieldCheck from 'lucide-solid/icons/shield-check'
import { For, type JSX, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { Desk } from '../app/api-types.ts'
import { agencyName } from '../app/domain-badges.tsx'
import { mayOpenCases, mayRecordClues, worksOnCases } from '../app/duties.ts'
import { formatDate, formatPartialDate } from '../app/format.ts'
import { Loaded } from '../app/loaded.tsx'
import { createPageTitle } from '../app/page-title.ts'
import { live } from '../app/query-client.ts'
import { CaseLine, ClueLine } from '../app/record-lines.tsx'
import { useSession } from '../app/session.tsx'
import { Counts } from './counts.tsx'
import { TaskPanel } from './task-panel.tsx'
import { t } from './texts.ts'

/** What waits for this officer, and what was worked on last. */
export function DeskPage() {
  const session = useSession()
  const desk = useQuery(() => ({
    queryKey: ['desk'],
    queryFn: () => api.desk.mine.query({}),
    ...live,
  }))
  createPageTitle(() => t('title'))
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('today', {
          date: formatPartialDate(formatDate(new Date().toISOString())),
          agency: agencyName(session().officer.agency),
        })}
        actions={
          <>
            <Show when={mayOpenCases(session())}>
              <ButtonLink href="/cases/new">{t('open')}</ButtonLink>
            </Show>
            <Show when={mayRecordClues(session())}>
              <ButtonLink href="/clues/new" variant="primary" icon={<Plus size={16} aria-hidden="true" />}>
                {t('record')}
              </ButtonLink>
            </Show>
          </>
        }
      />
      <Show
        when={worksOnCases(session())}
        fallback={
          <Loaded query={desk} rows={6}>
            {(found) => (
              <div class="flex flex-col gap-4">
                <TaskPanel tasks={found().tasks} />
                <Panel>
                  <EmptyState
                    icon={<ShieldCheck size={20} />}
                    title={t('keptApart')}
                    description={t('keptApartNext')}
                  />
                </Panel>
              </div>
            )}
          </Loaded>
        }
      >
        <Loaded query={desk} rows={10}>
          {(found) => <DeskPanels desk={found()} />}
        </Loaded>
      </Show>
    </>
  )
}

function DeskPanels(props: { desk: Desk }) {
  return (
    <div class="flex flex-col gap-4">
      <Counts counts={props.desk.counts} />
      <TaskPanel tasks={props.desk.tasks} />
      <div class="grid grid-cols-2 items-start gap-4 max-[1100px]:grid-cols-1">
        <Lines
          title={t('recentCases')}
          rows={props.desk.recentCases}
          empty={t('casesEmpty')}
          next={t('casesNext')}
          allHref="/cases"
        >
          {(each) => <CaseLine case={each} />}
        </Lines>
        <Lines
          title={t('recentClues')}
          rows={props.desk.recentClues}
          empty={t('cluesEmpty')}
          next={t('cluesNext')}
          allHref="/clues"
        >
          {(clue) => <ClueLine clue={clue} />}
        </Lines>
      </div>
    </div>
  )
}

function Lines<Row>(props: {
  title: string
  rows: readonly Row[]
  empty: string
  next: string
  allHref: string
  children: (row: Row) => JSX.Element
}) {
  return (
    <Panel
      flush
      title={props.title}
      note={props.rows.length || undefined}
      actions={
        <ButtonLink href={props.allHref} variant="quiet" size="sm" class="-mr-2">
          {t('all')}
        </ButtonLink>
      }
    >
      <Show
        when={props.rows.length}
        fallback={
          <p class="px-4 py-3 text-sm">
            {props.empty}
            <span class="mt-0.5 block text-muted">{props.next}</span>
          </p>
        }
      >
        <ul>
          <For each={props.rows}>{(row) => props.children(row)}</For>
        </ul>
      </Show>
    </Panel>
  )
}
