import { Notice } from '@lianban/ui'
import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { createStanding } from './standing.ts'
import { t } from './strings.ts'

/** Stands above everything else once a witness has refused a checkpoint of the log. */
export function DisputeAlarm() {
  const standing = createStanding()
  const times = () => standing.data?.disputes.length ?? 0
  return (
    <Show when={times() > 0}>
      <div class="mb-4" role="alert">
        <Notice tone="danger" title={t('disputed', { n: times() })}>
          {t('disputedHint')}{' '}
          <A class="font-medium underline" href="/audit?view=witnesses">
            {t('disputedSee')}
          </A>
        </Notice>
      </div>
    </Show>
  )
}
