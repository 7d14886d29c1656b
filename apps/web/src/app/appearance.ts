import { createTheme } from '@lianban/ui'

/** Light or dark on this device, written onto the root element before the first page is drawn. */
export const appearance = createTheme({
  storage: localStorage,
  apply(theme) {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  },
})
