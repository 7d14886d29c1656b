import { Button } from '@lianban/ui'
import FileCheck from 'lucide-solid/icons/file-check'
import { createSignal, Show } from 'solid-js'
import { type About, ReceiptsDialog } from './receipts-dialog.tsx'
import { t } from './strings.ts'

/** Opens the receipts for what was done on a handoff, a share or a sealed version. */
export function ReceiptsButton(props: { about: About; name: string; quiet?: boolean }) {
  const [isOpen, setOpen] = createSignal(false)
  return (
    <>
      <Button
        size="sm"
        variant={props.quiet ? 'quiet' : 'secondary'}
        icon={<FileCheck size={14} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t('open')}
      </Button>
      <Show when={isOpen()}>
        <ReceiptsDialog about={props.about} name={props.name} close={() => setOpen(false)} />
      </Show>
    </>
  )
}
