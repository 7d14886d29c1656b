import { Badge, Button, TextField } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { RadarDraw } from '../app/api-types.ts'
import { agencyShort } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { locale } from '../app/i18n/index.ts'
import { saveFile } from '../app/save-file.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { drawnLines, publishedDraw } from './published.ts'
import { t } from './texts.ts'

/** One draw: how far it is, the act that comes next, and everything that is published of it. */
export function DrawCard(props: { draw: RadarDraw }) {
  const queries = useQueryClient()
  const [word, setWord] = createSignal('')
  const done = () => void queries.invalidateQueries({ queryKey: ['radar'] })
  const anew = (forget: () => void) => () => {
    forget()
    done()
  }
  const freezing = createDeed({
    send: (_: string, submissionId) => api.radar.freezeDraw.mutate({ drawId: props.draw.id, submissionId }),
    done,
  })
  const drawing = createDeed({
    send: (said: string, submissionId) =>
      api.radar.drawSample.mutate({ drawId: props.draw.id, word: said, submissionId }),
    done,
  })
  const stage = () => (props.draw.result ? 'done' : props.draw.population ? 'frozen' : 'begun')
  const scope = () =>
    [props.draw.rule, props.draw.agency && agencyShort(props.draw.agency)].filter(Boolean).join(' · ') || t('scopeAll')
  const post = () => (locale() === 'zh' ? props.draw.begunBy.postZh : props.draw.begunBy.postEn)
  return (
    <li class="flex flex-col gap-2 border-line border-b px-4 py-3 last:border-b-0">
      <p class="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <Badge tone={stage() === 'done' ? 'ok' : 'warn'}>{t(stage())}</Badge>
        <span class="font-medium">{scope()}</span>
        <span class="text-muted text-sm">{t('begunBy', { post: post(), at: formatDateTime(props.draw.begunAt) })}</span>
      </p>
      <dl class="flex flex-col gap-1 text-sm">
        <Value term={t('commitment')} value={props.draw.commitment} />
        <Show when={props.draw.populationDigest}>
          {(digest) => (
            <Value
              term={`${t('populationDigest')}（${t('lines', { n: props.draw.population!.length })}）`}
              value={digest()}
            />
          )}
        </Show>
        <Show when={props.draw.result}>
          {(result) => (
            <>
              <Value term={t('word')} value={result().word} />
              <Value term={t('seed')} value={result().seed} />
            </>
          )}
        </Show>
      </dl>
      <Show when={stage() === 'begun'}>
        <div class="flex flex-wrap items-center gap-3">
          <Button size="sm" variant="primary" disabled={freezing.busy()} onClick={() => void freezing.run('')}>
            {t('freeze')}
          </Button>
          <span class="text-muted text-sm">{t('freezeHint', { scope: scope() })}</span>
        </div>
        <RefusalNotice error={freezing.error()} reload={anew(freezing.forget)} />
      </Show>
      <Show when={stage() === 'frozen'}>
        <form
          class="flex flex-wrap items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            if (word().trim()) void drawing.run(word().trim())
          }}
        >
          <TextField
            class="w-64 narrow:w-full"
            label={t('word')}
            hint={t('wordHint')}
            value={word()}
            onChange={setWord}
          />
          <Button type="submit" variant="primary" disabled={drawing.busy() || word().trim() === ''}>
            {t('draw')}
          </Button>
        </form>
        <RefusalNotice error={drawing.error()} reload={anew(drawing.forget)} />
      </Show>
      <Show when={publishedDraw(props.draw)}>
        {(published) => (
          <>
            <div class="rounded-md bg-sunken px-3 py-2 text-sm">
              <p class="font-medium">{t('sample', { n: drawnLines(props.draw).length })}</p>
              <ol class="mt-1 list-decimal pl-5">
                <For each={drawnLines(props.draw)}>
                  {(line) => (
                    <li>
                      {line.agency} {line.number || t('noCase')} <span class="text-muted">{line.rule}</span>
                    </li>
                  )}
                </For>
              </ol>
            </div>
            <details class="text-sm">
              <summary class="cursor-pointer text-accent-text">{t('recipe')}</summary>
              <ol class="mt-1 list-decimal space-y-1 pl-5 text-muted">
                <li>{t('recipe1')}</li>
                <li>{t('recipe2')}</li>
                <li>{t('recipe3', { n: props.draw.size })}</li>
                <li>{t('recipe4')}</li>
              </ol>
            </details>
            <div>
              <Button
                size="sm"
                onClick={() => saveFile(`draw-${props.draw.id}.json`, JSON.stringify(published(), null, 2))}
              >
                {t('download')}
              </Button>
            </div>
          </>
        )}
      </Show>
    </li>
  )
}

function Value(props: { term: string; value: string }) {
  return (
    <div class="flex flex-wrap gap-x-2">
      <dt class="text-muted">{props.term}</dt>
      <dd class="min-w-0 break-all font-mono text-xs leading-5">{props.value}</dd>
    </div>
  )
}
