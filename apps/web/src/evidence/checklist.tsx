import { Badge, Button, Panel, type Tone } from '@lianban/ui'
import { createMemo, For, Show } from 'solid-js'
import type { EvidenceItem } from '../app/api-types.ts'
import { officerLine } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { said } from '../app/i18n/index.ts'
import { t } from './texts.ts'

type Line = EvidenceItem['lines'][number]

const isFailed = (line: Line) => line.outcome === 'failed' && !line.cured
const order = (line: Line) => (isFailed(line) ? 0 : line.outcome === 'open' ? 1 : 2)

/** What the law asks of the item: what failed first, with its article and what cures it. */
export function Checklist(props: { item: EvidenceItem; cure: (line: Line) => void }) {
  const lines = createMemo(() => props.item.lines.toSorted((a, b) => order(a) - order(b)))
  const note = () => {
    const failed = props.item.lines.filter(isFailed).length
    const open = props.item.lines.filter(({ outcome }) => outcome === 'open').length
    return t('checklistNote', { met: props.item.lines.length - failed - open, failed, open })
  }
  return (
    <Panel title={t('checklist')} note={note()} flush>
      <ul>
        <For each={lines()}>
          {(line) => (
            <li class="flex gap-3 narrow:flex-col narrow:gap-1.5 border-line border-b px-4 py-2.5 last:border-b-0">
              <div class="w-28 shrink-0 narrow:w-auto">
                <LineBadge line={line} />
              </div>
              <div class="min-w-0 flex-1">
                <p class="flex flex-wrap items-baseline gap-x-2">
                  <span class={line.outcome === 'met' ? 'text-muted' : 'font-medium'}>{said(line.words)}</span>
                  <span class="text-faint text-xs">
                    {line.basis.map(said).join('、')}
                    {line.isVerified ? '' : ` · ${said(line.statusWords)}`}
                  </span>
                </p>
                <Show when={line.outcome === 'open'}>
                  <p class="text-muted text-sm">
                    {t('answerThis', {
                      facts: line.facts
                        .filter(({ isAnswered }) => !isAnswered)
                        .map(({ words }) => said(words))
                        .join('；'),
                    })}
                  </p>
                </Show>
                <Show when={isFailed(line)}>
                  <p class="text-sm">{t('cureHow', { cure: said(line.cure) })}</p>
                </Show>
                <Show when={line.outcome === 'failed' && line.cured}>
                  {(cured) => (
                    <p class="text-muted text-sm">
                      {t(`how.${cured().how}`)}：{cured().words}（{officerLine(cured().by)}，
                      {formatDateTime(cured().at)}）
                    </p>
                  )}
                </Show>
              </div>
              <Show when={props.item.can.amend && isFailed(line) && line.consequence === 'curable'}>
                <Button size="sm" class="shrink-0 self-start" onClick={() => props.cure(line)}>
                  {t('cure')}
                </Button>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Panel>
  )
}

function LineBadge(props: { line: Line }) {
  const tone = (): Tone => {
    if (isFailed(props.line)) return props.line.consequence === 'excluded' ? 'danger' : 'warn'
    return props.line.outcome === 'open' ? 'neutral' : 'ok'
  }
  const words = () => {
    if (isFailed(props.line)) return t(`consequence.${props.line.consequence}`)
    return props.line.outcome === 'failed' ? t('line.cured') : t(`line.${props.line.outcome}`)
  }
  return <Badge tone={tone()}>{words()}</Badge>
}
