import { Button, Dialog, EmptyState, showToast } from '@lianban/ui'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { createEffect, on, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { RecordRef } from '../app/api-types.ts'
import { agencyShort } from '../app/domain-badges.tsx'
import { formatDate } from '../app/format.ts'
import { t as shared } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { createShare } from './share.ts'
import type { GrantInput } from './share-draft.ts'
import { SharePreview } from './share-preview.tsx'
import { ShareTerms } from './share-terms.tsx'
import { t } from './strings.ts'

/** Shares a record: terms, then in words who will see what, then the deed. */
export function ShareDialog(props: { record: RecordRef; open: boolean; onOpenChange: (open: boolean) => void }) {
  const queries = useQueryClient()
  const options = useQuery(() => ({
    queryKey: ['grants', 'options', props.record.kind, props.record.id],
    queryFn: () => api.grants.options.query({ record: { ...props.record } }),
    enabled: props.open,
  }))
  const share = createShare({
    record: () => props.record,
    agencies: () => options.data?.agencies ?? [],
    today: formatDate(new Date().toISOString()),
    preview: (input) => api.grants.preview.query(input),
  })
  const giving = createDeed({
    send: (input: GrantInput, submissionId) => api.grants.give.mutate({ ...input, submissionId }),
    done() {
      const chosen = share.agency()
      props.onOpenChange(false)
      void queries.invalidateQueries()
      showToast({
        title: t('done', { agency: chosen ? agencyShort(chosen.agency) : '' }),
        tone: 'ok',
        closeLabel: shared('close'),
      })
    },
  })
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return
        share.begin()
        giving.forget()
      },
    ),
  )
  const confirm = () => {
    const input = share.confirmed()
    if (input) void giving.run(input)
  }
  const startAgain = () => {
    giving.forget()
    share.back()
    void options.refetch()
  }

  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => !giving.busy() && props.onOpenChange(open)}
      title={t('title', { record: t(`record.${props.record.kind}`) })}
      description={share.step() === 'terms' ? t('step.choose') : t('step.preview')}
      closeLabel={t('cancel')}
      size="lg"
      footer={
        <Show
          when={share.step() === 'preview'}
          fallback={
            <>
              <Button onClick={() => props.onOpenChange(false)}>{t('cancel')}</Button>
              <Button variant="primary" busy={share.busy()} onClick={() => void share.review()}>
                {share.busy() ? t('previewing') : t('preview')}
              </Button>
            </>
          }
        >
          <Button onClick={startAgain} disabled={giving.busy()}>
            {t('back')}
          </Button>
          <Button variant="primary" busy={giving.busy()} disabled={!share.confirmed()} onClick={confirm}>
            {giving.busy() ? t('confirming') : t('confirm')}
          </Button>
        </Show>
      }
    >
      <Loaded query={options} rows={5} compact>
        {(data) => (
          <Show
            when={data().agencies.length > 0}
            fallback={<EmptyState title={t('noAgencies')} description={t('noAgenciesHint')} />}
          >
            <Show
              when={share.step() === 'preview' && share.preview()}
              fallback={<ShareTerms share={share} options={data()} />}
            >
              {(preview) => <SharePreview preview={preview()} />}
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
