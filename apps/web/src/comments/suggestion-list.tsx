import { Button, EmptyState } from '@lianban/ui'
import type { Editor } from '@tiptap/core'
import { createSignal, For, onCleanup, Show } from 'solid-js'
import type { SectionSuggestion } from '../app/api-types.ts'
import { t as ofDraft } from '../suggesting/strings.ts'
import { t } from './strings.ts'
import { SuggestionCard } from './suggestion-card.tsx'

/** What was proposed for a section, what waits first, and a way to propose for whoever may. */
export function SuggestionList(props: {
  sectionId: string
  editor: Editor
  suggestions: readonly SectionSuggestion[]
  /** Opens a draft to change in place, for whoever may propose. */
  suggest: (() => void) | undefined
  wanted: string | undefined
  /** Whether the editor takes edits of this officer at this moment. */
  mayDecide: boolean
  refresh: () => void
}) {
  const [tick, setTick] = createSignal(0)
  const look = () => setTick(tick() + 1)
  props.editor.on('update', look)
  onCleanup(() => props.editor.off('update', look))
  const inOrder = () => props.suggestions.toSorted((a, b) => Number(b.state === 'open') - Number(a.state === 'open'))
  return (
    <div class="flex flex-col gap-3">
      <Show when={props.suggest}>
        {(suggest) => (
          <div class="flex flex-col items-start gap-2 rounded-md border border-line bg-surface p-3">
            <p class="text-muted text-sm">{ofDraft('modeHint')}</p>
            <Button size="sm" variant="primary" onClick={() => suggest()()}>
              {ofDraft('open')}
            </Button>
          </div>
        )}
      </Show>
      <Show when={props.suggestions.length} fallback={<EmptyState compact title={t('suggestNone')} />}>
        <ul class="flex flex-col gap-2">
          <For each={inOrder()}>
            {(suggestion) => (
              <SuggestionCard
                sectionId={props.sectionId}
                suggestion={suggestion}
                isWanted={suggestion.id === props.wanted}
                editor={props.editor}
                tick={tick()}
                mayDecide={props.mayDecide}
                refresh={props.refresh}
              />
            )}
          </For>
        </ul>
      </Show>
    </div>
  )
}
