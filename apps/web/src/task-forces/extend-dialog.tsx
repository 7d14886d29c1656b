import { Button, DateField, Dialog, showToast } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { api } from '../app/api.ts'
import type { TaskForce } from '../app/api-types.ts'
import { formatLastDay } from '../app/format.ts'
import { t as shared } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { endOfDay } from './force-draft.ts'
import { t } from './texts.ts'
import { tomorrow } from './tomorrow.ts'

/** The task force goes on for longer than it was to. */
export function ExtendDialog(props: { force: TaskForce; close: () => void }) {
  const queries = useQueryClient()
  const [until, setUntil] = createSignal('')
  const earliest = () => tomorrow(new Date(props.force.until))
  const extending = createDeed({
    send: (day: string, submissionId) =>
      api.taskForces.extend.mutate({
        taskForceId: props.force.id,
        expectedVersion: props.force.version,
        until: endOfDay(day),
        submissionId,
      }),
    done() {
      showToast({ title: t('extended', { until: until() }), tone: 'ok', closeLabel: shared('close') })
      props.close()
      void queries.invalidateQueries({ queryKey: ['taskForces'] })
    },
  })
  const isTooEarly = () => until() !== '' && until() < earliest()
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && !extending.busy() && props.close()}
      title={t('extendTitle')}
      closeLabel={shared('cancel')}
      size="sm"
      footer={
        <>
          <Button onClick={() => props.close()}>{shared('cancel')}</Button>
          <Button
            variant="primary"
            busy={extending.busy()}
            disabled={until() === '' || isTooEarly()}
            onClick={() => void extending.run(until())}
          >
            {t('extend')}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        <p class="text-sm">{t('extendHint', { until: formatLastDay(props.force.until) })}</p>
        <DateField
          label={t('newUntil')}
          required
          min={earliest()}
          value={until()}
          onChange={setUntil}
          error={isTooEarly() ? t('problem.not-later') : undefined}
        />
        <RefusalNotice
          error={extending.error()}
          reload={() => {
            extending.forget()
            void queries.invalidateQueries({ queryKey: ['taskForces'] })
          }}
        />
      </div>
    </Dialog>
  )
}
