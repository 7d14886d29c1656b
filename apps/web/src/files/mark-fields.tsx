import { CheckboxField, SelectField } from '@lianban/ui'
import { choices } from '../app/enums.ts'
import type { Marks } from './queue.ts'
import { t } from './texts.ts'

/** How files are shown, and what other agencies may do with them. */
export function MarkFields(props: { marks: Marks; change: (marks: Marks) => void }) {
  return (
    <>
      <CheckboxField
        label={t('addSensitive')}
        note={t('addSensitiveNote')}
        checked={props.marks.isSensitive}
        onChange={(isSensitive) => props.change({ ...props.marks, isSensitive })}
      />
      <SelectField
        label={t('addCode')}
        hint={t('addCodeHint')}
        required
        options={choices('handlingCode')}
        value={props.marks.handlingCode}
        onChange={(value) => props.change({ ...props.marks, handlingCode: value as Marks['handlingCode'] })}
      />
    </>
  )
}
