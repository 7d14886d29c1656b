import { ConfirmDialog } from '@lianban/ui'
import { useBeforeLeave } from '@solidjs/router'
import { createSignal, onCleanup, onMount } from 'solid-js'
import { t } from './i18n/index.ts'

/** Asks before what was typed is thrown away, by a link or by closing the window. */
export function UnsavedGuard(props: { dirty: boolean }) {
  const [leave, setLeave] = createSignal<() => void>()
  useBeforeLeave((event) => {
    if (!props.dirty || event.defaultPrevented) return
    event.preventDefault()
    setLeave(() => () => event.retry(true))
  })
  onMount(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (props.dirty) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    onCleanup(() => window.removeEventListener('beforeunload', warn))
  })
  return (
    <ConfirmDialog
      open={leave() !== undefined}
      onOpenChange={(open) => !open && setLeave(undefined)}
      title={t('unsavedTitle')}
      confirmLabel={t('unsavedLeave')}
      cancelLabel={t('unsavedStay')}
      tone="danger"
      onConfirm={() => leave()?.()}
    >
      <p>{t('unsavedBody')}</p>
    </ConfirmDialog>
  )
}
