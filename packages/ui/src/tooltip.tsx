import { Tooltip as Root } from '@kobalte/core/tooltip'
import type { JSX } from 'solid-js'
import { useOverlayMount } from './overlay-mount.ts'

export type TooltipProps = { text: string; class?: string | undefined; children: JSX.Element }

/** A short explanation on hover and on focus; never the only place where something is said. */
export function Tooltip(props: TooltipProps) {
  const overlay = useOverlayMount()
  return (
    <Root gutter={6} openDelay={300}>
      <Root.Trigger as="span" tabindex={0} class={`rounded-sm ${props.class ?? ''}`}>
        {props.children}
      </Root.Trigger>
      <Root.Portal mount={overlay.mount}>
        <Root.Content class="appear z-50 max-w-xs rounded-md bg-ink px-2.5 py-1.5 text-canvas text-xs">
          {props.text}
        </Root.Content>
      </Root.Portal>
    </Root>
  )
}
