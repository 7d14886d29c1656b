import { Badge, Button, Panel } from '@lianban/ui'
import LockKeyhole from 'lucide-solid/icons/lock-keyhole'
import { createSignal, For, lazy, Show, Suspense } from 'solid-js'
import type { OfficerCard, RecordRef } from '../app/api-types.ts'
import { officerLine } from '../app/domain-badges.tsx'
import { t } from './texts.ts'

const WidenDialog = lazy(async () => ({ default: (await import('./widen-dialog.tsx')).WidenDialog }))

type Kept = {
  readonly isRestricted: boolean
  readonly readers: readonly OfficerCard[]
  readonly can: { readonly widen: boolean }
}

/** Stands beside the label of a record that is kept to named officers. */
export function RestrictedBadge(props: { record: Pick<Kept, 'isRestricted'> }) {
  return (
    <Show when={props.record.isRestricted}>
      <Badge tone="warn" icon={<LockKeyhole size={12} />} title={t('restrictedHint')}>
        {t('restricted')}
      </Badge>
    </Show>
  )
}

/** Who of the owning agency may know of a restricted record; others are not shown the names. */
export function ReadersPanel(props: { record: RecordRef; kept: Kept }) {
  const [widening, widen] = createSignal(false)
  return (
    <Show when={props.kept.isRestricted && props.kept.readers.length > 0}>
      <Panel
        title={t('panel')}
        actions={
          <Show when={props.kept.can.widen}>
            <Button size="sm" variant="quiet" class="-mr-2" onClick={() => widen(true)}>
              {t('widen')}
            </Button>
          </Show>
        }
      >
        <p class="text-muted text-sm">{t('panelHint')}</p>
        <ul class="mt-2 flex flex-col gap-1">
          <For each={props.kept.readers}>{(officer) => <li>{officerLine(officer)}</li>}</For>
        </ul>
      </Panel>
      <Show when={widening()}>
        <Suspense>
          <WidenDialog record={props.record} readers={props.kept.readers} close={() => widen(false)} />
        </Suspense>
      </Show>
    </Show>
  )
}
