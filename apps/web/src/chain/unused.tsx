import { Button, Panel } from '@lianban/ui'
import { For, Show } from 'solid-js'
import type { Chain } from '../app/api-types.ts'
import type { ChainDeed } from './chain-deed.ts'
import { t } from './texts.ts'

/** Evidence that nothing uses, and what the dossier claims without evidence. */
export function Unused(props: { caseId: string; chain: Chain; begin: (deed: ChainDeed) => void }) {
  const canBind = () => props.chain.can.prove && props.chain.elements.length > 0
  return (
    <>
      <Panel
        title={t('orphans')}
        note={props.chain.orphans.total ? t('orphansNote', { n: props.chain.orphans.total }) : undefined}
        flush
      >
        <Show
          when={props.chain.orphans.total > 0}
          fallback={<p class="px-4 py-3 text-muted text-sm">{t('noOrphans')}</p>}
        >
          <ul class="divide-y divide-line">
            <For each={props.chain.orphans.items}>
              {({ id, number, name }) => (
                <li class="flex min-h-10 items-center gap-3 px-4 py-1.5">
                  <a
                    class="wrap-anywhere min-w-0 flex-1 hover:text-accent-text"
                    href={`/cases/${props.caseId}/evidence/${id}`}
                  >
                    <span class="mr-2 font-medium">{t('number', { n: number })}</span>
                    {name}
                  </a>
                  <Show when={canBind()}>
                    <Button size="sm" onClick={() => props.begin({ deed: 'bind', evidenceId: id })}>
                      {t('bind')}
                    </Button>
                  </Show>
                </li>
              )}
            </For>
          </ul>
          <Show when={props.chain.orphans.total > props.chain.orphans.items.length}>
            <p class="border-line border-t px-4 py-2 text-muted text-sm">
              {t('orphansMore', { n: props.chain.orphans.total - props.chain.orphans.items.length })}
            </p>
          </Show>
        </Show>
      </Panel>
      <Panel
        title={t('claims')}
        note={props.chain.claims.total ? t('claimsNote', { n: props.chain.claims.total }) : undefined}
        flush
      >
        <Show
          when={props.chain.claims.total > 0}
          fallback={<p class="px-4 py-3 text-muted text-sm">{t('noClaims')}</p>}
        >
          <p class="border-line border-b px-4 py-2 text-muted text-sm">{t('claimsHint')}</p>
          <ul class="divide-y divide-line">
            <For each={props.chain.claims.items}>
              {({ title, words }) => (
                <li class="px-4 py-2 text-sm">
                  <span class="text-faint">{title}</span>
                  <p class="wrap-anywhere">{words}</p>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Panel>
    </>
  )
}
