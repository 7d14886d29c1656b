import type { HandoffKind } from '../app/api-types.ts'
import { locale } from '../app/i18n/index.ts'
import { t } from './strings.ts'

/** What is frozen, and whose the matter is afterwards, by the kind of hand-over. */
export function introOf(kind: Pick<HandoffKind, 'holds' | 'moves' | 'about' | 'prepared'> | undefined): string {
  if (!kind) return t('prepare.textAny')
  if (kind.prepared === 'giveOpinion') return t('prepare.opinionIntro')
  const parts = kind.holds.filter((piece) => piece !== 'transfer_letter').map((piece) => t(`item.${piece}`))
  const what = parts.length > 0 ? parts.join(locale() === 'zh' ? '、' : ', ') : t('prepare.lettersOnly')
  return `${t('prepare.freezes', { what })}${t(`prepare.then.${kind.about === 'clue' ? 'clue' : kind.moves}`)}`
}
