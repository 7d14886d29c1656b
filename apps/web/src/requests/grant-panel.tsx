import { Button, CheckboxField, DateField, Notice, Panel, SelectField, showToast } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import Check from 'lucide-solid/icons/check'
import { Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { api } from '../app/api.ts'
import type { AccessRequestPage, Level, RequestOpening } from '../app/api-types.ts'
import { LabelBadge } from '../app/domain-badges.tsx'
import { choices } from '../app/enums.ts'
import { formatLastDay } from '../app/format.ts'
import { t as shell } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { endOfDay } from './request-draft.ts'
import { t } from './texts.ts'

type Agreement = RequestOpening['agreements'][number]

/** The terms stand ready as the agreement carries them: one click grants what was asked for. */
export function GrantPanel(props: { request: AccessRequestPage; opening: RequestOpening }) {
  const name = () => props.request.records.find(({ id }) => id === props.opening.record.id)
  return (
    <Panel
      title={name()?.title ?? t('unnamed')}
      note={
        <span class="flex items-center gap-2">
          {name()?.number}
          <LabelBadge label={props.opening.label} />
        </span>
      }
    >
      <Show when={props.opening.mayShare} fallback={<Notice tone="neutral">{t('notShareable')}</Notice>}>
        <Show
          when={props.opening.agreements.length}
          fallback={
            <Notice tone="warn" title={t('noAgreement')}>
              {t('noAgreementHint')}
            </Notice>
          }
        >
          <Terms request={props.request} opening={props.opening} />
        </Show>
      </Show>
    </Panel>
  )
}

const offeredBy = (agreement: Agreement) => ({
  agreementId: agreement.id,
  purpose: agreement.purpose,
  level: agreement.level,
  expiresAt: formatLastDay(agreement.expiresAt),
})

function Terms(props: { request: AccessRequestPage; opening: RequestOpening }) {
  const queries = useQueryClient()
  const agreements = () => props.opening.agreements
  const [terms, setTerms] = createStore({ ...offeredBy(agreements()[0]!), toOfficer: false })
  const chosen = () => agreements().find(({ id }) => id === terms.agreementId) ?? agreements()[0]!
  const untilOf = (day: string) => {
    const end = endOfDay(day)
    const offered = chosen().expiresAt
    return formatLastDay(offered) === day ? offered : end
  }
  const granting = createDeed({
    send: ({ expiresAt, ...given }: typeof terms, submissionId) =>
      api.requests.grant.mutate({
        ...given,
        expiresAt: untilOf(expiresAt),
        requestId: props.request.id,
        expectedVersion: props.request.version,
        record: props.opening.record as Parameters<typeof api.requests.grant.mutate>[0]['record'],
        withheldFields: [],
        legalBasis: props.request.legalBasis,
        submissionId,
      }),
    done() {
      showToast({ title: t('granted'), tone: 'ok', closeLabel: shell('close') })
      void queries.invalidateQueries()
    },
  })
  const levels = () => {
    const all = choices('level')
    return all.slice(0, all.findIndex(({ value }) => value === chosen().maxLevel) + 1)
  }
  return (
    <div class="flex flex-col gap-3">
      <div class="grid grid-cols-2 gap-3 narrow:grid-cols-1">
        <SelectField
          label={t('agreement')}
          options={agreements().map(({ id, title, number }) => ({ value: id, label: title, note: number }))}
          value={terms.agreementId}
          onChange={(id) => setTerms(offeredBy(agreements().find((one) => one.id === id) ?? chosen()))}
        />
        <SelectField
          label={t('purpose')}
          options={chosen().purposes.map((purpose) => ({ value: purpose, label: purpose }))}
          value={terms.purpose}
          onChange={(purpose) => setTerms({ purpose })}
        />
        <SelectField
          label={t('grantLevel')}
          options={levels()}
          value={terms.level}
          onChange={(level) => setTerms({ level: level as Level })}
        />
        <DateField label={t('expiresAt')} value={terms.expiresAt} onChange={(expiresAt) => setTerms({ expiresAt })} />
      </div>
      <CheckboxField
        label={t('toOfficer')}
        note={t('toOfficerHint')}
        checked={terms.toOfficer}
        onChange={(toOfficer) => setTerms({ toOfficer })}
      />
      <RefusalNotice error={granting.error()} reload={() => void queries.invalidateQueries()} />
      <div>
        <Button
          variant="primary"
          icon={<Check size={16} aria-hidden="true" />}
          busy={granting.busy()}
          onClick={() => void granting.run({ ...terms })}
        >
          {t('grant')}
        </Button>
      </div>
    </div>
  )
}
