import { RadioGroup } from '@kobalte/core/radio-group'
import { For, Show } from 'solid-js'
import { errorClass, type FieldProps, hintClass, labelClass, RequiredMark } from './field-frame.tsx'
import type { Choice } from './select-field.tsx'

export type RadioCardsProps = FieldProps & {
  options: readonly Choice[]
  value: string
  onChange: (value: string) => void
  columns?: 1 | 2 | 3 | 4 | undefined
}

const columnClass = { 1: 'grid-cols-1', 2: 'grid-cols-2', 3: 'grid-cols-3', 4: 'grid-cols-4' } as const

/** One of a few, where each choice needs its meaning spelled out before it is made. */
export function RadioCards(props: RadioCardsProps) {
  return (
    <RadioGroup
      class={`flex min-w-0 flex-col gap-1 ${props.class ?? ''}`}
      value={props.value}
      onChange={props.onChange}
      validationState={props.error ? 'invalid' : 'valid'}
      required={props.required ?? false}
      disabled={props.disabled ?? false}
    >
      <RadioGroup.Label class={props.hideLabel ? 'sr-only' : labelClass}>
        {props.label}
        <RequiredMark when={props.required} />
      </RadioGroup.Label>
      <Show when={props.hint}>
        <RadioGroup.Description class={hintClass}>{props.hint}</RadioGroup.Description>
      </Show>
      <div class={`mt-0.5 grid gap-2 narrow:grid-cols-1 ${columnClass[props.columns ?? 2]}`}>
        <For each={props.options}>
          {(option) => (
            <RadioGroup.Item
              value={option.value}
              disabled={option.disabled ?? false}
              class="relative flex items-start gap-2 rounded-md border border-line bg-surface px-3 py-2 transition-colors hover:border-line-strong has-focus-visible:outline-2 has-focus-visible:outline-accent data-checked:border-accent data-checked:bg-accent-soft data-disabled:opacity-55"
            >
              <RadioGroup.ItemInput />
              <RadioGroup.ItemControl class="mt-1 flex size-3.5 shrink-0 items-center justify-center rounded-full border border-line-strong bg-surface data-checked:border-accent">
                <RadioGroup.ItemIndicator class="size-2 rounded-full bg-accent" />
              </RadioGroup.ItemControl>
              <RadioGroup.ItemLabel class="min-w-0 cursor-pointer after:absolute after:inset-0">
                <span class="font-medium">{option.label}</span>
                <Show when={option.note}>
                  <span class="mt-0.5 block text-xs text-muted">{option.note}</span>
                </Show>
              </RadioGroup.ItemLabel>
            </RadioGroup.Item>
          )}
        </For>
      </div>
      <RadioGroup.ErrorMessage class={errorClass}>{props.error}</RadioGroup.ErrorMessage>
    </RadioGroup>
  )
}
