import { CheckboxGroup, ConfirmDialog, showToast, TextArea } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { RegisteredOfficer, Role } from '../app/api-types.ts'
import { postName } from '../app/domain-badges.tsx'
import { t as shared } from '../app/i18n/index.ts'
import { useSession } from '../app/session.tsx'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import type { Deed } from './officer-deeds.ts'
import { roleChoices } from './role-choices.ts'
import { t } from './strings.ts'

/** Proposes other roles, a suspension or a return for one officer. */
export function ChangeDialog(props: { officer: RegisteredOfficer; deed: Deed; close: () => void }) {
  const session = useSession()
  const queries = useQueryClient()
  const [roles, setRoles] = createSignal<readonly string[]>(props.officer.roles)
  const [reason, setReason] = createSignal('')
  const wanted = () => {
    if (props.deed === 'changeRoles') return { kind: 'roles' as const, roles: roles() as Role[] }
    return { kind: props.deed === 'suspend' ? ('suspension' as const) : ('reinstatement' as const) }
  }
  const proposing = createDeed({
    send: (given: string, submissionId) =>
      api.officers.proposeChange.mutate({
        officerId: props.officer.id,
        expectedVersion: props.officer.version,
        wanted: wanted(),
        reason: given,
        submissionId,
      }),
    done() {
      showToast({ title: t('proposed'), tone: 'ok', closeLabel: shared('close') })
      props.close()
      void queries.invalidateQueries()
    },
  })
  const title = () => {
    const post = postName(props.officer)
    return t(props.deed === 'changeRoles' ? 'roles.title' : `${props.deed}.title`, { post })
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && props.close()}
      title={title()}
      confirmLabel={t('propose')}
      cancelLabel={shared('cancel')}
      tone={props.deed === 'suspend' ? 'danger' : 'primary'}
      busy={proposing.busy()}
      blocked={reason().trim() === '' || roles().length === 0}
      onConfirm={() => void proposing.run(reason().trim())}
    >
      <div class="flex flex-col gap-3">
        <Show
          when={props.deed === 'changeRoles'}
          fallback={<p class="text-sm">{t(props.deed === 'suspend' ? 'suspend.text' : 'reinstate.text')}</p>}
        >
          <CheckboxGroup
            label={t('roles')}
            hint={t('roles.hint')}
            columns={2}
            options={roleChoices(session(), props.officer.agency)}
            value={roles()}
            onChange={setRoles}
          />
        </Show>
        <TextArea
          label={t('reason')}
          hint={t('reason.hint')}
          required
          rows={2}
          maxLength={200}
          value={reason()}
          onChange={setReason}
        />
        <RefusalNotice
          error={proposing.error()}
          reload={() => {
            props.close()
            void queries.invalidateQueries()
          }}
        />
      </div>
    </ConfirmDialog>
  )
}
