import { Badge, Button, Panel, Timeline } from '@lianban/ui'
import { For, Show } from 'solid-js'
import type { OfferedMove, ProcedureTrack } from '../app/api-types.ts'
import { officerLine } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { t as ofHandoffs } from '../handoffs/strings.ts'
import { t } from './texts.ts'

/** One track of the case: where it stands, the moves that the table has now, and how it came there. */
export function TrackPanel(props: {
  track: ProcedureTrack
  choose: (move: OfferedMove) => void
  prepare?: () => void
}) {
  return (
    <Panel title={said(props.track.words)} actions={<Badge tone="accent">{said(props.track.standingWords)}</Badge>}>
      <div class="flex flex-col gap-4">
        <section aria-label={t('next')}>
          <h3 class="mb-1.5 text-muted text-sm">{t('next')}</h3>
          <Show when={props.prepare}>
            <Button variant="primary" size="sm" onClick={() => props.prepare?.()}>
              {ofHandoffs('prepare.opinion')}
            </Button>
          </Show>
          <Show
            when={props.track.moves.length > 0}
            fallback={
              <Show when={!props.prepare}>
                <p class="text-muted text-sm">{t('nothingOpen')}</p>
              </Show>
            }
          >
            <ul class="flex flex-col gap-2">
              <For each={props.track.moves}>{(move) => <Offered move={move} choose={() => props.choose(move)} />}</For>
            </ul>
          </Show>
          <Show when={props.track.track === 'transfer'}>
            <p class="mt-2 text-muted text-sm">{t('byHandoff')}</p>
          </Show>
          <Show when={props.track.track === 'reverse'}>
            <p class="mt-2 text-muted text-sm">{t('byOpinion')}</p>
          </Show>
        </section>
        <Show when={props.track.handoffs.length > 0}>
          <section aria-label={t('linked')}>
            <h3 class="mb-1.5 text-muted text-sm">{t('linked')}</h3>
            <ul class="flex flex-col gap-1">
              <For each={props.track.handoffs}>
                {(handoff) => (
                  <li class="flex flex-wrap items-center gap-2">
                    <a class="text-accent-text hover:underline" href={`/handoffs/${handoff.id}`}>
                      {handoff.number}
                    </a>
                    <Badge>{said(handoff.standingWords)}</Badge>
                  </li>
                )}
              </For>
            </ul>
          </section>
        </Show>
        <Show
          when={props.track.steps.length > 0}
          fallback={
            <Show when={props.track.track === 'administrative'}>
              <p class="text-muted text-sm">{t('startedIn', { standing: said(props.track.standingWords) })}</p>
            </Show>
          }
        >
          <section aria-label={t('taken')}>
            <h3 class="mb-1.5 text-muted text-sm">{t('taken')}</h3>
            <Timeline label={t('taken')} items={props.track.steps.map(drawn)} />
          </section>
        </Show>
      </div>
    </Panel>
  )
}

function Offered(props: { move: OfferedMove; choose: () => void }) {
  return (
    <li class="flex items-center justify-between gap-3 rounded-md border border-line px-3 py-2">
      <span class="min-w-0">
        <span class="block font-medium">{said(props.move.words)}</span>
        <span class="block text-muted text-xs">{props.move.basis.map(said).join('、')}</span>
        <Show when={props.move.barred}>
          {(because) => (
            <span class="mt-1 block text-danger text-sm">
              {t('barred')}：{said(because())}
            </span>
          )}
        </Show>
      </span>
      <Button size="sm" disabled={props.move.barred !== null} onClick={() => props.choose()}>
        {t('open')}
      </Button>
    </li>
  )
}

const drawn = (step: ProcedureTrack['steps'][number]) => ({
  key: `${step.version}`,
  at: formatDateTime(step.happenedAt),
  title: said(step.words),
  tone: 'ok' as const,
  body: (
    <>
      <p class="text-ink">{officerLine(step.officer)}</p>
      <For each={step.papers}>
        {(paper) => (
          <p class="text-sm">
            {said(paper.words)} {paper.number}
          </p>
        )}
      </For>
      <Show when={step.note}>
        <p class="text-sm">“{step.note}”</p>
      </Show>
    </>
  ),
})
