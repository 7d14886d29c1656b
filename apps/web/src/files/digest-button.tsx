import { showToast } from '@lianban/ui'
import Copy from 'lucide-solid/icons/copy'
import { shortDigest } from '../app/format.ts'
import { t } from './texts.ts'

/** The beginning of a digest; a click copies all of it. */
export function DigestButton(props: { what: string; digest: string }) {
  const copy = () =>
    void navigator.clipboard
      .writeText(props.digest)
      .then(() => showToast({ title: t('copied', { what: props.what }), tone: 'ok', closeLabel: t('close') }))
  return (
    <button
      type="button"
      title={`${props.what} ${props.digest}`}
      aria-label={`${t('copy')} ${props.what} ${props.digest}`}
      class="flex items-center gap-1.5 text-left text-xs hover:text-accent-text"
      onClick={copy}
    >
      <span class="w-14 shrink-0 text-muted">{props.what}</span>
      <code>{shortDigest(props.digest)}…</code>
      <Copy size={12} aria-hidden="true" class="shrink-0 text-faint" />
    </button>
  )
}
