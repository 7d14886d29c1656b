import { type Accessor, createSignal } from 'solid-js'

export type Theme = 'system' | 'light' | 'dark'
export type ThemeStorage = Pick<Storage, 'getItem' | 'setItem'>

const themes: readonly Theme[] = ['system', 'light', 'dark']
const key = 'theme'

const isTheme = (value: string | null): value is Theme => themes.some((theme) => theme === value)

/** The look chosen on this device: kept between visits and applied at once. */
export function createTheme(options: { storage: ThemeStorage; apply: (theme: Theme) => void }): {
  theme: Accessor<Theme>
  setTheme: (theme: Theme) => void
  next: () => void
} {
  const kept = options.storage.getItem(key)
  const [theme, set] = createSignal<Theme>(isTheme(kept) ? kept : 'system')
  options.apply(theme())
  const setTheme = (chosen: Theme) => {
    options.storage.setItem(key, chosen)
    set(chosen)
    options.apply(chosen)
  }
  return { theme, setTheme, next: () => setTheme(themes[(themes.indexOf(theme()) + 1) % themes.length] ?? 'system') }
}
