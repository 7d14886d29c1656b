import { DateField, TextField } from '@lianban/ui'
import type { Moment } from './moment.ts'
import { t } from './texts.ts'

/** A day and a time beside each other. */
export function MomentField(props: {
  label: string
  value: Moment
  onChange: (value: Moment) => void
  error?: string | undefined
}) {
  return (
    <div class="grid min-w-0 grid-cols-[3fr_2fr] gap-2">
      <DateField
        label={t('day', { label: props.label })}
        required
        value={props.value.day}
        onChange={(day) => props.onChange({ ...props.value, day })}
        error={props.error}
      />
      <TextField
        label={t('time', { label: props.label })}
        type="time"
        required
        value={props.value.time}
        onChange={(time) => props.onChange({ ...props.value, time })}
      />
    </div>
  )
}
