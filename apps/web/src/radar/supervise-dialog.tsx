import { TextField } from '@lianban/ui'
import { useNavigate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { RadarRow } from '../app/api-types.ts'
import { agencyShort } from '../app/domain-badges.tsx'
import { said } from '../app/i18n/index.ts'
import { ReasonDialog } from '../cases/reason-dialog.tsx'
import { t } from './texts.ts'

/** Makes the letter by which the procuratorate asks; it leaves only from its own page. */
export function SuperviseDialog(props: { row: RadarRow; close: () => void }) {
  const navigate = useNavigate()
  const [number, setNumber] = createSignal('')
  const [approval, setApproval] = createSignal('')
  const opens = () => props.row.opens!
  return (
    <ReasonDialog
      title={t('superviseTitle', { words: said(opens().words), agency: agencyShort(props.row.agency) })}
      body={t('superviseBody', { letter: said(opens().letter) })}
      confirm={t('supervise')}
      tone="primary"
      reason={t('note')}
      isOptional
      maxLength={1000}
      isOfThen
      blocked={number().trim() === '' || (opens().asksApproval && approval().trim() === '')}
      send={(note, submissionId) =>
        api.radar.supervise.mutate({
          findingId: props.row.id,
          number: number().trim(),
          approval: approval().trim(),
          note,
          submissionId,
        })
      }
      done={({ handoffId }) => {
        navigate(`/handoffs/${handoffId}`)
        return t('prepared')
      }}
      close={props.close}
    >
      <p class="rounded-md bg-sunken px-3 py-2 text-sm">
        <Show when={props.row.number}>{(of) => <span class="block font-medium">{of()}</span>}</Show>
        {said(props.row.says)}
      </p>
      <TextField label={t('number')} required value={number()} onChange={setNumber} />
      <Show when={opens().asksApproval}>
        <TextField label={t('approval')} required value={approval()} onChange={setApproval} />
      </Show>
    </ReasonDialog>
  )
}
