import { createEffect, onCleanup } from 'solid-js'
import { t } from './i18n/index.ts'

/** Names the window after the page. */
export function createPageTitle(title: () => string | undefined): void {
  createEffect(() => {
    const own = title()
    document.title = own ? `${own} · ${t('appName')}` : t('appName')
  })
  onCleanup(() => {
    document.title = t('appName')
  })
}
