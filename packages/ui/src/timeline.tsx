import { For, type JSX, Show } from 'solid-js'
import { type Tone, toneText } from './tone.ts'

export type TimelineItem = {
  readonly key: string
  readonly at: JSX.Element
  readonly title: JSX.Element
  readonly body?: JSX.Element
  readonly tone?: Tone | undefined
  readonly icon?: JSX.Element
}

/** What happened, in order. */
export function Timeline(props: { items: readonly TimelineItem[]; label: string }) {
  return (
    <ol aria-label={props.label} class="flex flex-col">
      <For each={props.items}>
        {(item, i) => (
          <li class="relative flex gap-3 pb-4 last:pb-0">
            <Show when={i() < props.items.length - 1}>
              <span class="absolute top-5 bottom-0 left-[7px] w-px bg-line" aria-hidden="true" />
            </Show>
            <span
              class={`mt-1 flex size-4 shrink-0 items-center justify-center ${toneText[item.tone ?? 'accent']}`}
              aria-hidden="true"
            >
              {item.icon ?? <span class="size-2 rounded-full bg-current" />}
            </span>
            <div class="min-w-0 flex-1">
              <div class="flex flex-wrap items-baseline gap-x-3">
                <span class="min-w-0 font-medium">{item.title}</span>
                <span class="text-faint text-xs">{item.at}</span>
              </div>
              <Show when={item.body}>
                <div class="mt-0.5 text-muted text-sm">{item.body}</div>
              </Show>
            </div>
          </li>
        )}
      </For>
    </ol>
  )
}
