import type { Sentence } from '@lianban/kernel'
import { createSignal } from 'solid-js'

export type Locale = 'zh' | 'en'

const key = 'locale'
const storage = typeof window === 'undefined' ? undefined : window.localStorage
const kept = storage?.getItem(key)

const [locale, set] = createSignal<Locale>(kept === 'en' ? 'en' : 'zh')

export { locale }

export function setLocale(chosen: Locale): void {
  storage?.setItem(key, chosen)
  set(chosen)
}

/** A sentence of the hub in the officer's language. */
export const said = (sentence: Sentence): string => sentence[locale()]
