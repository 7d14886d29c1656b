import { Button } from '@lianban/ui'
import KeyRound from 'lucide-solid/icons/key-round'
import Siren from 'lucide-solid/icons/siren'
import { createSignal, lazy, Show, Suspense } from 'solid-js'
import type { AccessWanted } from '../app/api-types.ts'
import { mayBreakGlass } from '../app/duties.ts'
import { useSession } from '../app/session.tsx'
import { t as emergency } from '../emergencies/texts.ts'
import { t } from './texts.ts'

const RequestDialog = lazy(async () => ({ default: (await import('./request-dialog.tsx')).RequestDialog }))
const BreakGlassDialog = lazy(async () => ({
  default: (await import('../emergencies/break-glass-dialog.tsx')).BreakGlassDialog,
}))

/** What there is to do where nothing was found: ask for it, or in an emergency name it and look. */
export function AskAccess(props: { wanted: AccessWanted }) {
  const session = useSession()
  const [asking, setAsking] = createSignal(false)
  const [breaking, setBreaking] = createSignal(false)
  return (
    <>
      <Button variant="primary" icon={<KeyRound size={16} aria-hidden="true" />} onClick={() => setAsking(true)}>
        {t('ask')}
      </Button>
      <Show when={mayBreakGlass(session())}>
        <Button icon={<Siren size={16} aria-hidden="true" />} onClick={() => setBreaking(true)}>
          {emergency('open')}
        </Button>
      </Show>
      <Suspense>
        <Show when={asking()}>
          <RequestDialog wanted={props.wanted} open={asking()} onOpenChange={setAsking} />
        </Show>
        <Show when={breaking()}>
          <BreakGlassDialog open={breaking()} onOpenChange={setBreaking} />
        </Show>
      </Suspense>
    </>
  )
}
