import { Button, Dialog, EmptyState, showToast } from '@lianban/ui'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { createEffect, createMemo, on, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { RecordRef } from '../app/api-types.ts'
import { agencyShort } from '../app/domain-badges.tsx'
import { formatDate } from '../app/format.ts'
import { t as shared } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { createShare, type Offered } from './share.ts'
import type { ShareRequest } from './share-draft.ts'
import { SharePreview } from './share-preview.tsx'
import { previewOf, send } from './share-sender.ts'
import { ShareTerms } from './share-terms.tsx'
import { t } from './strings.ts'

type ShareDialogProps = {
  record: RecordRef
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Passes on what was granted to the officer's side, instead of sharing what is the own agency's. */
  onward?: boolean | undefined
  /** The grant to pass on, where several allow it. */
  parentGrantId?: string | undefined
}

const offeredBy = async (record: RecordRef, onward: boolean): Promise<Offered> =>
  onward
    ? { ...(await api.grants.onwardOptions.query({ record })), taskForces: [] }
    : { ...(await api.grants.options.query({ record })), parents: [] }

/** Shares a record or passes it on: terms, then in words who will see what, then the deed. */
export function ShareDialog(props: ShareDialogProps) {
  const queries = useQueryClient()
  const onward = () => props.onward ?? false
  // Read anew for each opening: what is kept from the last one would change under an open list.
  const opening = createMemo<number>((before) => (props.open ? before + 1 : before), 0)
  const options = useQuery(() => ({
    queryKey: ['grants', onward() ? 'onwardOptions' : 'options', props.record.kind, props.record.id, opening()],
    queryFn: () => offeredBy({ ...props.record }, onward()),
    enabled: props.open,
  }))
  const share = createShare({
    record: () => props.record,
    offered: () => options.data,
    today: formatDate(new Date().toISOString()),
    preview: (request) => previewOf(request, share.agency()?.agency),
  })
  const recipient = () => {
    const agency = share.agency()
    return share.draft.to === 'force' ? (share.force()?.name ?? '') : agency ? agencyShort(agency.agency) : ''
  }
  const giving = createDeed({
    send: (request: ShareRequest, submissionId) => send(request, submissionId),
    done({ state }) {
      const words = state === 'proposed' ? 'proposed' : onward() ? 'passedOn' : 'done'
      showToast({ title: t(words, { agency: recipient() }), tone: 'ok', closeLabel: shared('close') })
      props.onOpenChange(false)
      void queries.invalidateQueries()
    },
  })
  createEffect(
    on(
      () => props.open && options.isSuccess,
      (ready) => {
        if (!ready) return
        share.begin(props.parentGrantId)
        giving.forget()
      },
    ),
  )
  const confirm = () => {
    const request = share.confirmed()
    if (request) void giving.run(request)
  }
  const startAgain = () => {
    giving.forget()
    share.back()
    void options.refetch()
  }
  const waits = () => share.preview()?.some((seat) => seat.foreseen?.waits) ?? false
  const noneOffered = () => (onward() ? share.offered().parents.length === 0 : false) || isEmpty(share.offered())

  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => !giving.busy() && props.onOpenChange(open)}
      title={t(onward() ? 'onwardTitle' : 'title', { record: t(`record.${props.record.kind}`) })}
      description={t(share.step() === 'preview' ? 'step.preview' : onward() ? 'step.chooseOnward' : 'step.choose')}
      closeLabel={shared('cancel')}
      size="lg"
      footer={
        <Show
          when={share.step() === 'preview'}
          fallback={
            <>
              <Button onClick={() => props.onOpenChange(false)}>{shared('cancel')}</Button>
              <Button
                variant="primary"
                busy={share.busy()}
                disabled={!options.isSuccess || noneOffered()}
                onClick={() => void share.review().then(toFirstProblem)}
              >
                {share.busy() ? t('previewing') : t('preview')}
              </Button>
            </>
          }
        >
          <Button onClick={startAgain} disabled={giving.busy()}>
            {t('back')}
          </Button>
          <Button variant="primary" busy={giving.busy()} disabled={!share.confirmed()} onClick={confirm}>
            {giving.busy() ? t('confirming') : t(waits() ? 'propose' : onward() ? 'confirmOnward' : 'confirm')}
          </Button>
        </Show>
      }
    >
      <Loaded query={options} rows={5} compact>
        {() => (
          <Show
            when={!noneOffered()}
            fallback={
              <EmptyState
                title={t(onward() ? 'noOnward' : 'noAgencies')}
                description={t(onward() ? 'noOnwardHint' : 'noAgenciesHint')}
              />
            }
          >
            <Show when={share.step() === 'preview' && share.preview()} fallback={<ShareTerms share={share} />}>
              {(preview) => <SharePreview seats={preview()} toForce={share.draft.to === 'force'} onward={onward()} />}
            </Show>
            <div class="mt-4 empty:hidden">
              <RefusalNotice error={share.error() ?? giving.error()} reload={startAgain} />
            </div>
          </Show>
        )}
      </Loaded>
    </Dialog>
  )
}

/** On a phone the field that stops the work may be far above or below what is on the screen. */
function toFirstProblem(): void {
  const found = document.querySelector('[role="dialog"] :is([data-invalid], [aria-invalid="true"])')
  found?.scrollIntoView({ block: 'center' })
}

const isEmpty = ({ agencies, taskForces }: Offered): boolean => agencies.length + taskForces.length === 0
