import type { Sentence } from '@lianban/kernel'
import { Table } from '@lianban/ui'
import { useQuery } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { RuleComparison } from '../app/api-types.ts'
import { said } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { t } from './strings.ts'

type Effect = NonNullable<RuleComparison['effect']>

/** Two versions of the rules: first who gains and loses what, then the lines. */
export function RuleDiff(props: { from: string; to: string }) {
  const compared = useQuery(() => ({
    queryKey: ['rules', 'compare', props.from, props.to],
    queryFn: () => api.rules.compare.query({ from: props.from, to: props.to }),
    staleTime: Number.POSITIVE_INFINITY,
  }))
  return (
    <Loaded query={compared} rows={6} compact>
      {(found) => (
        <div class="flex flex-col gap-5">
          <Show when={found().effect} fallback={<p class="text-muted text-sm">{t('diff.unreadable')}</p>}>
            {(effect) => (
              <>
                <p class="text-sm">
                  {t('diff.rules', {
                    added: effect().added.length,
                    removed: effect().removed.length,
                    edited: effect().edited.length,
                  })}
                  <span class="ml-2 text-faint">
                    {[...effect().added, ...effect().removed, ...effect().edited].join('、')}
                  </span>
                </p>
                <Told title={t('diff.gains')} none={t('diff.noGains')} lines={effect().gains} />
                <Told title={t('diff.losses')} none={t('diff.noLosses')} lines={effect().losses} />
              </>
            )}
          </Show>
          <Measures lines={found().measures} />
          <section>
            <h3 class="mb-2 font-semibold text-sm">{t('diff.text')}</h3>
            <For each={found().files} fallback={<p class="text-muted text-sm">{t('diff.none')}</p>}>
              {(file) => <FileDiff file={file} />}
            </For>
          </section>
        </div>
      )}
    </Loaded>
  )
}

function Told(props: { title: string; none: string; lines: Effect['gains'] }) {
  return (
    <section>
      <h3 class="mb-2 font-semibold text-sm">{props.title}</h3>
      <Show when={props.lines.length > 0} fallback={<p class="text-muted text-sm">{props.none}</p>}>
        <div class="rounded-md border border-line">
          <Table
            caption={props.title}
            rows={props.lines}
            rowKey={(line) => `${line.who.en}|${line.act.en}|${line.rule}`}
            columns={[
              { key: 'who', header: t('diff.who'), primary: true, cell: (line) => said(line.who) },
              { key: 'act', header: t('diff.act'), cell: (line) => said(line.act) },
              {
                key: 'rule',
                header: t('diff.byRule'),
                cell: (line) => (
                  <span>
                    <code class="text-xs">{line.rule}</code>
                    <span class="block text-muted text-xs">{said(line.because)}</span>
                  </span>
                ),
              },
              {
                key: 'rows',
                header: t('diff.onRows'),
                cell: (line) => (
                  <span class="text-sm">
                    {line.rows.map(said).join('；')}
                    <Show when={line.rowCount > line.rows.length}>
                      <span class="text-faint"> {t('diff.more', { count: line.rowCount })}</span>
                    </Show>
                  </span>
                ),
              },
            ]}
          />
        </div>
      </Show>
    </section>
  )
}

function Measures(props: { lines: RuleComparison['measures'] }) {
  const none = () => (props.lines ? t('diff.noMeasures') : t('diff.measuresUnreadable'))
  return (
    <section>
      <h3 class="mb-2 font-semibold text-sm">{t('diff.measures')}</h3>
      <Show when={props.lines?.length ? props.lines : undefined} fallback={<p class="text-muted text-sm">{none()}</p>}>
        {(lines) => (
          <div class="rounded-md border border-line">
            <Table
              caption={t('diff.measures')}
              rows={lines()}
              rowKey={(line) => line.what.en}
              columns={[
                { key: 'what', header: t('diff.measure'), primary: true, cell: (line) => said(line.what) },
                { key: 'before', header: t('diff.before'), cell: (line) => <Value of="before" said={line.before} /> },
                { key: 'after', header: t('diff.after'), cell: (line) => <Value of="after" said={line.after} /> },
              ]}
            />
          </div>
        )}
      </Show>
    </section>
  )
}

/** On a narrow screen there is no head of the column to say which of the two it is. */
function Value(props: { of: 'before' | 'after'; said: Sentence | null }) {
  return (
    <>
      <span class="text-faint text-sm sm:hidden">{t(`diff.${props.of}`)} </span>
      <Show when={props.said} fallback={<span class="text-faint text-sm">{t('diff.absent')}</span>}>
        {(sentence) => <span class="whitespace-pre-wrap text-sm">{said(sentence())}</span>}
      </Show>
    </>
  )
}

const lineTones: Readonly<Record<string, string>> = {
  '+': 'bg-ok-soft text-ok',
  '-': 'bg-danger-soft text-danger',
}

function FileDiff(props: { file: RuleComparison['files'][number] }) {
  return (
    <div class="mb-3 overflow-hidden rounded-md border border-line">
      <p class="border-line border-b bg-sunken px-3 py-1.5 font-medium text-sm">{props.file.name}</p>
      <div class="overflow-x-auto">
        <For each={props.file.hunks}>
          {(hunk) => (
            <>
              <p class="bg-sunken px-3 py-0.5 text-faint text-xs">{t('diff.line', { line: hunk.newStart })}</p>
              <pre class="min-w-max font-mono text-xs leading-5">
                <For each={hunk.lines}>
                  {(line) => <span class={`block px-3 ${lineTones[line[0] ?? ' '] ?? 'text-muted'}`}>{line}</span>}
                </For>
              </pre>
            </>
          )}
        </For>
      </div>
    </div>
  )
}
