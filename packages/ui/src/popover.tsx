import { Popover as Root } from '@kobalte/core/popover'
import X from 'lucide-solid/icons/x'
import type { JSX } from 'solid-js'
import { useOverlayMount } from './overlay-mount.ts'

export type PopoverProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Names the button and stands above what it opens. */
  title: string
  closeLabel: string
  trigger: JSX.Element
  class?: string | undefined
  children: JSX.Element
}

/** More about one thing, beside it: the page stays as it is, and Escape closes it. */
export function Popover(props: PopoverProps) {
  const overlay = useOverlayMount()
  return (
    <Root open={props.open} onOpenChange={props.onOpenChange} gutter={6} placement="bottom-start">
      <Root.Trigger aria-label={props.title} class={props.class ?? 'rounded-md text-left hover:bg-sunken'}>
        {props.trigger}
      </Root.Trigger>
      <Root.Portal mount={overlay.mount}>
        <Root.Content class="appear z-50 max-h-[min(36rem,80vh)] w-[28rem] max-w-[calc(100vw-1rem)] overflow-y-auto rounded-lg border border-line-strong bg-raised shadow-lg outline-none">
          <header class="sticky top-0 flex items-start gap-2 border-line border-b bg-raised px-4 py-2.5">
            <Root.Title class="min-w-0 flex-1 font-semibold">{props.title}</Root.Title>
            <Root.CloseButton
              class="-mr-2 inline-flex size-7 shrink-0 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-ink narrow:size-10"
              aria-label={props.closeLabel}
            >
              <X size={16} aria-hidden="true" />
            </Root.CloseButton>
          </header>
          <div class="px-4 py-3">{props.children}</div>
        </Root.Content>
      </Root.Portal>
    </Root>
  )
}
