import { Notice } from '@lianban/ui'
import { Show } from 'solid-js'
import { seesDamage } from '../app/duties.ts'
import { useSession } from '../app/session.tsx'
import { t } from './strings.ts'

/** Says that what is shown ends before a damaged update, and which one it is. */
export function DamageNotice(props: { at: number }) {
  const session = useSession()
  return (
    <div class="border-line border-b px-6 py-4 narrow:px-4">
      <Notice tone="danger" title={t('damageTitle')}>
        <p>{t('damageText', { at: String(props.at) })}</p>
        <Show when={seesDamage(session())}>
          <a class="text-accent-text underline" href="/damages">
            {t('damageWhat')}
          </a>
        </Show>
      </Notice>
    </div>
  )
}
