import { Button, CheckboxGroup, ComboboxField, Dialog, showToast, TextArea, TextField } from '@lianban/ui'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import Plus from 'lucide-solid/icons/plus'
import X from 'lucide-solid/icons/x'
import { createSignal, For, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { api } from '../app/api.ts'
import { agencyName } from '../app/domain-badges.tsx'
import { administersOwn } from '../app/duties.ts'
import { t as shared } from '../app/i18n/index.ts'
import { useSession } from '../app/session.tsx'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { emptyPerson, entryOf, isComplete, type Person } from './entry-draft.ts'
import { roleChoices } from './role-choices.ts'
import { t } from './strings.ts'

const most = 50

/** Proposes officers of one agency in one list, to be approved together. */
export function EntryDialog(props: { close: () => void }) {
  const session = useSession()
  const queries = useQueryClient()
  const own = session().officer.agency
  const [slug, setSlug] = createSignal(administersOwn(session()) ? own.slug : '')
  const [reason, setReason] = createSignal('')
  const [people, setPeople] = createStore<Person[]>([emptyPerson()])
  const agencies = useQuery(() => ({ queryKey: ['agencies'], queryFn: () => api.agencies.list.query() }))
  const agency = () => agencies.data?.find((one) => one.slug === slug())
  const proposing = createDeed({
    send: (entry: ReturnType<typeof entryOf>, submissionId) =>
      api.officers.proposeEntry.mutate({ ...entry, submissionId }),
    done() {
      showToast({ title: t('proposed'), tone: 'ok', closeLabel: shared('close') })
      props.close()
      void queries.invalidateQueries()
    },
  })
  const isReady = () => slug() !== '' && reason().trim() !== '' && people.every(isComplete)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.close()}
      title={t('entry.title')}
      closeLabel={shared('close')}
      footer={
        <>
          <Button onClick={() => props.close()}>{shared('cancel')}</Button>
          <Button
            variant="primary"
            disabled={!isReady()}
            busy={proposing.busy()}
            onClick={() => void proposing.run(entryOf({ agencySlug: slug(), reason: reason(), people }))}
          >
            {t('propose')}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        <Show when={!administersOwn(session())}>
          <ComboboxField
            label={t('officers.agency')}
            required
            value={slug()}
            onChange={setSlug}
            emptyText={t('entry.agencyMissing')}
            options={(agencies.data ?? []).map((one) => ({ value: one.slug, label: agencyName(one) }))}
          />
        </Show>
        <For each={people}>
          {(person, place) => (
            <fieldset class="flex flex-col gap-3 rounded-md border border-line p-3">
              <legend class="flex items-center gap-2 px-1 font-medium text-sm">
                {t('entry.person', { n: place() + 1 })}
                <Show when={people.length > 1}>
                  <button
                    type="button"
                    class="rounded-sm p-0.5 text-muted hover:bg-sunken hover:text-ink"
                    aria-label={t('entry.remove', { n: place() + 1 })}
                    onClick={() => setPeople((all) => all.filter((_, at) => at !== place()))}
                  >
                    <X size={14} aria-hidden="true" />
                  </button>
                </Show>
              </legend>
              <div class="grid grid-cols-2 gap-3 narrow:grid-cols-1">
                <TextField
                  label={t('entry.postZh')}
                  required
                  maxLength={40}
                  value={person.postZh}
                  onChange={(postZh) => setPeople(place(), { postZh })}
                />
                <TextField
                  label={t('entry.postEn')}
                  required
                  maxLength={80}
                  value={person.postEn}
                  onChange={(postEn) => setPeople(place(), { postEn })}
                />
              </div>
              <TextField
                label={t('subject')}
                hint={t('entry.subjectHint')}
                required
                maxLength={200}
                value={person.subject}
                onChange={(subject) => setPeople(place(), { subject })}
              />
              <CheckboxGroup
                label={t('roles')}
                columns={3}
                options={roleChoices(session(), agency())}
                value={person.roles}
                onChange={(roles) => setPeople(place(), { roles })}
              />
            </fieldset>
          )}
        </For>
        <div>
          <Button
            size="sm"
            disabled={people.length >= most}
            icon={<Plus size={14} aria-hidden="true" />}
            onClick={() => setPeople(people.length, emptyPerson())}
          >
            {t('entry.add')}
          </Button>
          <p class="mt-2 text-muted text-xs">{t('roles.hint')}</p>
        </div>
        <TextArea
          label={t('reason')}
          hint={t('reason.hint')}
          required
          rows={2}
          maxLength={200}
          value={reason()}
          onChange={setReason}
        />
        <RefusalNotice error={proposing.error()} />
      </div>
    </Dialog>
  )
}
