import type { AccessRequest } from '../app/api-types.ts'
import { locale } from '../app/i18n/index.ts'
import { t } from './texts.ts'

const known = (request: AccessRequest) => request.opened ?? request.records.find((record) => record.title !== null)

/** What was asked for, as far as the reader may know: its title, or only what kind of record. */
export function wantedTitle(request: AccessRequest): string {
  const { wanted } = request
  const title = known(request)?.title
  if (title) return title
  if (wanted.kind === 'Hit')
    return t('wanted.Hit', { agency: locale() === 'zh' ? wanted.agency.shortZh : wanted.agency.shortEn })
  return t(`wanted.${wanted.kind}`, { position: wanted.position ?? '' })
}

export function Wanted(props: { request: AccessRequest }) {
  return (
    <span>
      <span class="block">{wantedTitle(props.request)}</span>
      <span class="block font-normal text-muted text-sm">{known(props.request)?.number ?? props.request.reason}</span>
    </span>
  )
}
