import { locale } from '../app/i18n/index.ts'
import { t } from './texts.ts'
import { zh } from './zh.ts'

/** A field of a record in words; one that this build does not know is shown as it came. */
export const fieldName = (field: string): string =>
  `field.${field}` in zh ? t(`field.${field}` as keyof typeof zh) : field

export const fieldNames = (fields: readonly string[]): string =>
  fields.map(fieldName).join(locale() === 'zh' ? '、' : ', ')
