import { api } from '../app/api.ts'
import type { EvidenceItem } from '../app/api-types.ts'
import { agencyShort } from '../app/domain-badges.tsx'
import { createDeed } from '../cases/deed.ts'
import { createDone } from './done.ts'
import { FormDialog } from './form-dialog.tsx'
import { t } from './texts.ts'

/** Takes back a transfer that nobody has signed for. */
export function TakeBackDialog(props: { item: EvidenceItem; close: () => void }) {
  const version = props.item.version
  const done = createDone(() => props.close())
  const taking = createDeed({
    send: (given: EvidenceItem, submissionId) =>
      api.evidence.dispose.mutate({
        evidenceId: given.id,
        expectedVersion: version,
        kind: 'return',
        at: new Date(Math.max(Date.now() - 1000, Date.parse(given.events.at(-1)!.at))).toISOString(),
        fromName: '',
        toName: given.holder.name,
        isOutside: false,
        place: given.holder.name,
        purpose: '',
        condition: '',
        sealBefore: '',
        sealAfter: '',
        document: '',
        submissionId,
      }),
    done: () => done(t('takeBackDone')),
  })
  return (
    <FormDialog
      title={t('takeBackTitle', { agency: agencyShort(props.item.pending!) })}
      text={t('takeBackText')}
      confirm={t('takeBack')}
      size="sm"
      danger
      deed={taking}
      submit={() => void taking.run(props.item)}
      close={props.close}
    />
  )
}
