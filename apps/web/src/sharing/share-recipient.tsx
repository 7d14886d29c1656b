import { RadioCards, SelectField } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import { Match, Show, Switch } from 'solid-js'
import { api } from '../app/api.ts'
import type { AgencyCard } from '../app/api-types.ts'
import { agencyName, postName } from '../app/domain-badges.tsx'
import { word } from '../app/enums.ts'
import { formatLastDay } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import type { Share } from './share.ts'
import { type Recipient, recipients } from './share-draft.ts'
import { t } from './strings.ts'

/** Who is to have it: a whole agency, one officer of it, or the seats of a task force. */
export function ShareRecipient(props: { share: Share; error: (field: 'agencyId' | 'forceId') => string | undefined }) {
  const share = () => props.share
  const offered = () => share().offered()
  const kinds = () => recipients.filter((kind) => kind !== 'force' || !share().parent())
  const isClosed = (kind: Recipient) => kind === 'force' && offered().taskForces.length === 0
  return (
    <>
      <RadioCards
        class="col-span-full"
        label={t(share().parent() ? 'toOnward' : 'to')}
        required
        columns={kinds().length === 3 ? 3 : 2}
        options={kinds().map((kind) => ({
          value: kind,
          label: t(`to.${kind}`),
          note: t(isClosed(kind) ? 'noForces' : `to.hint.${kind}`),
          disabled: isClosed(kind),
        }))}
        value={share().draft.to}
        onChange={(kind) => share().chooseRecipient(kind as Recipient)}
      />
      <Switch>
        <Match when={share().draft.to === 'force'}>
          <SelectField
            class="col-span-full"
            label={t('force')}
            hint={t('forceHint')}
            required
            placeholder={t('forcePick')}
            options={offered().taskForces.map((force) => ({
              value: force.id,
              label: force.name,
              note: force.blocked
                ? said(force.blocked)
                : t('forceNote', { seats: force.seats, date: formatLastDay(force.validUntil) }),
              disabled: force.blocked !== null,
            }))}
            value={share().draft.forceId}
            onChange={share().chooseForce}
            error={props.error('forceId')}
          />
        </Match>
        <Match when={true}>
          <SelectField
            class={share().draft.to === 'agency' ? 'col-span-full' : ''}
            label={t('agency')}
            required
            placeholder={t('agencyPick')}
            options={offered().agencies.map(({ agency, isOpen }) => ({
              value: agency.id,
              label: agencyName(agency),
              note: isOpen ? t('alreadyOpen') : word('agencyKind', agency.kind),
              disabled: isOpen && share().draft.to === 'agency',
            }))}
            value={share().draft.agencyId}
            onChange={share().chooseAgency}
            error={props.error('agencyId')}
          />
          <Show when={share().draft.to === 'officer'}>
            <OfficerField share={share()} agency={share().agency()?.agency} />
          </Show>
        </Match>
      </Switch>
    </>
  )
}

/** The posts that the other agency shows to its agreement partners. */
function OfficerField(props: { share: Share; agency: AgencyCard | undefined }) {
  const posts = useQuery(() => ({
    queryKey: ['agencies', 'posts', props.agency?.id],
    queryFn: () => api.agencies.posts.query({ agencyId: props.agency!.id }),
    enabled: props.agency !== undefined,
  }))
  const items = () => (props.agency && posts.isSuccess ? posts.data.items : [])
  const problem = () => {
    const found = props.share.problem('officerId')
    return found && t(`problem.${found}`)
  }
  const hint = () => {
    if (!props.agency) return t('officerAfterAgency')
    if (posts.isError) return t('officersFailed')
    return posts.isSuccess && items().length === 0 ? t('noOfficers') : undefined
  }
  return (
    <SelectField
      label={t('officer')}
      hint={hint()}
      required
      disabled={items().length === 0}
      placeholder={t(props.agency && posts.isPending ? 'officersLoading' : 'officerPick')}
      options={items().map((post) => ({
        value: post.id,
        label: postName(post),
        note: post.roles.map((role) => word('role', role)).join(' · '),
      }))}
      value={props.share.draft.officerId}
      onChange={(officerId) => props.share.change({ officerId })}
      error={problem()}
    />
  )
}
