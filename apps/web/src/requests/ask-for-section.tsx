import { createSignal, lazy, Show, Suspense } from 'solid-js'
import { t } from './texts.ts'

const RequestDialog = lazy(async () => ({ default: (await import('./request-dialog.tsx')).RequestDialog }))

/** On the place of a withheld section: ask whoever added it. */
export function AskForSection(props: { caseId: string; position: number }) {
  const [asking, setAsking] = createSignal(false)
  return (
    <>
      <button type="button" class="mt-0.5 text-accent-text text-xs hover:underline" onClick={() => setAsking(true)}>
        {t('ask')}
      </button>
      <Show when={asking()}>
        <Suspense>
          <RequestDialog
            wanted={{ kind: 'Section', caseId: props.caseId, position: props.position }}
            open={asking()}
            onOpenChange={setAsking}
          />
        </Suspense>
      </Show>
    </>
  )
}
