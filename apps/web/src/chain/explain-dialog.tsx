import { TextField } from '@lianban/ui'
import { createSignal } from 'solid-js'
import { api } from '../app/api.ts'
import type { BoundEvidence } from '../app/api-types.ts'
import { createDeed } from '../cases/deed.ts'
import { createDone } from '../evidence/done.ts'
import { FormDialog } from '../evidence/form-dialog.tsx'
import { t } from './texts.ts'

/** Says how a contradiction is resolved. */
export function ExplainDialog(props: { binding: BoundEvidence; close: () => void }) {
  const [words, setWords] = createSignal('')
  const done = createDone(() => props.close())
  const explaining = createDeed({
    send: (given: string, submissionId) =>
      api.chain.explain.mutate({
        evidenceId: props.binding.item.id,
        bindingId: props.binding.id,
        words: given,
        submissionId,
      }),
    done: () => done(t('explainDone')),
  })
  return (
    <FormDialog
      title={t('explainTitle', { n: props.binding.item.number })}
      text={t('explainText')}
      confirm={t('explain')}
      blocked={words().trim() === ''}
      deed={explaining}
      submit={() => void explaining.run(words().trim())}
      close={props.close}
    >
      <TextField
        class="col-span-full"
        label={t('explainWords')}
        required
        maxLength={1000}
        value={words()}
        onChange={setWords}
      />
    </FormDialog>
  )
}
