import type { ExplainedRule } from '../app/api-types.ts'
import { word } from '../app/enums.ts'
import { formatAlternatives } from '../app/format.ts'
import { locale } from '../app/i18n/index.ts'
import { t } from './texts.ts'

type Whom = ExplainedRule['ask'][number]

/** Whom to turn to, in a sentence. */
export function askLine({ closer, agency, roles }: Whom): string {
  if (!agency || closer === 'nobody') return t('ask.nobody')
  const name = locale() === 'zh' ? agency.shortZh : agency.shortEn
  const posts = formatAlternatives(roles.map((role) => word('role', role)))
  if (closer === 'own-agency') return t('ask.own', { roles: posts })
  return t(closer === 'does-it' ? 'ask.doer' : 'ask.agency', { agency: name, roles: posts })
}
