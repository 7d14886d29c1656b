import { templates } from '@lianban/dossier'
import { Button, Dialog, RadioCards, showToast } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { api } from '../app/api.ts'
import { said, t as shared } from '../app/i18n/index.ts'
import { createDeed } from '../cases/deed.ts'
import { RefusalNotice } from '../cases/refusal-notice.tsx'
import { withoutNumber } from './outline-lines.ts'
import { t } from './strings.ts'

/** Lays an empty dossier out: all sections of a template at once, open to every agency on the case. */
export function TemplatesDialog(props: { caseId: string; close: () => void; laidOut: (sectionId: string) => void }) {
  const queries = useQueryClient()
  const [template, choose] = createSignal(templates[0]!.id)
  const refresh = () => queries.invalidateQueries({ queryKey: ['cases', props.caseId, 'outline'] })
  const layingOut = createDeed({
    send: (given: string, submissionId) =>
      api.dossier.layOut.mutate({ caseId: props.caseId, template: given, submissionId }),
    async done({ sectionIds }) {
      showToast({ title: t('laidOut'), tone: 'ok', closeLabel: shared('close') })
      props.close()
      await refresh()
      props.laidOut(sectionIds[0]!)
    },
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.close()}
      title={t('layOutTitle')}
      description={t('layOutText')}
      closeLabel={shared('cancel')}
      footer={
        <>
          <Button onClick={() => props.close()}>{shared('cancel')}</Button>
          <Button variant="primary" busy={layingOut.busy()} onClick={() => void layingOut.run(template())}>
            {t('layOutSave')}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        <RadioCards
          label={t('template')}
          required
          options={templates.map(({ id, name, sections }) => ({
            value: id,
            label: said(name),
            note: sections.map((title) => withoutNumber(said(title))).join(' · '),
          }))}
          value={template()}
          onChange={choose}
        />
        <RefusalNotice error={layingOut.error()} reload={() => void refresh().then(props.close)} />
      </div>
    </Dialog>
  )
}
