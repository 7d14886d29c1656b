import { type Locale, locale } from './locale.ts'

export type Facts = Readonly<Record<string, string | number>>

/**
 * The texts of one part of the application. English must have exactly the keys of Chinese; `{name}` in a text is
 * filled from the facts.
 */
export function defineTexts<const Zh extends Readonly<Record<string, string>>>(
  zh: Zh,
  en: { readonly [Key in keyof Zh]: string },
): (key: keyof Zh & string, facts?: Facts) => string {
  const dictionaries: Record<Locale, { readonly [Key in keyof Zh]: string }> = { zh, en }
  return (key, facts = {}) =>
    dictionaries[locale()][key].replace(/\{(\w+)\}/g, (hole, name: string) => String(facts[name] ?? hole))
}
