import { type JSX, Show } from 'solid-js'
import { type Tone, toneSoft } from './tone.ts'

export type { Tone } from './tone.ts'

export type BadgeProps = {
  tone?: Tone | undefined
  icon?: JSX.Element
  /** Read aloud and shown on hover, when the short form needs its whole meaning. */
  title?: string | undefined
  /** A hairline instead of a filled ground, for the second of two badges side by side. */
  outlined?: boolean | undefined
  children: JSX.Element
}

/** One attribute in one word. */
export function Badge(props: BadgeProps) {
  const look = () =>
    props.outlined
      ? 'border-line-strong bg-transparent text-muted'
      : `border-transparent ${toneSoft[props.tone ?? 'neutral']}`
  return (
    <span
      title={props.title}
      class={`inline-flex h-5 max-w-full shrink-0 items-center gap-1 whitespace-nowrap rounded-sm border px-1.5 font-medium text-xs ${look()}`}
    >
      <Show when={props.icon}>
        <span class="shrink-0" aria-hidden="true">
          {props.icon}
        </span>
      </Show>
      <span class="truncate">{props.children}</span>
    </span>
  )
}
