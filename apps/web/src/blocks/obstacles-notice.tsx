import { Button, Notice } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import ShieldAlert from 'lucide-solid/icons/shield-alert'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { api } from '../app/api.ts'
import type { ExportObstacle } from '../app/api-types.ts'
import { agencyShort } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { found } from '../app/found.ts'
import { said } from '../app/i18n/index.ts'
import { AskConsentDialog } from './ask-consent-dialog.tsx'
import { t } from './strings.ts'

/** What keeps this section from going to court, and whom to ask; nothing at all when nothing does. */
export function ObstaclesNotice(props: { caseId: string; sectionId: string; mayAsk: boolean; quoted: number }) {
  const [asking, ask] = createSignal<ExportObstacle>()
  const obstacles = useQuery(() => ({
    queryKey: ['cases', props.caseId, 'obstacles', props.sectionId, props.quoted],
    queryFn: () =>
      api.dossier.exportObstacles.query({
        caseId: props.caseId,
        sectionIds: [props.sectionId],
        purpose: 'proceedings',
      }),
    enabled: props.quoted > 0,
  }))
  const items = () => (props.quoted > 0 ? (found(obstacles)?.obstacles ?? []) : [])
  return (
    <Show when={items().length}>
      <div class="border-line border-b px-6 py-3 narrow:px-4">
        <Notice tone="warn" title={t('obstacles')} icon={<ShieldAlert size={16} />}>
          <p>{t('obstacleText', { n: items().length })}</p>
          <ul class="mt-1.5 flex flex-col gap-1">
            <For each={items()}>
              {(obstacle, place) => (
                <li class="flex flex-wrap items-baseline gap-x-2">
                  <span>{t('obstacleNth', { n: place() + 1 })}</span>
                  <For each={obstacle.because}>{(because) => <span>{said(because)}</span>}</For>
                  <Switch fallback={t('obstacleUnknown')}>
                    <Match when={obstacle.consent?.state === 'waiting' && obstacle.consent}>
                      {(consent) =>
                        t('waiting', {
                          agency: agencyShort(obstacle.askAgency!),
                          at: formatDateTime(consent().askedAt),
                        })
                      }
                    </Match>
                    <Match when={obstacle.askAgency}>
                      {(agency) => (
                        <span class="flex flex-wrap items-center gap-x-3 gap-y-1">
                          <Show when={obstacle.consent?.state === 'refused'}>
                            <span>{t('refused', { agency: agencyShort(agency()) })}</span>
                          </Show>
                          <Show when={props.mayAsk}>
                            <Button size="sm" onClick={() => ask(obstacle)}>
                              {t('askWhom', { agency: agencyShort(agency()) })}
                            </Button>
                          </Show>
                        </span>
                      )}
                    </Match>
                  </Switch>
                </li>
              )}
            </For>
          </ul>
        </Notice>
        <Show when={asking()} keyed>
          {(obstacle) => <AskConsentDialog caseId={props.caseId} obstacle={obstacle} close={() => ask(undefined)} />}
        </Show>
      </div>
    </Show>
  )
}
