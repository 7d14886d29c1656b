import { CheckboxField, Panel } from '@lianban/ui'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { For } from 'solid-js'
import { api } from '../app/api.ts'
import type { NoticeOption } from '../app/api-types.ts'
import { said } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { t } from './texts.ts'

/** Kind by kind: whether to be told, and all that may be read of it outside the hub. */
export function NoticeSettings() {
  const queries = useQueryClient()
  const options = useQuery(() => ({
    queryKey: ['notices', 'options'],
    queryFn: () => api.notices.options.query({}),
  }))
  const reload = () => queries.invalidateQueries({ queryKey: ['notices'] })
  const choose = createDeed({
    send: (chosen: { kind: string; isWanted: boolean }, submissionId) =>
      api.notices.choose.mutate({ ...chosen, submissionId }),
    done: reload,
  })
  const note = (option: NoticeOption) => {
    if (!option.isFixed) return t('outside', { text: said(option.outside) })
    return option.climbsAfter ? t('climbs', { minutes: option.climbsAfter }) : t('fixed')
  }
  return (
    <Panel title={t('settingsTitle')} note={t('settingsNote')}>
      <RefusalNotice error={choose.error()} reload={() => void reload()} />
      <Loaded query={options} rows={5}>
        {(found) => (
          <>
            <div class="flex flex-col gap-2">
              <For each={found().kinds}>
                {(option) => (
                  <CheckboxField
                    label={said(option.words)}
                    note={note(option)}
                    checked={option.isWanted}
                    disabled={option.isFixed || choose.busy()}
                    onChange={(isWanted) => void choose.run({ kind: option.kind, isWanted })}
                  />
                )}
              </For>
            </div>
            <p class="mt-4 text-muted text-sm">
              {t(found().dutyHours.days === 'every' ? 'hoursDaily' : 'hours', found().dutyHours)}
            </p>
          </>
        )}
      </Loaded>
    </Panel>
  )
}
