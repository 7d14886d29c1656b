import Calendar from 'lucide-solid/icons/calendar'
import { createUniqueId, Show } from 'solid-js'
import { controlClass, errorClass, type FieldProps, hintClass, labelClass, RequiredMark } from './field-frame.tsx'

export type DateFieldProps = FieldProps & {
  /** 'YYYY-MM-DD', or with `partial` also 'YYYY' and 'YYYY-MM'. */
  value: string
  onChange: (value: string) => void
  onBlur?: (() => void) | undefined
  partial?: boolean | undefined
  min?: string | undefined
  max?: string | undefined
  /** Names the button that opens the calendar of a partial date. */
  pickLabel?: string | undefined
}

/** A day; or, when only that much is known, a month or a year. */
export function DateField(props: DateFieldProps) {
  const id = createUniqueId()
  let picker: HTMLInputElement | undefined
  const describedBy = () =>
    [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <div class={`flex min-w-0 flex-col gap-1 ${props.class ?? ''}`}>
      <label for={id} class={props.hideLabel ? 'sr-only' : labelClass}>
        {props.label}
        <RequiredMark when={props.required} />
      </label>
      <div class="relative">
        <input
          id={id}
          class={`${controlClass} h-8 narrow:h-10 ${props.partial ? 'pr-9' : ''}`}
          type={props.partial ? 'text' : 'date'}
          inputMode={props.partial ? 'numeric' : undefined}
          placeholder={props.partial ? 'YYYY-MM-DD' : undefined}
          maxLength={props.partial ? 10 : undefined}
          autocomplete="off"
          min={props.min}
          max={props.max}
          value={props.value}
          required={props.required}
          disabled={props.disabled}
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={describedBy()}
          onInput={(event) => props.onChange(event.currentTarget.value)}
          onBlur={() => props.onBlur?.()}
        />
        <Show when={props.partial}>
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: out of reach of the keyboard; the button opens its calendar */}
          <input
            ref={picker}
            type="date"
            class="pointer-events-none absolute right-0 bottom-0 size-8 opacity-0"
            tabindex={-1}
            aria-hidden="true"
            max={props.max}
            value={props.value.length === 10 ? props.value : ''}
            onInput={(event) => props.onChange(event.currentTarget.value)}
          />
          <button
            type="button"
            class="absolute inset-y-0 right-0 flex w-8 items-center justify-center text-faint hover:text-ink"
            aria-label={props.pickLabel ?? props.label}
            disabled={props.disabled}
            onClick={() => picker?.showPicker()}
          >
            <Calendar size={14} aria-hidden="true" />
          </button>
        </Show>
      </div>
      <Show when={props.hint}>
        <p id={`${id}-hint`} class={hintClass}>
          {props.hint}
        </p>
      </Show>
      <Show when={props.error}>
        <p id={`${id}-error`} class={errorClass}>
          {props.error}
        </p>
      </Show>
    </div>
  )
}
