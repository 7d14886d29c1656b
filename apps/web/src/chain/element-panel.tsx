import { Badge, Button, Panel, type Tone } from '@lianban/ui'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { For, Show } from 'solid-js'
import type { BoundEvidence, Chain, FactInChain } from '../app/api-types.ts'
import { officerLine } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import type { ChainDeed } from './chain-deed.ts'
import { t } from './texts.ts'

const tones: Record<FactInChain['state'], Tone> = {
  proved: 'ok',
  open: 'warn',
  contradicted: 'danger',
  idle: 'neutral',
}

type Given = {
  caseId: string
  canProve: boolean
  open: ReadonlySet<string>
  toggle: (factId: string) => void
  begin: (deed: ChainDeed) => void
}

/** Arrows walk through the facts, of whichever element; Enter opens one. */
function walk(event: KeyboardEvent & { currentTarget: HTMLElement }) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (!step) return
  const all = [...document.querySelectorAll<HTMLElement>('[data-fact]')]
  const next = all[all.indexOf(event.currentTarget) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** One element of the charges with the facts that have to be proved for it. */
export function ElementPanel(props: Given & { element: Chain['elements'][number] }) {
  return (
    <Panel title={said(props.element.words)} flush>
      <ul class="divide-y divide-line">
        <For each={props.element.facts}>
          {(fact) => {
            const isOpen = () => props.open.has(fact.id)
            return (
              <li>
                <button
                  id={`fact-${fact.id}`}
                  data-fact
                  type="button"
                  aria-expanded={isOpen()}
                  class="flex min-h-11 w-full items-center gap-2 px-4 py-2 text-left hover:bg-sunken"
                  onClick={() => props.toggle(fact.id)}
                  onKeyDown={walk}
                >
                  <ChevronRight
                    size={16}
                    aria-hidden="true"
                    class={`shrink-0 text-faint transition-transform ${isOpen() ? 'rotate-90' : ''}`}
                  />
                  <span class="min-w-0 flex-1 font-medium">{said(fact.words)}</span>
                  <Show when={fact.bindings.length > 0}>
                    <span class="shrink-0 text-muted text-sm">{t('bound', { n: fact.bindings.length })}</span>
                  </Show>
                  <Badge tone={tones[fact.state]}>{t(`state.${fact.state}`)}</Badge>
                </button>
                <Show when={isOpen()}>
                  <Fact fact={fact} caseId={props.caseId} canProve={props.canProve} begin={props.begin} />
                </Show>
              </li>
            )
          }}
        </For>
      </ul>
    </Panel>
  )
}

function Fact(props: Pick<Given, 'caseId' | 'canProve' | 'begin'> & { fact: FactInChain }) {
  return (
    <div class="flex flex-col gap-3 border-line border-t bg-sunken/50 px-4 py-3 pl-10 narrow:pl-4">
      <div class="text-sm">
        <p class="text-faint">{t('wanted')}</p>
        <ul class="list-disc pl-5">
          <For each={props.fact.wanted}>{(wanted) => <li>{said(wanted)}</li>}</For>
        </ul>
        <p class="mt-1 text-faint text-xs">
          {props.fact.basis.map(said).join('、')}
          {props.fact.isVerified ? '' : `（${said(props.fact.statusWords)}）`}
        </p>
      </div>
      <Show when={props.fact.bindings.length > 0} fallback={<p class="text-muted text-sm">{t('nothingBound')}</p>}>
        <ul class="flex flex-col gap-2">
          <For each={props.fact.bindings}>
            {(binding) => (
              <Binding binding={binding} caseId={props.caseId} canProve={props.canProve} begin={props.begin} />
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.canProve}>
        <div>
          <Button size="sm" onClick={() => props.begin({ deed: 'bind', factId: props.fact.id })}>
            {t('bind')}
          </Button>
        </div>
      </Show>
    </div>
  )
}

const relationTones: Record<BoundEvidence['relation'], Tone> = {
  direct: 'accent',
  corroborates: 'info',
  contradicts: 'danger',
}

function Binding(props: Pick<Given, 'caseId' | 'canProve' | 'begin'> & { binding: BoundEvidence }) {
  const isOpenContradiction = () => props.binding.relation === 'contradicts' && !props.binding.explained
  return (
    <li class="rounded-md border border-line bg-surface px-3 py-2">
      <span class="flex flex-wrap items-center gap-x-2 gap-y-1">
        <a
          class="wrap-anywhere font-medium hover:text-accent-text"
          href={`/cases/${props.caseId}/evidence/${props.binding.item.id}`}
        >
          {t('number', { n: props.binding.item.number })} {props.binding.item.name}
        </a>
        <Badge tone={relationTones[props.binding.relation]}>{t(`relation.${props.binding.relation}`)}</Badge>
        <Show when={props.binding.counts !== 'yes'}>
          <Badge tone={props.binding.counts === 'excluded' ? 'danger' : 'warn'}>
            {t(`counts.${props.binding.counts}`)}
          </Badge>
        </Show>
        <Show when={props.binding.item.breaks > 0}>
          <Badge tone="danger">{t('broken')}</Badge>
        </Show>
        <Show when={props.canProve}>
          <span class="ml-auto flex gap-1">
            <Show when={isOpenContradiction()}>
              <Button size="sm" onClick={() => props.begin({ deed: 'explain', binding: props.binding })}>
                {t('explain')}
              </Button>
            </Show>
            <Button size="sm" variant="quiet" onClick={() => props.begin({ deed: 'unbind', binding: props.binding })}>
              {t('unbind')}
            </Button>
          </span>
        </Show>
      </span>
      <span class="block text-muted text-sm">
        {said(props.binding.item.kindWords)} · {t('from', { source: props.binding.source || '—' })}
      </span>
      <Show when={props.binding.note}>
        <span class="block text-sm">{props.binding.note}</span>
      </Show>
      <Show when={props.binding.explained}>
        {(explained) => <span class="block text-sm">{t('explained', { words: explained().words })}</span>}
      </Show>
      <span class="block text-faint text-xs">
        {t('by', { who: officerLine(props.binding.by), at: formatDateTime(props.binding.at) })}
      </span>
    </li>
  )
}
