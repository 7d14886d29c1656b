import { Button, Notice, showToast } from '@lianban/ui'
import { t as shared } from '../app/i18n/index.ts'
import { t } from './strings.ts'

/** Words that could not be merged any more: shown to their author to copy, and deleted when given up. */
export function SetAsideNotice(props: { text: string; discard: () => void }) {
  async function copy() {
    await navigator.clipboard.writeText(props.text)
    showToast({ title: t('setAsideCopied'), tone: 'ok', closeLabel: shared('close') })
  }
  return (
    <div class="border-line border-b px-6 py-4 narrow:px-4">
      <Notice tone="warn" title={t('setAsideTitle')}>
        <p>{t('setAsideText')}</p>
        <textarea
          readonly
          rows={6}
          aria-label={t('setAsideLabel')}
          class="mt-2 w-full rounded-md border border-line-strong bg-surface p-2 text-ink"
        >
          {props.text}
        </textarea>
        <div class="mt-2 flex flex-wrap gap-2">
          <Button size="sm" onClick={copy}>
            {t('setAsideCopy')}
          </Button>
          <Button size="sm" variant="danger" onClick={() => props.discard()}>
            {t('setAsideDiscard')}
          </Button>
        </div>
      </Notice>
    </div>
  )
}
