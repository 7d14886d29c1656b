import { en } from './en.ts'
import { defineTexts } from './texts.ts'
import { zh } from './zh.ts'

export { locale, said, setLocale } from './locale.ts'
export { defineTexts } from './texts.ts'

/** The texts of the shell and of what every page shares. */
export const t = defineTexts(zh, en)
