import { DropdownMenu } from '@kobalte/core/dropdown-menu'
import { For, type JSX, Show } from 'solid-js'
import { useOverlayMount } from './overlay-mount.ts'

export type MenuItem = {
  readonly label: string
  readonly icon?: JSX.Element
  readonly onSelect: () => void
  readonly danger?: boolean | undefined
  readonly disabled?: boolean | undefined
}

export type MenuProps = {
  /** Names the button. */
  label: string
  trigger: JSX.Element
  /** Drawn above the deeds: who is signed in, say. */
  header?: JSX.Element
  items: readonly MenuItem[]
  class?: string | undefined
}

/** A few deeds behind one button. */
export function Menu(props: MenuProps) {
  const overlay = useOverlayMount()
  return (
    <DropdownMenu gutter={4} placement="bottom-end" modal={false}>
      <DropdownMenu.Trigger
        aria-label={props.label}
        class={
          props.class ??
          'inline-flex h-8 items-center gap-1.5 rounded-md px-2 text-muted hover:bg-sunken hover:text-ink narrow:h-10'
        }
      >
        {props.trigger}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal mount={overlay.mount}>
        <DropdownMenu.Content class="appear z-50 min-w-52 max-w-[calc(100vw-1rem)] rounded-lg border border-line-strong bg-raised p-1 shadow-lg outline-none">
          <Show when={props.header}>
            <div class="mb-1 border-line border-b px-2 pt-1.5 pb-2">{props.header}</div>
          </Show>
          <For each={props.items}>
            {(item) => (
              <DropdownMenu.Item
                disabled={item.disabled ?? false}
                onSelect={() => item.onSelect()}
                class={`flex cursor-default items-center gap-2 rounded-md px-2 py-1.5 outline-none data-disabled:opacity-50 data-highlighted:bg-accent-soft narrow:py-2.5 ${item.danger ? 'text-danger' : ''}`}
              >
                {item.icon}
                {item.label}
              </DropdownMenu.Item>
            )}
          </For>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  )
}
