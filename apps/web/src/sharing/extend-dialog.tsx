import { DateField } from '@lianban/ui'
import { createSignal } from 'solid-js'
import { api } from '../app/api.ts'
import { formatLastDay } from '../app/format.ts'
import { createDeed } from '../cases/deed.ts'
import { extensionProblem } from './extension.ts'
import { createAfterwards, GrantForm } from './grant-form.tsx'
import { exactly, type GrantSeen } from './grant-seen.ts'
import { endOf } from './share-draft.ts'
import { t } from './strings.ts'

/** A later end, up to the latest that agreement, task force and parent allow. */
export function ExtendDialog(props: {
  grant: GrantSeen
  grantee: string
  expiresAt: string
  longer: { readonly offered: string; readonly latest: string }
  close: () => void
}) {
  const [day, setDay] = createSignal(formatLastDay(props.longer.offered))
  const problem = () => extensionProblem(day(), props.expiresAt, props.longer.latest)
  const afterwards = createAfterwards(() => props.close())
  const extending = createDeed({
    send: (until: string, submissionId) =>
      api.grants.extend.mutate({ ...exactly(props.grant), expiresAt: endOf(until, props.longer.latest), submissionId }),
    done: ({ waits }) =>
      afterwards(t(waits ? 'extend.proposed' : 'extend.done', { grantee: props.grantee, date: day() })),
  })
  return (
    <GrantForm
      title={t('extend.title', { grantee: props.grantee })}
      confirm={t('deed.extend')}
      blocked={problem() !== undefined}
      deed={extending}
      input={day()}
      close={props.close}
    >
      <p class="text-sm">{t('extend.now', { date: formatLastDay(props.expiresAt) })}</p>
      <DateField
        label={t('extend.until')}
        hint={t('extend.latest', { date: formatLastDay(props.longer.latest) })}
        required
        min={formatLastDay(props.expiresAt)}
        max={formatLastDay(props.longer.latest)}
        value={day()}
        onChange={setDay}
        error={day() && problem() ? t(`extend.${problem()!}`) : undefined}
      />
    </GrantForm>
  )
}
