import Eye from 'lucide-solid/icons/eye'
import EyeOff from 'lucide-solid/icons/eye-off'
import { For, type JSX, Show } from 'solid-js'
import type { GrantPreview } from '../app/api-types.ts'
import { said } from '../app/i18n/index.ts'
import { t } from './strings.ts'

/** What one recipient would see: in sentences, then section by section and clue by clue. */
export function ForeseenRecord(props: { preview: GrantPreview; isSeat?: boolean }) {
  return (
    <div class="flex flex-col gap-5">
      <section>
        <Show when={!props.isSeat}>
          <h3 class="font-semibold">{t('willBe')}</h3>
        </Show>
        <ul class="mt-1.5 flex flex-col gap-1.5 border-accent border-l-2 pl-3">
          <For each={props.preview.sentences}>{(sentence) => <li class="leading-6">{said(sentence)}</li>}</For>
        </ul>
      </section>
      <Show when={props.preview.sections.length + props.preview.clues.length > 0}>
        <div class="grid grid-cols-2 gap-5 narrow:grid-cols-1">
          <section>
            <h3 class="font-semibold">{t('sections')}</h3>
            <ul class="mt-1.5 flex flex-col gap-1 text-sm">
              <For each={props.preview.sections} fallback={<li class="text-muted">{t('noSections')}</li>}>
                {(section) => <Seen visible={section.visible}>{section.title}</Seen>}
              </For>
            </ul>
          </section>
          <section>
            <h3 class="font-semibold">{t('clues')}</h3>
            <ul class="mt-1.5 flex flex-col gap-1 text-sm">
              <For each={props.preview.clues} fallback={<li class="text-muted">{t('noClues')}</li>}>
                {(clue) => (
                  <Seen visible={clue.visible} because={clue.visible ? undefined : said(clue.because)}>
                    {clue.number} {clue.title}
                  </Seen>
                )}
              </For>
            </ul>
          </section>
        </div>
      </Show>
    </div>
  )
}
function Seen(props: { visible: boolean; because?: string | undefined; children: JSX.Element }) {
  return (
    <li class="flex items-start gap-2">
      <span class={`mt-1 shrink-0 ${props.visible ? 'text-ok' : 'text-faint'}`} aria-hidden="true">
        <Show when={props.visible} fallback={<EyeOff size={14} />}>
          <Eye size={14} />
        </Show>
      </span>
      <span class="min-w-0">
        <span class={props.visible ? '' : 'text-muted'}>{props.children}</span>
        <span class={`ml-2 whitespace-nowrap text-xs ${props.visible ? 'text-ok' : 'text-faint'}`}>
          {props.visible ? t('visible') : t('closed')}
        </span>
        <Show when={props.because}>
          <span class="block text-faint text-xs">{props.because}</span>
        </Show>
      </span>
    </li>
  )
}
