import { SelectField, TextArea } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import { createMemo, createSignal, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { EvidenceItem } from '../app/api-types.ts'
import { said } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { createDone } from './done.ts'
import { FormDialog } from './form-dialog.tsx'
import { t } from './texts.ts'

const choices = {
  direct: ['used', 'reviewed', 'not_used'],
  after_review: ['reviewed', 'not_used'],
  retake: ['retaken', 'not_used'],
} as const
type Decision = (typeof choices)[keyof typeof choices][number]

/** The agency that leads the case decides how it uses what another one collected. */
export function ConvertDialog(props: {
  item: EvidenceItem
  converting: NonNullable<EvidenceItem['converting']>
  close: () => void
}) {
  const register = useQuery(() => ({
    queryKey: ['evidence', 'of', props.item.caseRef.id],
    queryFn: () => api.evidence.ofCase.query({ caseId: props.item.caseRef.id }),
  }))
  const open = () => choices[props.converting.id]
  const [decision, setDecision] = createSignal<Decision>(open()[0])
  const [retakenId, setRetaken] = createSignal('')
  const [words, setWords] = createSignal('')
  const statements = createMemo(() =>
    (register.data?.items ?? []).filter(
      ({ kind, agency }) =>
        ['witness', 'victim', 'suspect', 'party'].includes(kind) && agency.id !== props.item.agency.id,
    ),
  )
  const done = createDone(() => props.close())
  const deciding = createDeed({
    send: (given: Decision, submissionId) =>
      api.evidence.convert.mutate({
        evidenceId: props.item.id,
        decision: given,
        words: words().trim(),
        ...(given === 'retaken' && { retakenId: retakenId() as EvidenceItem['id'] }),
        submissionId,
      }),
    done: () => done(t('convertDone')),
  })
  return (
    <FormDialog
      title={t('convertTitle')}
      text={`${t('convertText', { words: said(props.converting.words) })}${props.converting.basis.map(said).join('、')}`}
      confirm={t('convert')}
      blocked={decision() === 'retaken' && retakenId() === ''}
      deed={deciding}
      submit={() => void deciding.run(decision())}
      close={props.close}
    >
      <SelectField
        label={t('decision')}
        options={open().map((value) => ({ value, label: t(`decision.${value}`) }))}
        value={decision()}
        onChange={(value) => setDecision(value as Decision)}
      />
      <Show when={decision() === 'retaken'}>
        <SelectField
          label={t('retaken')}
          hint={t('retakenHint')}
          required
          options={statements().map((one) => ({
            value: one.id,
            label: `${t('number', { n: one.number })} ${one.name}`,
          }))}
          value={retakenId()}
          onChange={setRetaken}
        />
      </Show>
      <TextArea
        class="col-span-full"
        label={t('words')}
        rows={3}
        maxLength={1000}
        value={words()}
        onChange={setWords}
      />
    </FormDialog>
  )
}
