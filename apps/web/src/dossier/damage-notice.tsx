import { Notice } from '@lianban/ui'
import { t } from './strings.ts'

/** Says that what is shown ends before a damaged update, and which one it is. */
export function DamageNotice(props: { at: number }) {
  return (
    <div class="border-line border-b px-6 py-4 narrow:px-4">
      <Notice tone="danger" title={t('damageTitle')}>
        <p>{t('damageText', { at: String(props.at) })}</p>
      </Notice>
    </div>
  )
}
