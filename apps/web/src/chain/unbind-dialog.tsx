import { api } from '../app/api.ts'
import type { BoundEvidence } from '../app/api-types.ts'
import { ReasonDialog } from '../evidence/reason-dialog.tsx'
import { t } from './texts.ts'

/** Takes an item off a fact. */
export function UnbindDialog(props: { binding: BoundEvidence; close: () => void }) {
  const ids = () => ({ evidenceId: props.binding.item.id, bindingId: props.binding.id })
  return (
    <ReasonDialog
      title={t('unbindTitle', { n: props.binding.item.number })}
      text={t('unbindText')}
      confirm={t('unbind')}
      done={t('unbindDone')}
      send={(given) => api.chain.unbind.mutate({ ...ids(), ...given })}
      close={props.close}
    />
  )
}
