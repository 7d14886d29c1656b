import { Checkbox } from '@kobalte/core/checkbox'
import Check from 'lucide-solid/icons/check'
import { For, Show } from 'solid-js'
import { errorClass, type FieldProps, hintClass, labelClass, RequiredMark } from './field-frame.tsx'
import type { Choice } from './select-field.tsx'

export type CheckboxFieldProps = {
  label: string
  note?: string | undefined
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean | undefined
  class?: string | undefined
}

/** Yes or no. */
export function CheckboxField(props: CheckboxFieldProps) {
  return (
    <Checkbox
      class={`group flex items-start gap-2 py-0.5 data-disabled:opacity-60 narrow:py-1.5 ${props.class ?? ''}`}
      checked={props.checked}
      onChange={props.onChange}
      disabled={props.disabled ?? false}
    >
      <Checkbox.Input class="peer" />
      <Checkbox.Control class="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-sm border border-line-strong bg-surface peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent data-checked:border-accent data-checked:bg-accent data-checked:text-on-accent">
        <Checkbox.Indicator>
          <Check size={12} stroke-width={3} aria-hidden="true" />
        </Checkbox.Indicator>
      </Checkbox.Control>
      <div class="min-w-0 leading-5">
        <Checkbox.Label class="cursor-pointer text-base group-data-disabled:cursor-not-allowed">
          {props.label}
        </Checkbox.Label>
        <Show when={props.note}>
          <Checkbox.Description class="text-xs text-muted">{props.note}</Checkbox.Description>
        </Show>
      </div>
    </Checkbox>
  )
}

export type CheckboxGroupProps = FieldProps & {
  options: readonly Choice[]
  value: readonly string[]
  onChange: (value: string[]) => void
  columns?: 1 | 2 | 3 | undefined
}

const columnClass = { 1: 'grid-cols-1', 2: 'grid-cols-2', 3: 'grid-cols-3' } as const

/** Any number of a few; the answer keeps the order of the options. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const toggle = (value: string, checked: boolean) =>
    props.onChange(
      props.options
        .map((option) => option.value)
        .filter((each) => (each === value ? checked : props.value.includes(each))),
    )
  return (
    <fieldset class={`flex min-w-0 flex-col gap-1 ${props.class ?? ''}`} disabled={props.disabled}>
      <legend class={props.hideLabel ? 'sr-only' : `${labelClass} mb-1`}>
        {props.label}
        <RequiredMark when={props.required} />
      </legend>
      <div class={`grid gap-x-4 gap-y-1 narrow:grid-cols-1 ${columnClass[props.columns ?? 1]}`}>
        <For each={props.options}>
          {(option) => (
            <CheckboxField
              label={option.label}
              note={option.note}
              checked={props.value.includes(option.value)}
              onChange={(checked) => toggle(option.value, checked)}
              disabled={props.disabled || option.disabled}
            />
          )}
        </For>
      </div>
      <Show when={props.hint}>
        <p class={hintClass}>{props.hint}</p>
      </Show>
      <Show when={props.error}>
        <p class={errorClass} role="alert">
          {props.error}
        </p>
      </Show>
    </fieldset>
  )
}
