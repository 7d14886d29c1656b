import { defineTexts } from '../app/i18n/index.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

export const t = defineTexts(zh, en)
