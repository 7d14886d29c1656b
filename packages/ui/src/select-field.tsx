import { Combobox } from '@kobalte/core/combobox'
import { Select } from '@kobalte/core/select'
import Check from 'lucide-solid/icons/check'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import { createMemo, type JSX, Show } from 'solid-js'
import { controlClass, errorClass, type FieldProps, hintClass, labelClass, RequiredMark } from './field-frame.tsx'
import { useOverlayMount } from './overlay-mount.ts'

export type Choice = {
  readonly value: string
  readonly label: string
  /** A second, quieter line. */
  readonly note?: string | undefined
  readonly disabled?: boolean | undefined
}

export type SelectFieldProps = FieldProps & {
  options: readonly Choice[]
  /** The empty string is "nothing chosen". */
  value: string
  onChange: (value: string) => void
  placeholder?: string | undefined
}

const listClass = 'max-h-72 overflow-y-auto p-1 outline-none'
const panelClass =
  'appear z-50 min-w-(--kb-popper-anchor-width) max-w-[min(36rem,calc(100vw-1rem))] rounded-lg border border-line-strong bg-raised shadow-lg'
const itemClass =
  'flex cursor-default items-start gap-2 rounded-md px-2 py-1.5 outline-none data-disabled:opacity-50 data-highlighted:bg-accent-soft narrow:py-2.5'

function ItemText(props: { choice: Choice; label: JSX.Element }) {
  return (
    <span class="min-w-0 flex-1">
      {props.label}
      <Show when={props.choice.note}>
        <span class="block text-xs text-muted">{props.choice.note}</span>
      </Show>
    </span>
  )
}

/** One of a few, all of which fit on the screen. */
export function SelectField(props: SelectFieldProps) {
  const overlay = useOverlayMount()
  const chosen = createMemo(() => props.options.find((option) => option.value === props.value) ?? null)
  return (
    <Select<Choice>
      class={`flex min-w-0 flex-col gap-1 ${props.class ?? ''}`}
      options={[...props.options]}
      optionValue="value"
      optionTextValue="label"
      optionDisabled={(option) => option.disabled ?? false}
      value={chosen()}
      onChange={(option) => option && props.onChange(option.value)}
      placeholder={props.placeholder}
      validationState={props.error ? 'invalid' : 'valid'}
      required={props.required ?? false}
      disabled={props.disabled ?? false}
      disallowEmptySelection
      gutter={4}
      itemComponent={(item) => (
        <Select.Item item={item.item} class={itemClass}>
          <span class="flex h-5 w-4 items-center">
            <Select.ItemIndicator>
              <Check size={14} aria-hidden="true" />
            </Select.ItemIndicator>
          </span>
          <ItemText
            choice={item.item.rawValue}
            label={<Select.ItemLabel>{item.item.rawValue.label}</Select.ItemLabel>}
          />
        </Select.Item>
      )}
    >
      <Select.Label class={props.hideLabel ? 'sr-only' : labelClass}>
        {props.label}
        <RequiredMark when={props.required} />
      </Select.Label>
      <Select.Trigger
        class={`${controlClass} flex h-8 items-center justify-between gap-2 text-left data-placeholder-shown:text-faint narrow:h-10`}
      >
        <Select.Value<Choice> class="min-w-0 flex-1 truncate">{(state) => state.selectedOption()?.label}</Select.Value>
        <Select.Icon class="flex shrink-0 text-faint">
          <ChevronDown size={14} aria-hidden="true" />
        </Select.Icon>
      </Select.Trigger>
      <Show when={props.hint}>
        <Select.Description class={hintClass}>{props.hint}</Select.Description>
      </Show>
      <Select.ErrorMessage class={errorClass}>{props.error}</Select.ErrorMessage>
      <Select.Portal mount={overlay.mount}>
        <Select.Content class={panelClass}>
          <Select.Listbox class={listClass} />
        </Select.Content>
      </Select.Portal>
    </Select>
  )
}

export type ComboboxFieldProps = SelectFieldProps & {
  /** Said when nothing matches what was typed. */
  emptyText: string
}

/** One of many, found by typing part of its name. */
export function ComboboxField(props: ComboboxFieldProps) {
  const overlay = useOverlayMount()
  const chosen = createMemo(() => props.options.find((option) => option.value === props.value) ?? null)
  return (
    <Combobox<Choice>
      class={`flex min-w-0 flex-col gap-1 ${props.class ?? ''}`}
      options={[...props.options]}
      optionValue="value"
      optionTextValue={(option) => `${option.label} ${option.note ?? ''}`}
      optionLabel="label"
      optionDisabled={(option) => option.disabled ?? false}
      value={chosen()}
      onChange={(option) => props.onChange(option?.value ?? '')}
      placeholder={props.placeholder}
      validationState={props.error ? 'invalid' : 'valid'}
      required={props.required ?? false}
      disabled={props.disabled ?? false}
      triggerMode="focus"
      defaultFilter="contains"
      allowsEmptyCollection
      gutter={4}
      itemComponent={(item) => (
        <Combobox.Item item={item.item} class={itemClass}>
          <span class="flex h-5 w-4 items-center">
            <Combobox.ItemIndicator>
              <Check size={14} aria-hidden="true" />
            </Combobox.ItemIndicator>
          </span>
          <ItemText
            choice={item.item.rawValue}
            label={<Combobox.ItemLabel>{item.item.rawValue.label}</Combobox.ItemLabel>}
          />
        </Combobox.Item>
      )}
    >
      <Combobox.Label class={props.hideLabel ? 'sr-only' : labelClass}>
        {props.label}
        <RequiredMark when={props.required} />
      </Combobox.Label>
      <Combobox.Control class="relative">
        <Combobox.Input class={`${controlClass} h-8 pr-8 narrow:h-10`} />
        <Combobox.Trigger class="absolute inset-y-0 right-0 flex w-8 items-center justify-center text-faint">
          <ChevronDown size={14} aria-hidden="true" />
        </Combobox.Trigger>
      </Combobox.Control>
      <Show when={props.hint}>
        <Combobox.Description class={hintClass}>{props.hint}</Combobox.Description>
      </Show>
      <Combobox.ErrorMessage class={errorClass}>{props.error}</Combobox.ErrorMessage>
      <Combobox.Portal mount={overlay.mount}>
        {/* Pressing on a choice must leave the focus in the input: in a dialog it would go to the dialog, and that closes the list. */}
        <Combobox.Content class={panelClass} onMouseDown={(event: MouseEvent) => event.preventDefault()}>
          <Combobox.Listbox class={`${listClass} empty:hidden`} />
          <p class="hidden px-3 py-2 text-sm text-muted [ul:empty+&]:block">{props.emptyText}</p>
        </Combobox.Content>
      </Combobox.Portal>
    </Combobox>
  )
}
