import { EmptyState, Notice } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { Case, OfferedMove, ProcedureTrack } from '../app/api-types.ts'
import { Loaded } from '../app/loaded.tsx'
import { MatterClocks } from '../clocks/matter-clocks.tsx'
import { ClosingPanel } from '../closing/closing-panel.tsx'
import { OtherStep } from './other-step.tsx'
import { StepDialog } from './step-dialog.tsx'
import { t } from './texts.ts'
import { TrackPanel } from './track-panel.tsx'

const order: readonly ProcedureTrack['track'][] = ['administrative', 'transfer', 'reverse', 'supervision', 'opinion']
const inReadingOrder = (tracks: readonly ProcedureTrack[]) =>
  tracks.toSorted((a, b) => order.indexOf(a.track) - order.indexOf(b.track))

/** The tracks of a case side by side: where it stands on each, what was done, and what may be done now. */
export function CaseProcedure(props: { record: Case; prepare: () => void }) {
  const found = useQuery(() => ({
    queryKey: ['cases', props.record.id, 'steps'],
    queryFn: () => api.cases.steps.query({ caseId: props.record.id }),
  }))
  const [chosen, choose] = createSignal<{ track: ProcedureTrack; move: OfferedMove }>()
  return (
    <Loaded query={found}>
      {(data) => (
        <Show when={data().tracks} fallback={<EmptyState title={t('withheld')} description={t('withheldHint')} />}>
          {(tracks) => (
            <div class="flex flex-col gap-4">
              <Notice tone="info">{t('hint')}</Notice>
              <Show
                when={tracks().length > 0}
                fallback={<EmptyState compact title={t('none')} description={t('noneHint')} />}
              >
                <div class="grid grid-cols-2 items-start gap-4 narrow:grid-cols-1">
                  <For each={inReadingOrder(tracks())}>
                    {(track) => (
                      <TrackPanel
                        track={track}
                        choose={(move) => choose({ track, move })}
                        {...(track.track === 'reverse' &&
                          props.record.can.giveOpinion && { prepare: () => props.prepare() })}
                      />
                    )}
                  </For>
                </div>
              </Show>
              <Show when={data().byHand.length > 0}>
                <OtherStep caseId={props.record.id} steps={data().byHand} />
              </Show>
              <MatterClocks id={props.record.id} />
              <ClosingPanel caseId={props.record.id} />
              <Show when={chosen()} keyed>
                {({ track, move }) => (
                  <StepDialog caseId={props.record.id} track={track} move={move} close={() => choose(undefined)} />
                )}
              </Show>
            </div>
          )}
        </Show>
      )}
    </Loaded>
  )
}
