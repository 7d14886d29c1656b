import { createUniqueId, type JSX, Show } from 'solid-js'

export type PanelProps = {
  title?: string | undefined
  /** A number or a short remark beside the title. */
  note?: JSX.Element
  actions?: JSX.Element
  /** Without inner spacing, for a table that brings its own. */
  flush?: boolean | undefined
  class?: string | undefined
  children: JSX.Element
}

/** One subject on the page, inside a hairline. */
export function Panel(props: PanelProps) {
  const id = createUniqueId()
  return (
    <section
      aria-labelledby={props.title ? id : undefined}
      class={`min-w-0 overflow-clip rounded-lg border border-line bg-surface ${props.class ?? ''}`}
    >
      <Show when={props.title}>
        <header class="flex min-h-11 flex-wrap items-center gap-x-2 gap-y-0.5 border-line border-b px-4 py-1.5">
          <h2 id={id} class="font-semibold text-base">
            {props.title}
          </h2>
          <Show when={props.note !== undefined}>
            <span class="text-muted text-sm">{props.note}</span>
          </Show>
          <Show when={props.actions}>
            <div class="ml-auto flex items-center gap-2">{props.actions}</div>
          </Show>
        </header>
      </Show>
      <div class={props.flush ? '' : 'p-4'}>{props.children}</div>
    </section>
  )
}

/** A quiet box inside a panel. */
export function Card(props: { class?: string | undefined; children: JSX.Element }) {
  return <div class={`rounded-md border border-line bg-surface p-3 ${props.class ?? ''}`}>{props.children}</div>
}
