import { CheckboxField } from '@lianban/ui'
import { createSignal, For } from 'solid-js'
import { api } from '../app/api.ts'
import type { Chain } from '../app/api-types.ts'
import { said } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { createDone } from '../evidence/done.ts'
import { FormDialog } from '../evidence/form-dialog.tsx'
import { t } from './texts.ts'

/** Chooses the charges whose facts the evidence has to prove. */
export function ChooseDialog(props: { caseId: string; chain: Chain; close: () => void }) {
  const [charges, setCharges] = createSignal(props.chain.charges.filter(({ isChosen }) => isChosen).map(({ id }) => id))
  const expected = props.chain.chosen
  const done = createDone(() => props.close())
  const choosing = createDeed({
    send: (given: string[], submissionId) =>
      api.chain.choose.mutate({ caseId: props.caseId, expected, charges: given, submissionId }),
    done: () => done(t('chooseDone')),
  })
  return (
    <FormDialog
      title={t('chooseTitle')}
      text={t('chooseText')}
      confirm={t('choose')}
      blocked={charges().length === 0}
      deed={choosing}
      submit={() => void choosing.run(charges())}
      close={props.close}
    >
      <div class="col-span-full flex flex-col gap-3">
        <For each={props.chain.charges}>
          {(charge) => (
            <CheckboxField
              label={said(charge.words)}
              note={charge.basis.map(said).join('、')}
              checked={charges().includes(charge.id)}
              onChange={(isChosen) =>
                setCharges(isChosen ? [...charges(), charge.id] : charges().filter((id) => id !== charge.id))
              }
            />
          )}
        </For>
      </div>
    </FormDialog>
  )
}
