import { Button, ButtonLink, Notice, PageHeader, Panel, showToast } from '@lianban/ui'
import { useNavigate } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import { api } from '../app/api.ts'
import { formatDate } from '../app/format.ts'
import { t as shell } from '../app/i18n/index.ts'
import { createPageTitle } from '../app/page-title.ts'
import { readRefusal } from '../app/refusal.ts'
import { useSession } from '../app/session.tsx'
import { UnsavedGuard } from '../app/unsaved-guard.tsx'
import { createReaders } from '../readers/readers.ts'
import { ReadersField } from '../readers/readers-field.tsx'
import { createClueForm } from './clue-form.ts'
import { FactFields } from './fact-fields.tsx'
import { GoodsFields } from './goods-fields.tsx'
import { IdentifierFields } from './identifier-fields.tsx'
import { MethodFields, ProtectionFields } from './protection-fields.tsx'
import { t } from './texts.ts'

/** An officer takes down a clue. */
export function ClueFormPage() {
  const session = useSession()
  const navigate = useNavigate()
  const client = useQueryClient()
  const readers = createReaders()
  const form = createClueForm({
    region: session().officer.agency.region,
    today: formatDate(new Date().toISOString()),
    record: (clue) => api.clues.record.mutate({ ...clue, ...readers.input() }),
  })
  const problems = () => form.problems().size + (readers.problem() ? 1 : 0)
  createPageTitle(() => t('newTitle'))

  async function save(event: Event & { currentTarget: HTMLFormElement }) {
    event.preventDefault()
    const element = event.currentTarget
    const isKnown = readers.try()
    if (!isKnown) form.try()
    const recorded = isKnown ? await form.save() : undefined
    if (!recorded) return element.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]')?.focus()
    void client.invalidateQueries({ queryKey: ['clues'] })
    void client.invalidateQueries({ queryKey: ['desk'] })
    showToast({ title: t('saved', { number: recorded.number }), tone: 'ok', closeLabel: shell('close') })
    navigate(`/clues/${recorded.clueId}`)
  }

  return (
    <form class="mx-auto max-w-4xl" onSubmit={save} novalidate>
      <UnsavedGuard dirty={form.isDirty() || (readers.isTouched() && !form.isSaved())} />
      <PageHeader
        title={t('newTitle')}
        description={t('newLead')}
        crumbs={[{ label: t('title'), href: '/clues' }]}
        crumbsLabel={shell('navigation')}
      />
      <div class="flex flex-col gap-4">
        <Panel title={t('sectionFacts')}>
          <FactFields form={form} />
        </Panel>
        <Panel title={t('sectionProtection')} note={t('protectionLead')}>
          <div class="flex flex-col gap-4">
            <ProtectionFields form={form} />
            <ReadersField readers={readers} />
          </div>
        </Panel>
        <GoodsFields form={form} />
        <Panel title={t('sectionMethods')}>
          <MethodFields form={form} />
        </Panel>
        <IdentifierFields form={form} />
        <Show when={form.failure()}>
          {(failure) => (
            <div role="alert">
              <Notice tone="danger" title={readRefusal(failure()).sentence}>
                {readRefusal(failure()).nextStep}
              </Notice>
            </div>
          )}
        </Show>
      </div>
      <div class="sticky bottom-0 z-20 mt-4 flex items-center justify-end gap-2 border-line border-t bg-canvas py-3 narrow:-mx-4 narrow:bottom-(--page-foot) narrow:bg-surface narrow:px-4 narrow:py-2 narrow:*:[a,button]:flex-1">
        <Show when={form.tried() && problems() > 0}>
          <span class="mr-auto text-danger text-sm" role="status">
            {t('problems', { n: problems() })}
          </span>
        </Show>
        <ButtonLink href="/clues">{shell('cancel')}</ButtonLink>
        <Button type="submit" variant="primary" busy={form.busy()}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
