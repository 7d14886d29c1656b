import { ComboboxField, DateField, SelectField, TextArea, TextField } from '@lianban/ui'
import { Show } from 'solid-js'
import type { ClueKind, ClueSource } from '../app/api-types.ts'
import { choices } from '../app/enums.ts'
import { regionChoices } from '../app/regions.ts'
import type { ClueForm } from './clue-form.ts'
import { problemText } from './problem-text.ts'
import { t } from './texts.ts'

/** What was reported, when and where. */
export function FactFields(props: { form: ClueForm; hides?: readonly string[] | undefined }) {
  const error = (field: string) => problemText(props.form, field)
  return (
    <div class="grid grid-cols-3 gap-x-4 gap-y-3 narrow:grid-cols-1">
      <TextField
        class="col-span-full"
        label={t('fieldTitle')}
        hint={t('titleHint')}
        required
        maxLength={120}
        value={props.form.draft.title}
        onChange={(value) => props.form.set('title', value)}
        onBlur={() => props.form.leave('title')}
        error={error('title')}
      />
      <Show when={!props.hides?.includes('content')}>
        <TextArea
          class="col-span-full"
          label={t('fieldContent')}
          hint={t('contentHint')}
          required
          rows={6}
          maxLength={8000}
          value={props.form.draft.content}
          onChange={(value) => props.form.set('content', value)}
          onBlur={() => props.form.leave('content')}
          error={error('content')}
        />
      </Show>
      <SelectField
        label={t('kind')}
        required
        options={choices('clueKind')}
        value={props.form.draft.kind}
        onChange={(value) => props.form.set('kind', value as ClueKind)}
      />
      <SelectField
        label={t('source')}
        required
        options={choices('clueSource')}
        value={props.form.draft.source}
        onChange={(value) => props.form.set('source', value as ClueSource)}
      />
      <DateField
        partial
        label={t('reportedOn')}
        hint={t('reportedHint')}
        pickLabel={t('pickDate')}
        required
        value={props.form.draft.reportedOn}
        onChange={(value) => props.form.set('reportedOn', value)}
        onBlur={() => props.form.leave('reportedOn')}
        error={error('reportedOn')}
      />
      <ComboboxField
        label={t('region')}
        required
        emptyText={t('regionNone')}
        options={regionChoices()}
        value={props.form.draft.region}
        onChange={(value) => props.form.set('region', value)}
        error={error('region')}
      />
      <TextField
        class="col-span-2 narrow:col-span-1"
        label={t('place')}
        required
        maxLength={200}
        value={props.form.draft.place}
        onChange={(value) => props.form.set('place', value)}
        onBlur={() => props.form.leave('place')}
        error={error('place')}
      />
    </div>
  )
}
