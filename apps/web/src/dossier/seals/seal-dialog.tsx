import { Badge, Button, Dialog } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { api } from '../../app/api.ts'
import type { SealedDossier } from '../../app/api-types.ts'
import { agencyShort } from '../../app/domain-badges.tsx'
import { found } from '../../app/found.ts'
import { Loaded } from '../../app/loaded.tsx'
import { ExportDialog } from '../../dossier-export/export-dialog.tsx'
import { t as exportText } from '../../dossier-export/texts.ts'
import { checkSeal } from './check.ts'
import { SealedText } from './sealed-text.tsx'
import { t } from './strings.ts'

/** A sealed version with the sections one may read, each checked against its digest in this browser. */
export function SealDialog(props: {
  caseId: string
  seal: SealedDossier
  mayExport: boolean
  open: boolean
  close: () => void
}) {
  const [isExporting, setExporting] = createSignal(false)
  const query = useQuery(() => ({
    queryKey: ['cases', props.caseId, 'seals', props.seal.id],
    queryFn: async () => {
      const sealed = await api.seals.find.query({ caseId: props.caseId, sealId: props.seal.id })
      const checked = await checkSeal({
        ...sealed,
        sections: sealed.sections.map((section) => ({
          position: section.position,
          digest: section.digest,
          ...(section.kind === 'open' && { content: section.content }),
        })),
      })
      return { sealed, checked }
    },
    enabled: props.open,
    gcTime: 0,
  }))
  const openSections = () =>
    (found(query)?.sealed.sections ?? []).flatMap((section) =>
      section.kind === 'open' ? [{ id: section.sectionId, label: section.title }] : [],
    )
  return (
    <>
      <Dialog
        open={props.open && !isExporting()}
        onOpenChange={(open) => !open && props.close()}
        title={t('viewTitle', { n: props.seal.number })}
        closeLabel={t('close')}
        size="lg"
        footer={
          <Show when={props.mayExport && props.seal.state === 'sealed' && openSections().length > 0}>
            <Button onClick={() => setExporting(true)}>{exportText('openSealed')}</Button>
          </Show>
        }
      >
        <Loaded query={query} rows={6} compact>
          {(data) => (
            <div class="flex flex-col gap-4">
              <div class="flex flex-col gap-1">
                <code class="break-all rounded-md bg-sunken px-3 py-2 text-sm">{data().sealed.digest}</code>
                <p class={`text-sm ${data().checked.isWhole ? 'text-ok' : 'text-danger'}`} role="status">
                  {t(data().checked.isWhole ? 'whole' : 'notWhole')}
                </p>
              </div>
              <ol class="flex flex-col gap-4">
                <For each={data().sealed.sections}>
                  {(section) => (
                    <li class="rounded-md border border-line px-4 py-3">
                      <Switch>
                        <Match when={section.kind === 'open' && section}>
                          {(open) => (
                            <>
                              <h3 class="font-semibold">{open().title}</h3>
                              <p class="mb-2 flex flex-wrap items-center gap-2 text-sm">
                                <code class="break-all text-faint text-xs">{open().digest}</code>
                                <Show
                                  when={data().checked.intact.get(open().position)}
                                  fallback={<Badge tone="danger">{t('broken')}</Badge>}
                                >
                                  <Badge tone="ok">{t('intact')}</Badge>
                                </Show>
                              </p>
                              <SealedText caseId={props.caseId} document={open().document} />
                            </>
                          )}
                        </Match>
                        <Match when={section.kind === 'withheld' && section}>
                          {(withheld) => (
                            <>
                              <h3 class="text-muted">{t('section', { n: withheld().position })}</h3>
                              <p class="text-muted text-sm">
                                {t('withheld', { agency: agencyShort(withheld().askAgency) })}
                              </p>
                              <code class="break-all text-faint text-xs">{withheld().digest}</code>
                            </>
                          )}
                        </Match>
                      </Switch>
                    </li>
                  )}
                </For>
              </ol>
            </div>
          )}
        </Loaded>
      </Dialog>
      <Show when={isExporting()}>
        <ExportDialog
          caseId={props.caseId}
          sealed={props.seal}
          sections={openSections()}
          withheld={props.seal.sections - openSections().length}
          close={() => setExporting(false)}
        />
      </Show>
    </>
  )
}
