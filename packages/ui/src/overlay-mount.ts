import { type Accessor, createContext, useContext } from 'solid-js'

const OverlayMount = createContext<Accessor<HTMLElement | undefined>>()

export const OverlayMountProvider = OverlayMount.Provider

/**
 * Where lists, menus and hints are drawn: inside the dialog they were opened from, because everything outside of an
 * open dialog is hidden from screen readers.
 */
export function useOverlayMount(): { readonly mount: HTMLElement } {
  const dialog = useContext(OverlayMount)
  return {
    get mount() {
      return dialog?.() ?? document.body
    },
  }
}
