import './authorship.css'
import { Button, CheckboxField, DateField, showToast } from '@lianban/ui'
import Download from 'lucide-solid/icons/download'
import { For, Show } from 'solid-js'
import { api } from '../../app/api.ts'
import { agencyShort } from '../../app/domain-badges.tsx'
import { formatNumber } from '../../app/format.ts'
import { t as shared } from '../../app/i18n/index.ts'
import { Loaded } from '../../app/loaded.tsx'
import { readRefusal } from '../../app/refusal.ts'
import { saveFile } from '../../app/save-file.ts'
import { ReplayProgress } from '../history/replay-progress.tsx'
import type { Authorship } from './create-authorship.ts'
import { t } from './strings.ts'

/** Whose words the text is made of, and which of them to show. */
export function AuthorPanel(props: { authorship: Authorship; title: string }) {
  const model = props.authorship
  const exportList = async () => {
    try {
      const list = await api.dossier.exportAuthorship.query({ sectionId: model.sectionId })
      saveFile(`${props.title} ${t('exportName')}.json`, JSON.stringify(list, null, 2))
    } catch (error) {
      showToast({ title: readRefusal(error).sentence, tone: 'danger', closeLabel: shared('close') })
    }
  }
  return (
    <section aria-label={t('title')} class="rounded-md border border-line bg-sunken px-4 py-3">
      <Loaded query={model.query} rows={2} compact>
        {() => (
          <div class="flex flex-col gap-3">
            <Show when={model.replaying()}>{(now) => <ReplayProgress done={now().done} total={now().total} />}</Show>
            <Show
              when={model.agencies().length > 0 || model.replaying()}
              fallback={<p class="text-muted text-sm">{t('empty')}</p>}
            >
              <ul aria-label={t('agencies')} class="flex flex-wrap gap-2">
                <For each={model.agencies()}>
                  {({ agency, letters, shade }) => (
                    <li>
                      <button
                        type="button"
                        aria-pressed={!model.isHidden(agency.id)}
                        class={`author-${shade} inline-flex h-7 items-center gap-1.5 rounded-md border border-line-strong bg-surface px-2 text-sm aria-[pressed=false]:text-faint aria-[pressed=false]:line-through narrow:h-9`}
                        title={t(model.isHidden(agency.id) ? 'showAgency' : 'hideAgency', {
                          agency: agencyShort(agency),
                        })}
                        onClick={() => model.toggleAgency(agency.id)}
                      >
                        <span class="author-swatch size-3 rounded-sm" aria-hidden="true" />
                        {agencyShort(agency)}
                        <span class="text-muted">{t('letters', { n: formatNumber(letters) })}</span>
                      </button>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
            <div class="flex flex-wrap items-end gap-x-4 gap-y-2">
              <DateField
                label={t('since')}
                value={model.since()}
                max={model.until() || undefined}
                onChange={model.setSince}
              />
              <DateField
                label={t('until')}
                value={model.until()}
                min={model.since() || undefined}
                onChange={model.setUntil}
              />
              <CheckboxField label={t('shade')} checked={model.isShaded()} onChange={model.setShaded} />
              <Show when={model.isFiltered()}>
                <Button size="sm" variant="quiet" onClick={model.clearFilter}>
                  {t('clear')}
                </Button>
              </Show>
              <Button
                size="sm"
                class="ml-auto narrow:ml-0"
                icon={<Download size={14} aria-hidden="true" />}
                onClick={() => void exportList()}
              >
                {t('export')}
              </Button>
            </div>
            <p class="text-muted text-xs">{t('hint')}</p>
          </div>
        )}
      </Loaded>
    </section>
  )
}
