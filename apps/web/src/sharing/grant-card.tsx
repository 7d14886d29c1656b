import { Badge, Button, type Description, DescriptionList } from '@lianban/ui'
import { For, Show } from 'solid-js'
import type { Grant } from '../app/api-types.ts'
import { agencyShort, LevelBadge, officerLine } from '../app/domain-badges.tsx'
import { formatDateTime, formatLastDay } from '../app/format.ts'
import { fieldNames } from '../changes/field-names.ts'
import { ReceiptsButton } from '../log-receipts/receipts-button.tsx'
import { deedsFor, type GrantDeed } from './grant-deeds.ts'
import { t } from './strings.ts'

export type ChosenDeed = { readonly grant: Grant; readonly deed: GrantDeed }

/** One grant as it is: how it came about, what it opens and until when, and what may be done about it. */
export function GrantCard(props: { grant: Grant; choose: (chosen: ChosenDeed) => void }) {
  return (
    <div class="border-line border-b px-4 py-3" data-grant={props.grant.id}>
      <div class="mb-2.5 flex flex-wrap items-center gap-x-2 gap-y-1.5">
        <LevelBadge level={props.grant.level} />
        <GrantBadges grant={props.grant} />
        <span class="ml-auto flex flex-wrap justify-end gap-1.5">
          <ReceiptsButton
            about={{ kind: 'Grant', id: props.grant.id }}
            name={t('receiptsOf', { agency: agencyShort(props.grant.grantee) })}
            quiet
          />
          <GrantButtons grant={props.grant} choose={props.choose} />
        </span>
      </div>
      <DescriptionList columns={3} items={termsOf(props.grant)} />
    </div>
  )
}

/** Sharing is what is expected, and what was passed on names who did. */
const toldOrigins = ['auto', 'request', 'emergency'] as const

/** Where a grant comes from and how it stands. */
export function GrantBadges(props: { grant: Grant }) {
  const force = () => props.grant.taskForce
  return (
    <>
      <Show when={toldOrigins.find((origin) => origin === props.grant.origin)}>
        {(origin) => <Badge tone={origin() === 'emergency' ? 'danger' : 'info'}>{t(`origin.${origin()}`)}</Badge>}
      </Show>
      <Show when={props.grant.passedOnBy}>
        {(agency) => <Badge tone="accent">{t('origin.by', { agency: agencyShort(agency()) })}</Badge>}
      </Show>
      <Show when={force()}>
        {(found) => <Badge outlined>{t('origin.force', { force: found().name ?? t('origin.aForce') })}</Badge>}
      </Show>
      <Show when={props.grant.awaits}>
        {(what) => <Badge tone="warn">{t(what() === 'grant' ? 'state.proposed' : 'state.extension')}</Badge>}
      </Show>
      <Show when={props.grant.endsSoon}>
        <Badge tone="warn">{t('state.endsSoon')}</Badge>
      </Show>
      <Show when={props.grant.isNews}>
        <Badge tone="info">{t('state.news')}</Badge>
      </Show>
      <Show when={props.grant.isToMe}>
        <Badge>{t(props.grant.granteeOfficer ? 'state.toMe' : 'state.toMyAgency')}</Badge>
      </Show>
    </>
  )
}

export function GrantButtons(props: { grant: Grant; choose: (chosen: ChosenDeed) => void }) {
  return (
    <span class="ml-auto flex flex-wrap justify-end gap-1.5">
      <For each={deedsFor(props.grant)}>
        {(deed) => (
          <Button
            size="sm"
            variant={deed === 'approve' ? 'primary' : 'secondary'}
            onClick={() => props.choose({ grant: props.grant, deed })}
          >
            {t(deed === 'recall' && props.grant.state === 'proposed' ? 'deed.withdraw' : `deed.${deed}`)}
          </Button>
        )}
      </For>
    </span>
  )
}

const isEmergency = ({ origin }: Pick<Grant, 'origin'>): boolean => origin === 'emergency'

/** An emergency access is over within its hour; everything else lasts for days. */
export const endOf = (grant: Pick<Grant, 'origin' | 'expiresAt'>): string =>
  isEmergency(grant) ? formatDateTime(grant.expiresAt) : formatLastDay(grant.expiresAt)

export function termsOf(grant: Grant): Description[] {
  const items: (Description | undefined)[] = [
    { term: t('access.purpose'), value: grant.purpose },
    {
      term: t('access.until'),
      value: endOf(grant),
      hint: grant.extensionUntil
        ? t('access.asked', { date: formatLastDay(grant.extensionUntil) })
        : grant.state === 'live' && !isEmergency(grant)
          ? t('access.reminded', { days: grant.remindDays })
          : undefined,
    },
    grant.agreement ? { term: t('access.agreement'), value: grant.agreement.number } : undefined,
    { term: t('access.legalBasis'), value: grant.legalBasis },
    {
      term: t(grant.awaits === 'grant' || grant.approvedBy ? 'access.proposedBy' : 'access.givenBy'),
      value: officerLine(grant.givenBy),
      hint: formatDateTime(grant.givenAt),
    },
    grant.approvedBy && grant.approvedAt
      ? {
          term: t('access.approvedBy'),
          value: officerLine(grant.approvedBy),
          hint: formatDateTime(grant.approvedAt),
        }
      : undefined,
    grant.extensionBy ? { term: t('access.extensionBy'), value: officerLine(grant.extensionBy) } : undefined,
    { term: t('access.onward'), value: t(grant.allowsOnward ? 'access.onwardYes' : 'access.onwardNo') },
    grant.withheldFields.length > 0
      ? { term: t('access.withheld'), value: fieldNames(grant.withheldFields) }
      : undefined,
    grant.state === 'live' && grant.declineReason
      ? { term: t('access.extensionDeclined'), value: grant.declineReason }
      : undefined,
  ]
  return items.filter((item) => item !== undefined)
}
