import { Toast, toaster } from '@kobalte/core/toast'
import X from 'lucide-solid/icons/x'
import { Show } from 'solid-js'
import { Portal } from 'solid-js/web'
import { type Tone, toneText } from './tone.ts'

export type ToastMessage = {
  readonly title: string
  readonly description?: string | undefined
  readonly tone?: Tone | undefined
  readonly closeLabel: string
}

/** Says that something happened elsewhere on the page, and goes away by itself; refusals stay longer. */
export function showToast(message: ToastMessage): void {
  toaster.show((props) => (
    <Toast
      toastId={props.toastId}
      duration={message.tone === 'danger' || message.tone === 'warn' ? 12_000 : 5_000}
      class="appear flex items-start gap-3 rounded-lg border border-line-strong bg-raised px-4 py-3 shadow-lg"
    >
      <div class="min-w-0 flex-1">
        <Toast.Title class={`font-medium ${toneText[message.tone ?? 'neutral']}`}>{message.title}</Toast.Title>
        <Show when={message.description}>
          <Toast.Description class="mt-0.5 text-muted text-sm">{message.description}</Toast.Description>
        </Show>
      </div>
      <Toast.CloseButton aria-label={message.closeLabel} class="-mr-1 rounded-sm p-1 text-muted hover:text-ink">
        <X size={14} aria-hidden="true" />
      </Toast.CloseButton>
    </Toast>
  ))
}

/** The corner where toasts appear; once per application. */
export function ToastRegion(props: { label: string }) {
  return (
    <Portal>
      <Toast.Region aria-label={props.label} limit={3}>
        <Toast.List class="fixed right-4 bottom-4 z-50 flex w-80 max-w-[calc(100vw-2rem)] flex-col gap-2 outline-none narrow:bottom-32" />
      </Toast.Region>
    </Portal>
  )
}
