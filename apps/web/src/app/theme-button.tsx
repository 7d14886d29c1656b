import { IconButton, type Theme } from '@lianban/ui'
import Monitor from 'lucide-solid/icons/monitor'
import Moon from 'lucide-solid/icons/moon'
import Sun from 'lucide-solid/icons/sun'
import { Dynamic } from 'solid-js/web'
import { appearance } from './appearance.ts'
import { t } from './i18n/index.ts'

const looks = {
  system: { icon: Monitor, text: 'themeSystem' },
  light: { icon: Sun, text: 'themeLight' },
  dark: { icon: Moon, text: 'themeDark' },
} as const satisfies Record<Theme, unknown>

/** Steps through: as the system, light, dark. */
export function ThemeButton() {
  const look = () => looks[appearance.theme()]
  return (
    <IconButton label={t('theme', { theme: t(look().text) })} onClick={() => appearance.next()}>
      <Dynamic component={look().icon} size={18} aria-hidden="true" />
    </IconButton>
  )
}
