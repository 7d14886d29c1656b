import { SelectField, TextArea } from '@lianban/ui'
import { createSignal } from 'solid-js'
import { api } from '../app/api.ts'
import type { EvidenceItem } from '../app/api-types.ts'
import { said } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { createDone } from './done.ts'
import { FormDialog } from './form-dialog.tsx'
import { t } from './texts.ts'

/** Corrects or reasonably explains one curable defect. */
export function CureDialog(props: { item: EvidenceItem; line: EvidenceItem['lines'][number]; close: () => void }) {
  const [how, setHow] = createSignal<'corrected' | 'explained'>('corrected')
  const [words, setWords] = createSignal('')
  const done = createDone(() => props.close())
  const curing = createDeed({
    send: (given: { how: 'corrected' | 'explained'; words: string }, submissionId) =>
      api.evidence.cure.mutate({ ...given, evidenceId: props.item.id, line: props.line.id, submissionId }),
    done: () => done(t('cureDone')),
  })
  return (
    <FormDialog
      title={t('cureTitle')}
      text={`${said(props.line.words)}（${props.line.basis.map(said).join('、')}）${t('cureHow', { cure: said(props.line.cure) })}`}
      confirm={t('save')}
      blocked={words().trim() === ''}
      deed={curing}
      submit={() => void curing.run({ how: how(), words: words().trim() })}
      close={props.close}
    >
      <SelectField
        label={t('how')}
        options={(['corrected', 'explained'] as const).map((value) => ({ value, label: t(`how.${value}`) }))}
        value={how()}
        onChange={(value) => setHow(value as 'corrected' | 'explained')}
      />
      <TextArea
        class="col-span-full"
        label={t('cureWords')}
        required
        rows={4}
        maxLength={1000}
        value={words()}
        onChange={setWords}
      />
    </FormDialog>
  )
}
