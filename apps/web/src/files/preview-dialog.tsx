import { Dialog } from '@lianban/ui'
import type { CaseFile } from '../app/api-types.ts'
import { FileLook } from './file-look.tsx'
import { t } from './texts.ts'

/** A look at a file in a dialog. */
export function PreviewDialog(props: {
  file: Pick<CaseFile, 'id' | 'name' | 'preview' | 'isSensitive'>
  close: () => void
}) {
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(open) => !open && props.close()}
      title={props.file.name}
      description={t('watermarked')}
      closeLabel={t('close')}
    >
      <FileLook file={props.file} />
    </Dialog>
  )
}
