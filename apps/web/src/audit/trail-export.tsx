import { Button, ButtonLink, showToast } from '@lianban/ui'
import Download from 'lucide-solid/icons/download'
import FileText from 'lucide-solid/icons/file-text'
import { createSignal } from 'solid-js'
import { api } from '../app/api.ts'
import { t as common } from '../app/i18n/index.ts'
import { readRefusal } from '../app/refusal.ts'
import { t } from './strings.ts'

/** The trail as a table for people, or as the hashed entries for a program. Taking it along is an entry itself. */
export function TrailExport(props: { caseId: string }) {
  const [busy, setBusy] = createSignal<'csv' | 'jsonl'>()
  async function take(format: 'csv' | 'jsonl') {
    setBusy(format)
    try {
      const { text, entries, isWhole } = await api.audit.exportCase.query({ caseId: props.caseId as never, format })
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
      link.download = `audit-${props.caseId}.${format}`
      link.click()
      URL.revokeObjectURL(link.href)
      showToast({
        tone: isWhole ? 'ok' : 'warn',
        title: t(isWhole ? 'exported' : 'exportedPart', { n: entries }),
        closeLabel: common('close'),
      })
    } catch (error) {
      const { sentence, nextStep } = readRefusal(error)
      showToast({ tone: 'danger', title: sentence, description: nextStep, closeLabel: common('close') })
    } finally {
      setBusy(undefined)
    }
  }
  return (
    <div class="flex gap-2">
      <ButtonLink
        size="sm"
        href={`/exports/trail/${props.caseId}.pdf`}
        isFile
        icon={<FileText size={14} aria-hidden="true" />}
      >
        {t('export.pdf')}
      </ButtonLink>
      {(['csv', 'jsonl'] as const).map((format) => (
        <Button
          size="sm"
          icon={<Download size={14} aria-hidden="true" />}
          busy={busy() === format}
          onClick={() => void take(format)}
        >
          {t(`export.${format}`)}
        </Button>
      ))}
    </div>
  )
}
