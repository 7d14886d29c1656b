import { SelectField, TextField } from '@lianban/ui'
import { createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { api } from '../app/api.ts'
import type { EvidenceItem } from '../app/api-types.ts'
import { createDeed } from '../cases/deed.ts'
import { blankCustody, type CustodyDraft, sentCustody } from './custody-draft.ts'
import { CustodyFields } from './custody-fields.tsx'
import { createDone } from './done.ts'
import { FormDialog } from './form-dialog.tsx'
import { quantityText } from './record-draft.ts'
import { t } from './texts.ts'

type Outcome = 'received' | 'refused'

/** Signs for an item that was handed over, counted anew, or sends it back. */
export function ReceiveDialog(props: { item: EvidenceItem; close: () => void }) {
  const [draft, setDraft] = createStore<CustodyDraft>(blankCustody(props.item.sealNumber))
  const [outcome, setOutcome] = createSignal<Outcome>('received')
  const [keptAt, setKeptAt] = createSignal('')
  const [recount, setRecount] = createSignal('')
  const [difference, setDifference] = createSignal('')
  const isTaken = () => outcome() === 'received'
  const counts = () => isTaken() && props.item.quantity !== null && props.item.events.at(-1)?.moves !== 'title'
  const hasFiles = () => isTaken() && props.item.files.length > 0
  const version = props.item.version
  const done = createDone(() => props.close())
  const receiving = createDeed({
    send: (given: NonNullable<ReturnType<typeof sentCustody>>, submissionId) =>
      api.evidence.receive.mutate({
        ...given,
        evidenceId: props.item.id,
        expectedVersion: version,
        outcome: outcome(),
        keptAt: isTaken() ? keptAt().trim() : props.item.holder.name,
        recount: counts() ? recount().trim() : '',
        difference: difference().trim(),
        submissionId,
      }),
    done: () => done(t(isTaken() ? 'receiveDone' : 'refuseDone')),
  })
  const ready = () =>
    (!isTaken() || keptAt().trim() !== '') && (!counts() || recount().trim() !== '') ? sentCustody(draft) : undefined
  return (
    <FormDialog
      title={t('receiveTitle', { name: props.item.name })}
      text={t('receiveText')}
      confirm={t(`answer.${outcome()}`)}
      danger={!isTaken()}
      blocked={!ready()}
      deed={receiving}
      submit={() => {
        const given = ready()
        if (given) void receiving.run(given)
      }}
      close={props.close}
    >
      <SelectField
        label={t('answer')}
        options={(['received', 'refused'] as const).map((value) => ({ value, label: t(`answer.${value}`) }))}
        value={outcome()}
        onChange={(value) => setOutcome(value as Outcome)}
      />
      <Show when={isTaken()}>
        <TextField label={t('keptAt')} required maxLength={200} value={keptAt()} onChange={setKeptAt} />
      </Show>
      <Show when={counts()}>
        <TextField
          label={t('recount')}
          hint={t('recountHint', { n: quantityText(props.item.quantity!) })}
          required
          maxLength={60}
          value={recount()}
          onChange={setRecount}
        />
      </Show>
      <Show when={counts() || hasFiles()}>
        <TextField
          label={t('differenceField')}
          hint={hasFiles() ? t('differenceHint', { n: props.item.files.length }) : undefined}
          maxLength={400}
          value={difference()}
          onChange={setDifference}
        />
      </Show>
      <CustodyFields draft={draft} set={setDraft} />
    </FormDialog>
  )
}
