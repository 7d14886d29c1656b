import { Tabs } from '@lianban/ui'
import type { Editor } from '@tiptap/core'
import X from 'lucide-solid/icons/x'
import { createEffect, createSignal, Match, on, Switch } from 'solid-js'
import type { Annotations } from './annotations.ts'
import { t } from './strings.ts'
import { SuggestionList } from './suggestion-list.tsx'
import { ThreadList } from './thread-list.tsx'

/** Comments and suggestions beside the text; on a narrow screen a sheet over its lower part. */
export function AnnotationsPanel(props: {
  sectionId: string
  editor: Editor
  annotations: Annotations
  mayComment: boolean
  mayWrite: boolean
  /** The thread or suggestion to show. */
  wanted: string | undefined
  suggest: (() => void) | undefined
  close: () => void
}) {
  let panel: HTMLElement | undefined
  const [tab, setTab] = createSignal('comments')
  const open = () => props.annotations.suggestions().filter(({ state }) => state === 'open').length
  const isSuggestion = (id: string) => props.annotations.suggestions().some((one) => one.id === id)
  createEffect(
    on(
      () => props.wanted,
      (wanted) => {
        if (!wanted) return
        setTab(isSuggestion(wanted) ? 'suggestions' : 'comments')
        queueMicrotask(() =>
          panel
            ?.querySelector(`[data-suggestion="${wanted}"], [data-thread="${wanted}"]`)
            ?.scrollIntoView({ block: 'nearest' }),
        )
      },
    ),
  )
  const waiting = () => props.annotations.threads().filter(({ resolved }) => !resolved).length
  return (
    <aside
      ref={panel}
      aria-label={t('panel')}
      class="sticky top-24 flex max-h-[calc(100vh-7rem)] w-80 shrink-0 flex-col self-start border-line border-l bg-sunken max-[1200px]:fixed max-[1200px]:inset-x-0 max-[1200px]:top-auto max-[1200px]:bottom-0 max-[1200px]:z-40 max-[1200px]:max-h-[70vh] max-[1200px]:w-auto max-[1200px]:rounded-t-lg max-[1200px]:border-t max-[1200px]:border-l-0 max-[1200px]:shadow-lg"
    >
      <div class="min-h-0 flex-1 overflow-y-auto px-3 pt-1 pb-4">
        <div class="sticky top-0 z-10 -mx-3 flex items-center justify-end bg-sunken px-3">
          <button
            type="button"
            class="inline-flex size-8 items-center justify-center rounded-md text-muted hover:bg-surface hover:text-ink narrow:size-10"
            aria-label={t('close')}
            title={t('close')}
            onClick={() => props.close()}
          >
            <X size={16} aria-hidden="true" />
          </button>
        </div>
        <Tabs
          label={t('panel')}
          items={[
            { value: 'comments', label: t('comments'), count: waiting() || undefined },
            { value: 'suggestions', label: t('suggestions'), count: open() || undefined },
          ]}
          value={tab()}
          onChange={setTab}
        >
          {() => (
            <div class="pt-3">
              <Switch>
                <Match when={tab() === 'comments'}>
                  <ThreadList
                    sectionId={props.sectionId}
                    editor={props.editor}
                    threads={props.annotations.threads()}
                    mayComment={props.mayComment}
                    wanted={props.wanted}
                    refresh={props.annotations.refresh}
                  />
                </Match>
                <Match when={tab() === 'suggestions'}>
                  <SuggestionList
                    sectionId={props.sectionId}
                    editor={props.editor}
                    suggestions={props.annotations.suggestions()}
                    suggest={props.suggest}
                    wanted={props.wanted}
                    mayDecide={props.mayWrite}
                    refresh={props.annotations.refresh}
                  />
                </Match>
              </Switch>
            </div>
          )}
        </Tabs>
      </div>
    </aside>
  )
}
