import { Notice, TextArea } from '@lianban/ui'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { GoodsCells, GoodsPreview } from '../app/api-types.ts'
import { said } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { createDone } from '../evidence/done.ts'
import { FormDialog } from '../evidence/form-dialog.tsx'
import { goodsRowsIn } from './cells.ts'
import { t } from './texts.ts'
import { mostShown, wrongRows } from './wrong-rows.ts'

const most = 1000

/** Enters a list of goods from a spreadsheet: checked cell by cell first, and then whole. */
export function EnterDialog(props: { evidenceId: string; close: () => void }) {
  const [text, setText] = createSignal('')
  const [preview, setPreview] = createSignal<GoodsPreview>()
  const rows = createMemo(() => goodsRowsIn(text()))
  const wrong = createMemo(() => wrongRows(preview()?.rows ?? []))
  const isReady = () => preview() !== undefined && wrong().length === 0
  const done = createDone(() => props.close())
  const change = (value: string) => {
    setText(value)
    setPreview(undefined)
  }
  const deed = createDeed({
    async send(given: GoodsCells[], submissionId) {
      if (isReady())
        return (await api.goods.enter.mutate({ evidenceId: props.evidenceId, rows: given, submissionId })).lines
      // Looked at by a mutation's road would be a deed; a preview leaves no trace.
      setPreview(await api.goods.preview.query({ evidenceId: props.evidenceId, rows: given }))
      return null
    },
    done: (lines) => (lines === null ? undefined : done(t('done', { n: lines }))),
  })
  const problem = () => {
    if (text().trim() === '') return undefined
    if (rows().length === 0) return t('nothing')
    return rows().length > most ? t('tooMany') : undefined
  }
  return (
    <FormDialog
      title={t('dialogTitle')}
      text={t('dialogText')}
      confirm={isReady() ? t('confirm', { n: rows().length }) : t('preview')}
      size="lg"
      blocked={rows().length === 0 || rows().length > most}
      deed={deed}
      submit={() => void deed.run(rows())}
      close={props.close}
    >
      <TextArea
        class="col-span-full"
        label={t('paste')}
        hint={t('pasteHint')}
        rows={6}
        isCode
        value={text()}
        onChange={change}
        error={problem()}
      />
      <label class="col-span-full flex flex-wrap items-center gap-2 text-sm">
        {t('file')}
        <input
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? []
            if (file) void file.text().then(change)
          }}
        />
      </label>
      <div class="col-span-full" aria-live="polite">
        <Show when={isReady()}>
          <Notice tone="ok">{t('ready', { n: rows().length })}</Notice>
        </Show>
        <Show when={wrong().length > 0}>
          <Notice tone="danger" title={t('wrong', { bad: wrong().length, n: preview()!.rows.length })}>
            <Show when={wrong().length > mostShown}>
              <p>{t('showing', { n: mostShown })}</p>
            </Show>
          </Notice>
          <ul class="mt-2 flex max-h-72 flex-col gap-1 overflow-y-auto text-sm">
            <For each={wrong().slice(0, mostShown)}>
              {(row) => (
                <For each={row.problems}>
                  {({ column, words }) => (
                    <li class="flex gap-2">
                      <span class="w-32 shrink-0 text-muted">
                        {t('row', { n: row.n })} · {t(column)}
                      </span>
                      <span>{said(words)}</span>
                    </li>
                  )}
                </For>
              )}
            </For>
          </ul>
        </Show>
      </div>
    </FormDialog>
  )
}
