import { Tabs as Root } from '@kobalte/core/tabs'
import { For, type JSX, Show } from 'solid-js'

export type TabItem = {
  readonly value: string
  readonly label: string
  readonly count?: number | undefined
}

export type TabsProps = {
  /** Names the row of tabs for a screen reader. */
  label: string
  items: readonly TabItem[]
  value: string
  onChange: (value: string) => void
  /** Draws the chosen tab only. */
  children: (value: string) => JSX.Element
}

/** Several views of one thing, one at a time. The caller keeps the choice, usually in the address. */
export function Tabs(props: TabsProps) {
  // Walked by value, so that a new list of the same tabs leaves their panels standing.
  const values = () => props.items.map((item) => item.value)
  const item = (value: string) => props.items.find((each) => each.value === value)
  return (
    <Root value={props.value} onChange={props.onChange} activationMode="manual">
      <Root.List
        aria-label={props.label}
        class="flex gap-5 overflow-x-auto border-line border-b [scrollbar-width:none] narrow:gap-4"
      >
        <For each={values()}>
          {(value) => (
            <Root.Trigger
              value={value}
              class="-mb-px inline-flex shrink-0 items-center gap-1.5 border-transparent border-b-2 px-0.5 py-2 text-base text-muted transition-colors hover:text-ink focus-visible:-outline-offset-2 data-selected:border-accent data-selected:font-medium data-selected:text-ink narrow:py-2.5"
            >
              {item(value)?.label}
              <Show when={item(value)?.count !== undefined}>
                <span class="rounded-full bg-sunken px-1.5 text-muted text-xs">{item(value)?.count}</span>
              </Show>
            </Root.Trigger>
          )}
        </For>
      </Root.List>
      <For each={values()}>
        {(value) => (
          <Root.Content value={value} class="pt-4 outline-none focus-visible:outline-2">
            {props.children(value)}
          </Root.Content>
        )}
      </For>
    </Root>
  )
}
