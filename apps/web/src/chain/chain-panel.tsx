import { Badge, Button, EmptyState, Panel } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { api } from '../app/api.ts'
import type { Chain, FactInChain } from '../app/api-types.ts'
import { said } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { BindDialog } from './bind-dialog.tsx'
import type { ChainDeed } from './chain-deed.ts'
import { ChooseDialog } from './choose-dialog.tsx'
import { ElementPanel } from './element-panel.tsx'
import { ExplainDialog } from './explain-dialog.tsx'
import { GapList } from './gap-list.tsx'
import { t } from './texts.ts'
import { UnbindDialog } from './unbind-dialog.tsx'
import { Unused } from './unused.tsx'

/** The chain of evidence of a case: what its charges ask for, what is bound to it, and what is missing. */
export function ChainPanel(props: { caseId: string }) {
  const found = useQuery(() => ({
    queryKey: ['evidence', 'chain', props.caseId],
    queryFn: () => api.chain.ofCase.query({ caseId: props.caseId }),
  }))
  return <Loaded query={found}>{(chain) => <OpenChain caseId={props.caseId} chain={chain()} />}</Loaded>
}

function OpenChain(props: { caseId: string; chain: Chain }) {
  const [doing, begin] = createSignal<ChainDeed>()
  const [open, setOpen] = createSignal<ReadonlySet<string>>(new Set())
  const close = () => begin(undefined)
  const facts = (): FactInChain[] => props.chain.elements.flatMap((element) => element.facts)
  const chosen = () => props.chain.charges.filter(({ isChosen }) => isChosen)
  const show = (factId: string) => {
    setOpen(new Set([...open(), factId]))
    queueMicrotask(() => document.getElementById(`fact-${factId}`)?.focus())
  }
  const toggle = (factId: string) => {
    const next = new Set(open())
    if (!next.delete(factId)) next.add(factId)
    setOpen(next)
  }
  const chooseButton = () => (
    <Show when={props.chain.can.prove}>
      <Button size="sm" variant={chosen().length ? 'secondary' : 'primary'} onClick={() => begin({ deed: 'choose' })}>
        {t('choose')}
      </Button>
    </Show>
  )
  return (
    <div class="flex flex-col gap-4">
      <Show
        when={chosen().length > 0}
        fallback={
          <Panel>
            <EmptyState
              title={t('empty')}
              description={t(props.chain.can.prove ? 'emptyHint' : 'emptyReader')}
              action={chooseButton()}
            />
          </Panel>
        }
      >
        <Panel title={t('charges')} note={<Proved facts={facts()} />} actions={chooseButton()}>
          <ul class="flex flex-col gap-1">
            <For each={chosen()}>
              {(charge) => (
                <li class="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
                  <span class="font-medium">{said(charge.words)}</span>
                  <span class="text-muted text-sm">{charge.basis.map(said).join('、')}</span>
                  <Show when={!charge.isVerified}>
                    <Badge tone="warn">{said(charge.statusWords)}</Badge>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Panel>
        <GapList facts={facts()} show={show} />
        <For each={props.chain.elements}>
          {(element) => (
            <ElementPanel
              element={element}
              caseId={props.caseId}
              canProve={props.chain.can.prove}
              open={open()}
              toggle={toggle}
              begin={begin}
            />
          )}
        </For>
        <p class="text-muted text-xs">{props.chain.proofBasis.map(said).join('、')}</p>
      </Show>
      <Unused caseId={props.caseId} chain={props.chain} begin={begin} />
      <Show when={doing()} keyed>
        {(given) => (
          <Switch>
            <Match when={given.deed === 'choose'}>
              <ChooseDialog caseId={props.caseId} chain={props.chain} close={close} />
            </Match>
            <Match when={given.deed === 'bind' && given}>
              {(bind) => (
                <BindDialog
                  caseId={props.caseId}
                  facts={facts()}
                  factId={bind().factId}
                  evidenceId={bind().evidenceId}
                  close={close}
                />
              )}
            </Match>
            <Match when={given.deed === 'unbind' && given}>
              {(unbind) => <UnbindDialog binding={unbind().binding} close={close} />}
            </Match>
            <Match when={given.deed === 'explain' && given}>
              {(explain) => <ExplainDialog binding={explain().binding} close={close} />}
            </Match>
          </Switch>
        )}
      </Show>
    </div>
  )
}

function Proved(props: { facts: readonly FactInChain[] }) {
  const asked = () => props.facts.filter(({ state }) => state !== 'idle')
  return <>{t('proved', { n: asked().filter(({ state }) => state === 'proved').length, all: asked().length })}</>
}
