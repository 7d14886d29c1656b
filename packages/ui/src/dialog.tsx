import { Dialog as Root } from '@kobalte/core/dialog'
import X from 'lucide-solid/icons/x'
import { createComputed, createEffect, createSignal, type JSX, onCleanup, Show } from 'solid-js'
import { Button } from './button.tsx'
import { OverlayMountProvider } from './overlay-mount.ts'

export type DialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: string | undefined
  closeLabel: string
  size?: 'sm' | 'md' | 'lg' | undefined
  /** Stays at the foot while the body scrolls. */
  footer?: JSX.Element
  children: JSX.Element
}

const sizes = { sm: 'max-w-md', md: 'max-w-2xl', lg: 'max-w-4xl' } as const

/** Work that must be finished or left before going on; a full screen on a phone. */
export function Dialog(props: DialogProps) {
  const [content, setContent] = createSignal<HTMLElement>()
  let opener: Element | null = null
  createComputed(() => {
    if (props.open) opener = document.activeElement
  })
  const returnFocus = (event: Event) => {
    event.preventDefault()
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
  }
  createEffect(() => {
    const element = content()
    if (props.open && element) onCleanup(keepFocusWithin(element))
  })
  return (
    <Root open={props.open} onOpenChange={props.onOpenChange} modal preventScroll={false}>
      <Root.Portal>
        <Root.Overlay class="fixed inset-0 z-40 bg-scrim" />
        <div class="fixed inset-0 z-40 flex items-start justify-center p-6 pt-[8vh] narrow:p-0">
          <Root.Content
            ref={setContent}
            onCloseAutoFocus={returnFocus}
            class={`appear flex max-h-full w-full flex-col overflow-hidden rounded-lg border border-line-strong bg-raised outline-none narrow:h-full narrow:max-w-none narrow:rounded-none narrow:border-0 ${sizes[props.size ?? 'md']}`}
          >
            <header class="flex items-start gap-3 border-line border-b px-5 py-3 narrow:px-4">
              <div class="min-w-0 flex-1">
                <Root.Title class="font-semibold text-lg">{props.title}</Root.Title>
                <Show when={props.description}>
                  <Root.Description class="mt-0.5 text-muted text-sm">{props.description}</Root.Description>
                </Show>
              </div>
              <Root.CloseButton
                class="-my-1 -mr-2 inline-flex size-8 shrink-0 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-ink narrow:size-10"
                aria-label={props.closeLabel}
              >
                <X size={18} aria-hidden="true" />
              </Root.CloseButton>
            </header>
            <div class="min-h-0 flex-1 overflow-y-auto px-5 py-4 narrow:px-4">
              <OverlayMountProvider value={content}>{props.children}</OverlayMountProvider>
            </div>
            <Show when={props.footer}>
              <footer class="flex flex-wrap items-center justify-end gap-2 border-line border-t bg-sunken px-5 py-3 narrow:px-4 narrow:pb-[calc(0.75rem+env(safe-area-inset-bottom))] narrow:*:flex-1">
                {props.footer}
              </footer>
            </Show>
          </Root.Content>
        </div>
      </Root.Portal>
    </Root>
  )
}

/** What had the focus may go away as the work moves on; the keyboard must not fall out of the dialog with it. */
function keepFocusWithin(element: HTMLElement): () => void {
  const watch = new MutationObserver(() => {
    if (document.activeElement === document.body) element.focus({ preventScroll: true })
  })
  watch.observe(element, { childList: true, subtree: true })
  return () => watch.disconnect()
}

export type ConfirmDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  confirmLabel: string
  cancelLabel: string
  tone?: 'primary' | 'danger' | undefined
  busy?: boolean | undefined
  /** Keeps the confirming button closed, say until a reason is given. */
  blocked?: boolean | undefined
  onConfirm: () => void
  children: JSX.Element
}

/** Asks before a deed that others will notice or that cannot be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => !props.busy && props.onOpenChange(open)}
      title={props.title}
      closeLabel={props.cancelLabel}
      size="sm"
      footer={
        <>
          <Button onClick={() => props.onOpenChange(false)} disabled={props.busy}>
            {props.cancelLabel}
          </Button>
          <Button
            variant={props.tone ?? 'primary'}
            busy={props.busy}
            disabled={props.blocked}
            onClick={() => props.onConfirm()}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  )
}
