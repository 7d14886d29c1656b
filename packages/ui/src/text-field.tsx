import { TextField as Root } from '@kobalte/core/text-field'
import { type JSX, Show } from 'solid-js'
import { controlClass, errorClass, type FieldProps, hintClass, labelClass, RequiredMark } from './field-frame.tsx'

export type TextFieldProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  onBlur?: (() => void) | undefined
  type?: 'text' | 'search' | 'number' | 'email' | 'url' | 'time' | undefined
  inputMode?: 'text' | 'decimal' | 'numeric' | 'tel' | 'search' | undefined
  placeholder?: string | undefined
  maxLength?: number | undefined
  autocomplete?: string | undefined
  name?: string | undefined
  ref?: ((element: HTMLInputElement) => void) | undefined
  /** Drawn inside the box, at its end: a unit, a check mark. */
  suffix?: JSX.Element
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  return (
    <Root
      class={`flex min-w-0 flex-col gap-1 ${props.class ?? ''}`}
      value={props.value}
      onChange={props.onChange}
      validationState={props.error ? 'invalid' : 'valid'}
      required={props.required ?? false}
      disabled={props.disabled ?? false}
    >
      <Root.Label class={props.hideLabel ? 'sr-only' : labelClass}>
        {props.label}
        <RequiredMark when={props.required} />
      </Root.Label>
      <div class="relative">
        <Root.Input
          ref={(element: HTMLInputElement) => props.ref?.(element)}
          class={`${controlClass} h-8 narrow:h-10 ${props.suffix ? 'pr-9' : ''}`}
          type={props.type ?? 'text'}
          inputMode={props.inputMode}
          placeholder={props.placeholder}
          maxLength={props.maxLength}
          autocomplete={props.autocomplete ?? 'off'}
          name={props.name}
          onBlur={() => props.onBlur?.()}
        />
        <Show when={props.suffix}>
          <span class="pointer-events-none absolute inset-y-0 right-2.5 flex items-center text-sm text-muted">
            {props.suffix}
          </span>
        </Show>
      </div>
      <Show when={props.hint}>
        <Root.Description class={hintClass}>{props.hint}</Root.Description>
      </Show>
      <Root.ErrorMessage class={errorClass}>{props.error}</Root.ErrorMessage>
    </Root>
  )
}

export type TextAreaProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  onBlur?: (() => void) | undefined
  rows?: number | undefined
  /** Every space counts: one width for every letter, no wrapping. */
  isCode?: boolean | undefined
  placeholder?: string | undefined
  maxLength?: number | undefined
  name?: string | undefined
}

/** Several lines of text; grows with what is written. */
export function TextArea(props: TextAreaProps) {
  return (
    <Root
      class={`flex min-w-0 flex-col gap-1 ${props.class ?? ''}`}
      value={props.value}
      onChange={props.onChange}
      validationState={props.error ? 'invalid' : 'valid'}
      required={props.required ?? false}
      disabled={props.disabled ?? false}
    >
      <Root.Label class={props.hideLabel ? 'sr-only' : labelClass}>
        {props.label}
        <RequiredMark when={props.required} />
      </Root.Label>
      <Root.TextArea
        class={`${controlClass} py-1.5 ${props.isCode ? 'overflow-x-auto whitespace-pre font-mono text-sm' : ''}`}
        spellcheck={!props.isCode}
        rows={props.rows ?? 4}
        placeholder={props.placeholder}
        maxLength={props.maxLength}
        name={props.name}
        autoResize
        onBlur={() => props.onBlur?.()}
      />
      <Show when={props.hint}>
        <Root.Description class={hintClass}>{props.hint}</Root.Description>
      </Show>
      <Root.ErrorMessage class={errorClass}>{props.error}</Root.ErrorMessage>
    </Root>
  )
}
