import { For, type JSX, Show } from 'solid-js'

export type Description = {
  readonly term: string
  readonly value: JSX.Element
  readonly hint?: string | undefined
  /** Takes a whole row. */
  readonly wide?: boolean | undefined
}

export type DescriptionListProps = {
  items: readonly Description[]
  columns?: 1 | 2 | 3 | undefined
}

const columnClass = { 1: 'grid-cols-1', 2: 'grid-cols-2', 3: 'grid-cols-3 narrow:grid-cols-2' } as const

/** Facts of one record, each under its name. */
export function DescriptionList(props: DescriptionListProps) {
  return (
    <dl class={`grid gap-x-6 gap-y-3 ${columnClass[props.columns ?? 2]}`}>
      <For each={props.items}>
        {(item) => (
          <div class={`min-w-0 ${item.wide ? 'col-span-full' : ''}`}>
            <dt class="text-muted text-xs">{item.term}</dt>
            <dd class="mt-0.5 min-w-0 break-words">{item.value}</dd>
            <Show when={item.hint}>
              <dd class="text-faint text-xs">{item.hint}</dd>
            </Show>
          </div>
        )}
      </For>
    </dl>
  )
}
