import { CheckboxGroup, RadioCards } from '@lianban/ui'
import type { HandlingCode, Label, Method } from '../app/api-types.ts'
import { choices } from '../app/enums.ts'
import type { ClueForm } from './clue-form.ts'
import { problemText } from './problem-text.ts'
import { t } from './texts.ts'

/** Label and handling code, each choice with what it means. */
export function ProtectionFields(props: { form: ClueForm }) {
  return (
    <div class="flex flex-col gap-4">
      <RadioCards
        label={t('label')}
        required
        columns={4}
        options={choices('label', 'labelNote')}
        value={props.form.draft.label}
        onChange={(value) => props.form.set('label', value as Label)}
        error={problemText(props.form, 'label')}
      />
      <RadioCards
        label={t('handlingCode')}
        required
        columns={2}
        options={choices('handlingCode', 'handlingCodeNote')}
        value={props.form.draft.handlingCode}
        onChange={(value) => props.form.set('handlingCode', value as HandlingCode)}
        error={problemText(props.form, 'handlingCode')}
      />
    </div>
  )
}

export function MethodFields(props: { form: ClueForm }) {
  return (
    <CheckboxGroup
      label={t('sectionMethods')}
      hideLabel
      columns={3}
      options={choices('method')}
      value={props.form.draft.methods}
      onChange={(value) => props.form.set('methods', value as Method[])}
    />
  )
}
