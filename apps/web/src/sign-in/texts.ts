import { defineTexts } from '../app/i18n/index.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

export const t = defineTexts(zh, en)

/** Why the sign-in was refused; a code without words is named. */
export const refusedText = (code: string): string =>
  code.startsWith('identity.') && code in zh ? t(code as keyof typeof zh) : t('otherReason', { code })
