import { Button, ConfirmDialog, EmptyState, Notice, PageHeader, showToast } from '@lianban/ui'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import Handshake from 'lucide-solid/icons/handshake'
import Plus from 'lucide-solid/icons/plus'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { Agreement } from '../app/api-types.ts'
import { mayProposeAgreements } from '../app/duties.ts'
import { word } from '../app/enums.ts'
import { t as shell } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { createPageTitle } from '../app/page-title.ts'
import { readRefusal } from '../app/refusal.ts'
import { useSession } from '../app/session.tsx'
import { createSubmission } from '../app/submission.ts'
import { AgreementPanel } from './agreement-panel.tsx'
import { ProposeDialog } from './propose-dialog.tsx'
import { inReadingOrder } from './shown-state.ts'
import { t } from './texts.ts'

/** The standing agreements of the officer's agency. */
export function AgreementsPage() {
  const session = useSession()
  const agreements = useQuery(() => ({ queryKey: ['agreements'], queryFn: () => api.agreements.list.query({}) }))
  const [signing, sign] = createSignal<Agreement>()
  const [proposing, propose] = createSignal(false)
  createPageTitle(() => t('title'))
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('lead')}
        actions={
          <Show when={mayProposeAgreements(session())}>
            <Button variant="primary" icon={<Plus size={16} aria-hidden="true" />} onClick={() => propose(true)}>
              {t('propose')}
            </Button>
          </Show>
        }
      />
      <Loaded query={agreements} rows={8}>
        {(found) => (
          <div class="flex flex-col gap-4">
            <For
              each={inReadingOrder(found().items, new Date())}
              fallback={<EmptyState icon={<Handshake size={20} />} title={t('empty')} description={t('emptyNext')} />}
            >
              {(agreement) => <AgreementPanel agreement={agreement} onSign={() => sign(agreement)} />}
            </For>
          </div>
        )}
      </Loaded>
      <Show when={signing()} keyed>
        {(agreement) => <SignDialog agreement={agreement} onClose={() => sign(undefined)} />}
      </Show>
      <Show when={proposing()}>
        <ProposeDialog open onOpenChange={propose} />
      </Show>
    </>
  )
}

function SignDialog(props: { agreement: Agreement; onClose: () => void }) {
  const client = useQueryClient()
  const submission = createSubmission()
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal<unknown>()

  async function sign() {
    setBusy(true)
    setFailure(undefined)
    try {
      const { id: agreementId, version: expectedVersion } = props.agreement
      const { state } = await submission.send((submissionId) =>
        api.agreements.sign.mutate({ agreementId, expectedVersion, submissionId }),
      )
      showToast({
        title: t('signed', { state: word('agreementState', state) }),
        tone: 'ok',
        closeLabel: shell('close'),
      })
      props.onClose()
    } catch (refused) {
      setFailure(refused)
    } finally {
      setBusy(false)
      void client.invalidateQueries({ queryKey: ['agreements'] })
      void client.invalidateQueries({ queryKey: ['desk'] })
    }
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={t('signTitle', { title: props.agreement.title })}
      confirmLabel={t('sign')}
      cancelLabel={shell('cancel')}
      busy={busy()}
      onConfirm={sign}
    >
      <p>
        {t('signBody', {
          label: word('label', props.agreement.maxLabel),
          level: word('level', props.agreement.maxLevel),
          onward: props.agreement.allowsOnward ? t('onwardYes') : t('onwardNo'),
        })}
      </p>
      <Show when={failure()}>
        {(refused) => (
          <div class="mt-3" role="alert">
            <Notice tone="danger" title={readRefusal(refused()).sentence}>
              {readRefusal(refused()).nextStep}
            </Notice>
          </div>
        )}
      </Show>
    </ConfirmDialog>
  )
}
