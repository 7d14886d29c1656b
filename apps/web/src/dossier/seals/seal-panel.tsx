import { Badge, Button } from '@lianban/ui'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import Stamp from 'lucide-solid/icons/stamp'
import { createEffect, createSignal, For, Show } from 'solid-js'
import { api } from '../../app/api.ts'
import type { SealedDossier } from '../../app/api-types.ts'
import { agencyShort, officerLine } from '../../app/domain-badges.tsx'
import { formatDateTime, shortDigest } from '../../app/format.ts'
import { found } from '../../app/found.ts'
import { Loaded } from '../../app/loaded.tsx'
import { ReceiptsButton } from '../../log-receipts/receipts-button.tsx'
import { ChangesDialog } from './changes-dialog.tsx'
import { ProposeDialog } from './propose-dialog.tsx'
import { SealDialog } from './seal-dialog.tsx'
import { type SealDeed, StepDialog } from './step-dialog.tsx'
import { t } from './strings.ts'

const tones = { open: 'warn', sealed: 'ok', declined: 'danger', withdrawn: 'neutral' } as const

/** The sealed versions of a dossier: who signed which, and what changed since. */
export function SealPanel(props: { caseId: string; mayExport: boolean }) {
  const queries = useQueryClient()
  const key = () => ['cases', props.caseId, 'seals']
  const query = useQuery(() => ({
    queryKey: key(),
    queryFn: () => api.seals.list.query({ caseId: props.caseId }),
  }))
  const refresh = () => void queries.invalidateQueries({ queryKey: key() })
  const [proposing, setProposing] = createSignal(false)
  let panel: HTMLElement | undefined
  let isShown = location.hash !== '#seals'
  createEffect(() => {
    // Whoever comes from the desk to sign is brought here, once there is something to sign.
    if (isShown || !found(query)) return
    isShown = true
    panel?.scrollIntoView({ block: 'center' })
  })
  return (
    <section
      ref={panel}
      id="seals"
      aria-label={t('title')}
      class="mt-4 scroll-mt-16 rounded-lg border border-line bg-surface"
    >
      <header class="flex min-h-11 items-center justify-between gap-2 border-line border-b px-4 py-1.5">
        <h2 class="flex items-center gap-1.5 font-semibold">
          <Stamp size={16} aria-hidden="true" />
          {t('title')}
        </h2>
        <Show when={found(query)?.canPropose}>
          <Button size="sm" onClick={() => setProposing(true)}>
            {t('propose')}
          </Button>
        </Show>
      </header>
      <div class="px-4 py-3">
        <Loaded query={query} rows={2} compact>
          {(data) => (
            <Show when={data().items.length > 0} fallback={<p class="text-muted text-sm">{t('none')}</p>}>
              <ol class="flex flex-col divide-y divide-line">
                <For each={data().items}>{(seal) => <SealLine {...props} seal={seal} refresh={refresh} />}</For>
              </ol>
            </Show>
          )}
        </Loaded>
      </div>
      <ProposeDialog caseId={props.caseId} open={proposing()} onOpenChange={setProposing} done={refresh} />
    </section>
  )
}

function SealLine(props: { caseId: string; mayExport: boolean; seal: SealedDossier; refresh: () => void }) {
  const [shown, setShown] = createSignal<'seal' | 'changes'>()
  const [deed, setDeed] = createSignal<SealDeed>()
  const signedCount = () => props.seal.members.filter(({ signed }) => signed).length
  return (
    <li class="flex flex-col gap-2 py-3 first:pt-0 last:pb-0">
      <div class="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span class="font-medium">{t('version', { n: props.seal.number })}</span>
        <Badge tone={tones[props.seal.state]}>
          {t(`state.${props.seal.state}`, { signed: signedCount(), total: props.seal.members.length })}
        </Badge>
        <span class="text-muted text-sm">
          {t('proposedBy', { who: officerLine(props.seal.proposedBy), at: formatDateTime(props.seal.proposedAt) })}
        </span>
        <span class="text-muted text-sm">{t('sections', { n: props.seal.sections })}</span>
        <span class="text-faint text-sm" title={props.seal.digest}>
          {t('digest')} <code>{shortDigest(props.seal.digest)}</code>
        </span>
      </div>
      <Show when={props.seal.note}>
        <p class="text-sm">{props.seal.note}</p>
      </Show>
      <ul class="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        <For each={props.seal.members}>
          {({ agency, signed }) => (
            <li>
              {agencyShort(agency)}{' '}
              <Show when={signed} fallback={<span class="text-warn">{t('unsigned')}</span>}>
                {(by) => (
                  <span class="text-muted">
                    {t('signed', { who: officerLine(by().officer), at: formatDateTime(by().at) })}
                  </span>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.seal.ending}>
        {(ending) => (
          <p class="text-sm">
            {t('ended', {
              who: officerLine(ending().officer),
              at: formatDateTime(ending().at),
              reason: ending().reason,
            })}
          </p>
        )}
      </Show>
      <div class="flex flex-wrap gap-2">
        <Show when={props.seal.can.sign}>
          <Button size="sm" variant="primary" onClick={() => setDeed('sign')}>
            {t('sign')}
          </Button>
        </Show>
        <Button size="sm" onClick={() => setShown('seal')}>
          {t('view')}
        </Button>
        <Button size="sm" onClick={() => setShown('changes')}>
          {t('changes')}
        </Button>
        <ReceiptsButton
          about={{ kind: 'Seal', id: props.seal.id, caseId: props.caseId }}
          name={t('version', { n: props.seal.number })}
        />
        <Show when={props.seal.can.decline}>
          <Button size="sm" variant="quiet" onClick={() => setDeed('decline')}>
            {t('decline')}
          </Button>
        </Show>
        <Show when={props.seal.can.withdraw}>
          <Button size="sm" variant="quiet" onClick={() => setDeed('withdraw')}>
            {t('withdraw')}
          </Button>
        </Show>
      </div>
      <SealDialog {...props} open={shown() === 'seal'} close={() => setShown(undefined)} />
      <ChangesDialog {...props} open={shown() === 'changes'} close={() => setShown(undefined)} />
      <Show when={deed()} keyed>
        {(now) => <StepDialog {...props} deed={now} close={() => setDeed(undefined)} />}
      </Show>
    </li>
  )
}
