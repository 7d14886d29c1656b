import { Button, Dialog, showToast } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { api } from '../app/api.ts'
import type { TaskForce } from '../app/api-types.ts'
import { t as shared } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { type SeatDraft, seatInput } from './force-draft.ts'
import { SeatFields } from './seat-fields.tsx'
import { t } from './texts.ts'

/** One more seat; what the task force was given opens for it too. */
export function SeatDialog(props: { force: TaskForce; close: () => void }) {
  const queries = useQueryClient()
  const [seat, setSeat] = createSignal<SeatDraft>({ agencyId: '', officerId: '' })
  const isSeated = () =>
    props.force.seats.some(
      ({ state, agency, officer }) =>
        state === 'active' && agency.id === seat().agencyId && (officer?.id ?? '') === seat().officerId,
    )
  const seating = createDeed({
    send: (given: SeatDraft, submissionId) =>
      api.taskForces.seat.mutate({
        taskForceId: props.force.id,
        expectedVersion: props.force.version,
        ...seatInput(given),
        submissionId,
      }),
    done({ opened, leftOut }) {
      showToast({
        title: t(leftOut > 0 ? 'addSeatPartly' : opened > 0 ? 'addSeatDone' : 'addSeatPlain', { opened, leftOut }),
        tone: leftOut > 0 ? 'warn' : 'ok',
        closeLabel: shared('close'),
      })
      props.close()
      void queries.invalidateQueries()
    },
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && !seating.busy() && props.close()}
      title={t('addSeat')}
      description={t('addSeatHint')}
      closeLabel={shared('cancel')}
      footer={
        <>
          <Button onClick={() => props.close()}>{shared('cancel')}</Button>
          <Button
            variant="primary"
            busy={seating.busy()}
            disabled={!seat().agencyId || isSeated()}
            onClick={() => void seating.run(seat())}
          >
            {t('addSeat')}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        <SeatFields value={seat()} onChange={setSeat} error={isSeated() ? t('problem.twice') : undefined} />
        <RefusalNotice
          error={seating.error()}
          reload={() => {
            seating.forget()
            void queries.invalidateQueries({ queryKey: ['taskForces'] })
          }}
        />
      </div>
    </Dialog>
  )
}
