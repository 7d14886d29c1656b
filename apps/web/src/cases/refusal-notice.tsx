import { Button, Notice } from '@lianban/ui'
import { createMemo, Show } from 'solid-js'
import { readRefusal } from '../app/refusal.ts'
import { t } from './strings.ts'

/** Why a deed was not done, inside its form; a record that changed meanwhile offers its newest form. */
export function RefusalNotice(props: { error: unknown; reload?: (() => void) | undefined }) {
  return (
    <Show when={props.error}>
      {(error) => {
        const refusal = createMemo(() => readRefusal(error()))
        return (
          <div
            role="alert"
            class="scroll-mb-24"
            ref={(element) => queueMicrotask(() => element.scrollIntoView({ block: 'nearest' }))}
          >
            <Notice tone="danger" title={refusal().sentence}>
              <p>{refusal().nextStep}</p>
              <Show when={refusal().kind === 'conflict' && props.reload}>
                <Button size="sm" class="mt-2" onClick={() => props.reload?.()}>
                  {t('reload')}
                </Button>
              </Show>
            </Notice>
          </div>
        )
      }}
    </Show>
  )
}
