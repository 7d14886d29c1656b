import { Badge, Button, type Column, PageHeader, SelectField, TextField } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import Plus from 'lucide-solid/icons/plus'
import UsersRound from 'lucide-solid/icons/users-round'
import { createSignal, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { RegisteredOfficer } from '../app/api-types.ts'
import { AgencyName, agencyName, postName } from '../app/domain-badges.tsx'
import { administersOwn, proposesOfficers } from '../app/duties.ts'
import { word } from '../app/enums.ts'
import { formatDate } from '../app/format.ts'
import { createPageTitle } from '../app/page-title.ts'
import { createPagedQuery } from '../app/paged-query.ts'
import { PagedTable } from '../app/paged-table.tsx'
import { useSession } from '../app/session.tsx'
import { ChangeDialog } from './change-dialog.tsx'
import { EntryDialog } from './entry-dialog.tsx'
import { type Deed, deedsOn } from './officer-deeds.ts'
import { t } from './strings.ts'

const all = '-'
const idleChoices = [30, 90, 180]

/** The register of officers: who they are, what they may be, and when they were last here. */
export function OfficersPage() {
  const session = useSession()
  const [agencySlug, setAgency] = createSignal(all)
  const [idle, setIdle] = createSignal(all)
  const [q, setQ] = createSignal('')
  const [entering, enter] = createSignal(false)
  const [chosen, choose] = createSignal<{ officer: RegisteredOfficer; deed: Deed }>()
  createPageTitle(() => t('officers'))
  const asked = () => ({
    ...(agencySlug() !== all && { agencySlug: agencySlug() }),
    ...(idle() !== all && { idleDays: Number(idle()) }),
    ...(q().trim() && { q: q().trim() }),
  })
  const officers = createPagedQuery(() => ({
    queryKey: ['officers', 'list', asked()],
    read: (cursor) => api.officers.list.query({ ...asked(), cursor }),
  }))
  const agencies = useQuery(() => ({ queryKey: ['agencies'], queryFn: () => api.agencies.list.query() }))
  const lead = () => {
    if (administersOwn(session())) return t('officers.leadOwn')
    return proposesOfficers(session()) ? t('officers.lead') : t('officers.leadRead')
  }
  const isOfOneAgency = () => session().officer.agency.kind !== 'operator'
  return (
    <>
      <PageHeader
        title={t('officers')}
        description={lead()}
        actions={
          <Show when={proposesOfficers(session())}>
            <Button variant="primary" icon={<Plus size={16} aria-hidden="true" />} onClick={() => enter(true)}>
              {t('officers.enter')}
            </Button>
          </Show>
        }
      />
      <div class="mb-3 flex flex-wrap items-end gap-3">
        <Show when={!isOfOneAgency()}>
          <SelectField
            class="w-60 narrow:w-full"
            label={t('officers.agency')}
            value={agencySlug()}
            onChange={setAgency}
            options={[
              { value: all, label: t('officers.everyAgency') },
              ...(agencies.data ?? []).map((agency) => ({ value: agency.slug, label: agencyName(agency) })),
            ]}
          />
        </Show>
        <SelectField
          class="w-40 narrow:w-full"
          label={t('officers.idle')}
          value={idle()}
          onChange={setIdle}
          options={[
            { value: all, label: t('officers.idleAny') },
            ...idleChoices.map((days) => ({ value: String(days), label: t('officers.idleDays', { days }) })),
          ]}
        />
        <TextField
          class="w-60 narrow:w-full"
          label={t('officers.find')}
          type="search"
          maxLength={100}
          value={q()}
          onChange={setQ}
        />
      </div>
      <PagedTable
        query={officers}
        title={t('officers.caption')}
        note={t('officers.count', { total: officers.data?.pages[0]?.total ?? 0 })}
        empty={{ icon: <UsersRound size={20} />, title: t('officers.empty'), description: t('officers.emptyNext') }}
        caption={t('officers.caption')}
        rowKey={(officer) => officer.id}
        columns={columns(!isOfOneAgency(), (officer, deed) => choose({ officer, deed }))}
      />
      <Show when={entering()}>
        <EntryDialog close={() => enter(false)} />
      </Show>
      <Show when={chosen()} keyed>
        {({ officer, deed }) => <ChangeDialog officer={officer} deed={deed} close={() => choose(undefined)} />}
      </Show>
    </>
  )
}

const agency: Column<RegisteredOfficer> = {
  key: 'agency',
  get header() {
    return t('officers.agency')
  },
  cell: (officer) => <AgencyName agency={officer.agency} />,
}

const columns = (
  showsAgency: boolean,
  onChoose: (officer: RegisteredOfficer, deed: Deed) => void,
): Column<RegisteredOfficer>[] => [
  {
    key: 'post',
    header: t('post'),
    primary: true,
    cell: (officer) => (
      <>
        <span class="block">{postName(officer)}</span>
        <span class="block break-all font-normal text-faint text-xs">{officer.subject}</span>
      </>
    ),
  },
  ...(showsAgency ? [agency] : []),
  {
    key: 'roles',
    header: t('roles'),
    cell: (officer) => officer.roles.map((role) => word('role', role)).join('、'),
  },
  {
    key: 'state',
    header: t('state'),
    cell: (officer) => (
      <span class="inline-flex flex-wrap gap-1.5">
        <Badge tone={officer.state === 'active' ? 'ok' : 'neutral'}>{t(`state.${officer.state}`)}</Badge>
        <Show when={officer.waiting}>
          <Badge tone="warn">{t('waiting')}</Badge>
        </Show>
      </span>
    ),
  },
  {
    key: 'seen',
    header: t('lastSignIn'),
    cell: (officer) => (
      <span class={officer.lastSignInAt ? '' : 'text-faint'}>
        {officer.lastSignInAt ? formatDate(officer.lastSignInAt) : t('never')}
      </span>
    ),
  },
  {
    key: 'actions',
    header: t('actions'),
    align: 'end',
    cell: (officer) => (
      <span class="inline-flex flex-wrap justify-end gap-1.5">
        {deedsOn(officer).map((deed) => (
          <Button size="sm" onClick={() => onChoose(officer, deed)}>
            {t(deed)}
          </Button>
        ))}
      </span>
    ),
  },
]
