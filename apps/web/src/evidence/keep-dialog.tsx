import { CheckboxField, SelectField, TextField } from '@lianban/ui'
import { createSignal } from 'solid-js'
import { createStore } from 'solid-js/store'
import { api } from '../app/api.ts'
import type { EvidenceItem } from '../app/api-types.ts'
import { createDeed } from '../cases/deed.ts'
import { blankCustody, type CustodyDraft, sentCustody } from './custody-draft.ts'
import { CustodyFields } from './custody-fields.tsx'
import { createDone } from './done.ts'
import { FormDialog } from './form-dialog.tsx'
import { t } from './texts.ts'

const keepings = ['seal', 'examine', 'copy'] as const
const disposals = ['return', 'auction', 'destroy'] as const
type Keeping = (typeof keepings)[number]
type Disposal = (typeof disposals)[number]
const isDisposal = (kind: Keeping | Disposal): kind is Disposal => disposals.some((each) => each === kind)

/** Records what the keeper does with an item; once the case is closed only what ends its stay. */
export function KeepDialog(props: { item: EvidenceItem; close: () => void }) {
  const [draft, setDraft] = createStore<CustodyDraft>(blankCustody(props.item.sealNumber))
  const open = () => [...(props.item.can.keep ? keepings : []), ...(props.item.can.dispose ? disposals : [])]
  const [kind, setKind] = createSignal<Keeping | Disposal>(open()[0]!)
  const [fromName, setFromName] = createSignal(props.item.holder.name)
  const [toName, setToName] = createSignal(props.item.holder.name)
  const [isOutside, setOutside] = createSignal(false)
  const [purpose, setPurpose] = createSignal('')
  const version = props.item.version
  const needsDocument = () => isDisposal(kind())
  const ends = () => kind() === 'auction' || kind() === 'destroy'
  const done = createDone(() => props.close())
  const keeping = createDeed({
    send: (given: NonNullable<ReturnType<typeof sentCustody>>, submissionId) => {
      const said = {
        ...given,
        evidenceId: props.item.id,
        expectedVersion: version,
        fromName: fromName().trim(),
        toName: toName().trim(),
        isOutside: isOutside(),
        purpose: purpose().trim(),
        submissionId,
      }
      const chosen = kind()
      return isDisposal(chosen)
        ? api.evidence.dispose.mutate({ ...said, kind: chosen })
        : api.evidence.keep.mutate({ ...said, kind: chosen })
    },
    done: () => done(t('keepDone')),
  })
  const ready = () =>
    toName().trim() !== '' && (!needsDocument() || draft.document.trim() !== '') ? sentCustody(draft) : undefined
  return (
    <FormDialog
      title={t('keepTitle', { name: props.item.name })}
      confirm={t(`custody.${kind()}`)}
      danger={ends()}
      blocked={!ready()}
      deed={keeping}
      submit={() => {
        const given = ready()
        if (given) void keeping.run(given)
      }}
      close={props.close}
    >
      <SelectField
        label={t('keepKind')}
        options={open().map((value) => ({ value, label: t(`custody.${value}`) }))}
        value={kind()}
        onChange={(value) => setKind(value as Keeping | Disposal)}
      />
      <TextField label={t('purpose')} maxLength={400} value={purpose()} onChange={setPurpose} />
      <TextField label={t('fromName')} hint={t('fromHint')} maxLength={200} value={fromName()} onChange={setFromName} />
      <TextField label={t('toName')} required maxLength={200} value={toName()} onChange={setToName} />
      <CheckboxField class="col-span-full" label={t('isOutside')} checked={isOutside()} onChange={setOutside} />
      <CustodyFields draft={draft} set={setDraft} needsDocument={needsDocument()} />
    </FormDialog>
  )
}
