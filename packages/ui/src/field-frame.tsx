import { type JSX, Show } from 'solid-js'

/** What every field has around its control. Texts come from the caller. */
export type FieldProps = {
  label: string
  hint?: string | undefined
  error?: string | undefined
  required?: boolean | undefined
  disabled?: boolean | undefined
  /** The label is read aloud but not drawn. */
  hideLabel?: boolean | undefined
  class?: string | undefined
}

export const controlClass =
  'w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-base text-ink transition-colors hover:not-disabled:border-faint focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0 disabled:bg-sunken disabled:text-muted aria-invalid:border-danger data-invalid:border-danger'

export const labelClass = 'flex items-baseline gap-1 text-sm font-medium text-ink'
export const hintClass = 'text-xs text-muted'
export const errorClass = 'text-xs text-danger'

export function RequiredMark(props: { when: boolean | undefined }): JSX.Element {
  return (
    <Show when={props.when}>
      <span class="text-danger" aria-hidden="true">
        *
      </span>
    </Show>
  )
}
