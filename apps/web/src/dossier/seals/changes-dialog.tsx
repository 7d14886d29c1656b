import { Badge, Dialog } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import { api } from '../../app/api.ts'
import type { SealedDossier } from '../../app/api-types.ts'
import { Loaded } from '../../app/loaded.tsx'
import { ToldBlocks } from '../history/told-blocks.tsx'
import { t } from './strings.ts'

/** What changed since a version was sealed, section by section, with who changed it. */
export function ChangesDialog(props: { caseId: string; seal: SealedDossier; open: boolean; close: () => void }) {
  const query = useQuery(() => ({
    queryKey: ['cases', props.caseId, 'seals', props.seal.id, 'changes'],
    queryFn: () => api.seals.changes.query({ caseId: props.caseId, sealId: props.seal.id }),
    enabled: props.open,
    staleTime: 0,
    gcTime: 0,
  }))
  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => !open && props.close()}
      title={t('changesTitle', { n: props.seal.number })}
      closeLabel={t('close')}
      size="lg"
    >
      <Loaded query={query} rows={6} compact>
        {(data) => (
          <ol class="flex flex-col gap-4">
            <For each={data().items}>
              {(item) => (
                <li class="rounded-md border border-line px-4 py-3">
                  <Show
                    when={item.kind !== 'withheld' && item}
                    fallback={
                      <p class="text-muted">
                        {t('section', { n: item.position })} · {t('withheldChanges')}
                      </p>
                    }
                  >
                    {(open) => (
                      <>
                        <h3 class="flex flex-wrap items-center gap-2 font-semibold">
                          {open().title}
                          <Show when={open().kind === 'new'}>
                            <Badge tone="info">{t('new')}</Badge>
                          </Show>
                          <Show when={open().kind === 'same'}>
                            <Badge>{t('same')}</Badge>
                          </Show>
                        </h3>
                        <Show when={open().kind !== 'same'}>
                          <ToldBlocks blocks={open().changes.blocks} people={open().changes.people} />
                        </Show>
                      </>
                    )}
                  </Show>
                </li>
              )}
            </For>
          </ol>
        )}
      </Loaded>
    </Dialog>
  )
}
