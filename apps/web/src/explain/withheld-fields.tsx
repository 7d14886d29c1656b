import LockKeyhole from 'lucide-solid/icons/lock-keyhole'
import { For, Show } from 'solid-js'
import type { ExplainedField } from '../app/api-types.ts'
import { said } from '../app/i18n/index.ts'
import { askLine } from './ask-line.ts'
import { t } from './texts.ts'
import { whomOnce } from './whom-once.ts'

/** What of the record is kept back from the officer, by what, and whom to ask. */
export function WithheldFields(props: { fields: readonly ExplainedField[] }) {
  return (
    <Show when={props.fields.length > 0}>
      <section>
        <h3 class="font-semibold">{t('mine.withheld')}</h3>
        <ul class="mt-1.5">
          <For each={props.fields}>
            {(field) => (
              <li class="flex items-start gap-2.5 border-line border-t py-2.5 first:border-t-0">
                <LockKeyhole size={16} class="mt-0.5 shrink-0 text-faint" aria-hidden="true" />
                <div class="min-w-0 flex-1">
                  <p class="font-medium">{said(field.words)}</p>
                  <ul class="mt-0.5 flex flex-col gap-0.5">
                    <For each={field.by}>
                      {(reason) => (
                        <li class="text-muted">
                          {said(reason.words)}
                          <Show when={reason.rule}>
                            {(rule) => <span class="ml-1 text-faint text-xs">{t('mine.rule', { rule: rule() })}</span>}
                          </Show>
                        </li>
                      )}
                    </For>
                  </ul>
                  <ul class="mt-0.5 text-sm">
                    <For each={whomOnce(field.by.map(({ ask }) => ask))}>
                      {(whom) => <li class="text-accent-text">{askLine(whom)}</li>}
                    </For>
                  </ul>
                </div>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
