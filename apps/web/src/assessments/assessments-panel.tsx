import { Badge, Button, Panel } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { createSignal, For, lazy, Show, Suspense } from 'solid-js'
import { api } from '../app/api.ts'
import type { Assessment } from '../app/api-types.ts'
import { AgencyName, postName } from '../app/domain-badges.tsx'
import { word } from '../app/enums.ts'
import { formatDateTime } from '../app/format.ts'
import { Loaded } from '../app/loaded.tsx'
import { useSession } from '../app/session.tsx'
import { t } from './texts.ts'
import { VerdictBadge } from './verdict-badge.tsx'

const AssessDialog = lazy(async () => ({ default: (await import('./assess-dialog.tsx')).AssessDialog }))

/** What each agency makes of a clue: its latest word, and what it thought before. */
export function AssessmentsPanel(props: { clueId: string }) {
  const session = useSession()
  const [assessing, setAssessing] = createSignal(false)
  const query = useQuery(() => ({
    queryKey: ['clues', 'assessments', props.clueId],
    queryFn: () => api.assessments.ofClue.query({ clueId: props.clueId }),
  }))
  const isAgain = () => query.data?.agencies.some(({ agency }) => agency.id === session().officer.agency.id)
  return (
    <Panel
      flush
      title={t('title')}
      note={query.data?.agencies.length || undefined}
      actions={
        <Show when={query.data?.can.assess}>
          <Button size="sm" onClick={() => setAssessing(true)}>
            {t(isAgain() ? 'again' : 'assess')}
          </Button>
        </Show>
      }
    >
      <Loaded query={query} rows={2} compact>
        {(found) => (
          <ul>
            <For each={found().agencies} fallback={<li class="p-4 text-muted text-sm">{t('empty')}</li>}>
              {(one) => (
                <li class="border-line border-b px-4 py-3 last:border-b-0">
                  <div class="mb-1 flex flex-wrap items-center gap-x-2 gap-y-1">
                    <span class="font-medium">
                      <AgencyName agency={one.agency} />
                    </span>
                    <Show when={one.isOwner}>
                      <Badge outlined>{t('owner')}</Badge>
                    </Show>
                  </div>
                  <Opinion opinion={one.latest} />
                  <Show when={one.earlier.length}>
                    <details class="group mt-2">
                      <summary class="flex list-none items-center gap-1 text-muted text-sm hover:text-accent-text">
                        <ChevronRight size={14} class="group-open:rotate-90" aria-hidden="true" />
                        {t('earlier', { n: one.earlier.length })}
                      </summary>
                      <ol class="mt-2 ml-1.5 flex flex-col gap-3 border-line border-l pl-3">
                        <For each={one.earlier}>
                          {(earlier) => (
                            <li>
                              <Opinion opinion={earlier} />
                            </li>
                          )}
                        </For>
                      </ol>
                    </details>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        )}
      </Loaded>
      <Show when={assessing()}>
        <Suspense>
          <AssessDialog clueId={props.clueId} close={() => setAssessing(false)} />
        </Suspense>
      </Show>
    </Panel>
  )
}

function Opinion(props: { opinion: Assessment }) {
  return (
    <>
      <div class="flex flex-wrap items-center gap-x-2 gap-y-1">
        <VerdictBadge verdict={props.opinion.verdict} />
        <span
          class="text-sm"
          title={`${word('reliability', props.opinion.reliability)} · ${word('credibility', props.opinion.credibility)}`}
        >
          {t('grade', { reliability: props.opinion.reliability, credibility: props.opinion.credibility })}
        </span>
        <Show when={props.opinion.predatesCorrection}>
          <Badge tone="warn">{t('before')}</Badge>
        </Show>
      </div>
      <p class="mt-1 max-w-[52rem] whitespace-pre-wrap">
        <Show when={props.opinion.note !== null} fallback={<span class="text-faint text-sm">{t('noteClosed')}</span>}>
          {props.opinion.note}
        </Show>
      </p>
      <p class="mt-0.5 text-muted text-sm">
        {t('by', { post: postName(props.opinion.officer), at: formatDateTime(props.opinion.assessedAt) })}
      </p>
    </>
  )
}
