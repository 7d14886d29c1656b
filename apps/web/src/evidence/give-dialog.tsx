import { SelectField, TextField } from '@lianban/ui'
import { createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { api } from '../app/api.ts'
import type { EvidenceItem } from '../app/api-types.ts'
import { agencyName } from '../app/domain-badges.tsx'
import { createDeed } from '../cases/deed.ts'
import { blankCustody, type CustodyDraft, sentCustody } from './custody-draft.ts'
import { CustodyFields } from './custody-fields.tsx'
import { createDone } from './done.ts'
import { FormDialog } from './form-dialog.tsx'
import { t } from './texts.ts'

const outside = '*'
type Moves = 'goods' | 'title' | 'both'

/** Hands an item over: to an agency on the case, which signs by itself, or to somebody outside, on paper. */
export function GiveDialog(props: { item: EvidenceItem; close: () => void }) {
  const [draft, setDraft] = createStore<CustodyDraft>(blankCustody(props.item.sealNumber))
  const [to, setTo] = createSignal(props.item.receivers[0]?.id ?? outside)
  const [toName, setToName] = createSignal('')
  const [purpose, setPurpose] = createSignal('')
  const [moves, setMoves] = createSignal<Moves>('goods')
  const isOutside = () => to() === outside
  const version = props.item.version
  const done = createDone(() => props.close())
  const giving = createDeed({
    send: (given: NonNullable<ReturnType<typeof sentCustody>>, submissionId) =>
      api.evidence.give.mutate({
        ...given,
        evidenceId: props.item.id,
        expectedVersion: version,
        moves: moves(),
        purpose: purpose().trim(),
        toName: isOutside() ? toName().trim() : '',
        ...(!isOutside() && { toAgencyId: to() as EvidenceItem['receivers'][number]['id'] }),
        submissionId,
      }),
    done: () => done(t(isOutside() ? 'giveDoneOutside' : 'giveDone')),
  })
  const ready = () =>
    purpose().trim() !== '' && (!isOutside() || (toName().trim() !== '' && draft.document.trim() !== ''))
      ? sentCustody(draft)
      : undefined
  return (
    <FormDialog
      title={t('giveTitle', { name: props.item.name })}
      text={t('giveText')}
      confirm={t('give')}
      blocked={!ready()}
      deed={giving}
      submit={() => {
        const given = ready()
        if (given) void giving.run(given)
      }}
      close={props.close}
    >
      <SelectField
        label={t('receiver')}
        hint={t('receiverHint')}
        required
        options={[
          ...props.item.receivers.map((agency) => ({ value: agency.id, label: agencyName(agency) })),
          { value: outside, label: t('outsideChoice') },
        ]}
        value={to()}
        onChange={(value) => {
          setTo(value as typeof outside)
          if (value === outside && moves() === 'title') setMoves('goods')
        }}
      />
      <SelectField
        label={t('moves')}
        options={(['goods', 'both', 'title'] as const).map((value) => ({
          value,
          label: t(`moves.${value}`),
          disabled: value === 'title' && isOutside(),
        }))}
        value={moves()}
        onChange={(value) => setMoves(value as Moves)}
      />
      <Show when={isOutside()}>
        <TextField
          class="col-span-full"
          label={t('outsideName')}
          required
          maxLength={200}
          value={toName()}
          onChange={setToName}
        />
      </Show>
      <TextField
        class="col-span-full"
        label={t('purpose')}
        required
        maxLength={400}
        value={purpose()}
        onChange={setPurpose}
      />
      <CustodyFields draft={draft} set={setDraft} needsDocument={isOutside()} />
    </FormDialog>
  )
}
