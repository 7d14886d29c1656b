import type { BoundKind } from '@lianban/dossier'
import { Notice, Skeleton, TextArea } from '@lianban/ui'
import type { UseQueryResult } from '@tanstack/solid-query'
import { Match, Show, Switch } from 'solid-js'
import type { Clue } from '../app/api-types.ts'
import { word } from '../app/enums.ts'
import { found as known } from '../app/found.ts'
import { t as shared } from '../app/i18n/index.ts'
import { Refused } from '../app/loaded.tsx'
import { GoodsLines } from './goods-lines.tsx'
import { t } from './strings.ts'

/** What of a clue is quoted: the words to be copied from its content, or its list of goods as it stands. */
export function QuoteFields(props: {
  kind: BoundKind
  clue: UseQueryResult<Clue>
  words: string
  setWords: (words: string) => void
  problem: string | undefined
}) {
  return (
    <Switch fallback={<Skeleton label={shared('loading')} rows={3} />}>
      <Match when={props.clue.isError}>
        <Refused compact error={props.clue.error} retry={() => props.clue.refetch()} />
      </Match>
      <Match when={known(props.clue)}>
        {(read) => (
          <>
            <Show when={read().handlingCode !== 'unrestricted'}>
              <Notice tone="warn">{t('carries', { code: word('handlingCode', read().handlingCode) })}</Notice>
            </Show>
            <Show
              when={props.kind === 'quotation'}
              fallback={
                <Show when={read().goods} fallback={<Notice tone="neutral">{t('goodsWithheld')}</Notice>}>
                  {(goods) => <GoodsLines goods={goods()} />}
                </Show>
              }
            >
              <Show when={read().content} fallback={<Notice tone="neutral">{t('contentWithheld')}</Notice>}>
                {(content) => (
                  <>
                    <TextArea
                      label={t('words')}
                      hint={t('wordsHint')}
                      required
                      rows={3}
                      value={props.words}
                      onChange={(words) => props.setWords(words)}
                      error={props.problem}
                    />
                    <div>
                      <p class="text-muted text-sm">{t('fullText')}</p>
                      <p class="mt-1 max-h-40 select-text overflow-y-auto whitespace-pre-wrap rounded-md bg-sunken px-3 py-2 leading-6">
                        {content()}
                      </p>
                    </div>
                  </>
                )}
              </Show>
            </Show>
          </>
        )}
      </Match>
    </Switch>
  )
}
