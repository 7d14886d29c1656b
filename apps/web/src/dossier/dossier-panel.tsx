import { Button, EmptyState } from '@lianban/ui'
import { useSearchParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import Plus from 'lucide-solid/icons/plus'
import { createMemo, createSignal, Show } from 'solid-js'
import { api } from '../app/api.ts'
import type { Case, Section } from '../app/api-types.ts'
import { agencyShort, postName } from '../app/domain-badges.tsx'
import { said } from '../app/i18n/index.ts'
import { Loaded } from '../app/loaded.tsx'
import { useSession } from '../app/session.tsx'
import { ExportDialog } from '../dossier-export/export-dialog.tsx'
import { t as inExport } from '../dossier-export/texts.ts'
import { AddSectionDialog } from './add-section-dialog.tsx'
import { createContents } from './contents.ts'
import { createOrder } from './order.ts'
import { Outline } from './outline.tsx'
import { chosenSection, outlineLines, withoutNumber } from './outline-lines.ts'
import { RestrictDialog } from './restrict-dialog.tsx'
import { SealPanel } from './seals/seal-panel.tsx'
import { SectionHeading } from './section-heading.tsx'
import { SectionPane } from './section-pane.tsx'
import { t } from './strings.ts'
import { TemplatesDialog } from './templates-dialog.tsx'

/** The dossier of a case: the outline everybody shares, and the section one is in, live. */
export function DossierPanel(props: { record: Case }) {
  const outline = useQuery(() => ({
    queryKey: ['cases', props.record.id, 'outline'],
    queryFn: () => api.dossier.outline.query({ caseId: props.record.id }),
  }))
  return (
    <Loaded query={outline} rows={8}>
      {(data) => <OpenDossier record={props.record} sections={data().sections} mayExport={data().canExport} />}
    </Loaded>
  )
}

function OpenDossier(props: { record: Case; sections: readonly Section[]; mayExport: boolean }) {
  const session = useSession()
  const [address, setAddress] = useSearchParams<{ section?: string; thread?: string }>()
  const [adding, setAdding] = createSignal(false)
  const [restricting, setRestricting] = createSignal(false)
  const [wanted, setWanted] = createSignal<{ section: string; heading: number }>()
  const [layingOut, layOut] = createSignal(false)
  const [arranging, arrange] = createSignal(false)
  const [exporting, setExporting] = createSignal(false)
  const contents = createContents(() => props.record.id)
  const order = createOrder(() => props.record.id)
  const lines = createMemo(() => outlineLines(props.sections))
  const openLines = () =>
    lines().flatMap(({ number, section }) => (section.kind === 'open' ? [{ number, section }] : []))
  const chosen = createMemo(() => chosenSection(props.sections, address.section))
  const numbered = () => lines().find((line) => line.section === chosen())?.number ?? { zh: '', en: '' }
  const mayRestrict = () => chosen()?.canRestrict ?? false
  const me = () => ({
    officerId: session().officer.id,
    name: postName(session().officer),
    agency: agencyShort(session().officer.agency),
    color: '#5b6472',
  })
  const add = () => (
    <Show when={props.record.can.addSection}>
      <Button size="sm" icon={<Plus size={14} aria-hidden="true" />} onClick={() => setAdding(true)}>
        {t('add')}
      </Button>
    </Show>
  )

  return (
    <>
      <Show
        when={props.sections.length > 0}
        fallback={
          <EmptyState
            title={t('empty')}
            description={props.record.can.addSection ? t('emptyHint') : t('emptyReadHint')}
            action={
              <span class="flex flex-wrap justify-center gap-2">
                {add()}
                <Show when={props.record.can.addSection}>
                  <Button size="sm" onClick={() => layOut(true)}>
                    {t('layOut')}
                  </Button>
                </Show>
              </span>
            }
          />
        }
      >
        <div class="grid grid-cols-[16rem_minmax(0,1fr)] items-start gap-4 narrow:grid-cols-1">
          <Outline
            caseId={props.record.id}
            lines={lines()}
            chosenId={chosen()?.id}
            choose={(section) => setAddress({ section })}
            contents={contents()}
            goTo={(section, heading) => {
              setAddress({ section })
              setWanted({ section, heading })
            }}
            move={arranging() ? order.move : undefined}
            action={
              <span class="flex gap-1.5">
                <Show when={props.record.can.arrangeDossier && props.sections.length > 1}>
                  <Button size="sm" onClick={() => arrange(!arranging())}>
                    {t(arranging() ? 'arrangeDone' : 'arrange')}
                  </Button>
                </Show>
                <Show when={props.mayExport && openLines().length > 0}>
                  <Button size="sm" onClick={() => setExporting(true)}>
                    {inExport('open')}
                  </Button>
                </Show>
                {add()}
              </span>
            }
          />
          <Show when={chosen()?.id} keyed>
            {(sectionId) => (
              <SectionPane
                record={props.record}
                thread={address.thread}
                goTo={wanted()?.section === sectionId ? wanted() : undefined}
                mayComment={chosen()?.canComment ?? false}
                caseId={props.record.id}
                sectionId={sectionId}
                label={t('editor', {
                  number: numbered().zh.replace('、', ''),
                  title: withoutNumber(chosen()?.title ?? ''),
                })}
                right={chosen()?.right ?? 'read'}
                canReadHistory={chosen()?.canReadHistory ?? false}
                me={me()}
                askAgency={agencyShort(chosen()?.ownerAgency ?? props.record.leadAgency)}
                heading={
                  <Show when={chosen()}>
                    {(section) => (
                      <SectionHeading
                        number={numbered()}
                        section={section()}
                        restrict={mayRestrict() ? () => setRestricting(true) : undefined}
                      />
                    )}
                  </Show>
                }
              />
            )}
          </Show>
        </div>
        <SealPanel caseId={props.record.id} mayExport={props.mayExport} />
      </Show>
      <Show when={props.record.can.addSection}>
        <AddSectionDialog
          record={props.record}
          open={adding()}
          onOpenChange={setAdding}
          added={(section) => setAddress({ section })}
        />
      </Show>
      <Show when={exporting()}>
        <ExportDialog
          caseId={props.record.id}
          sections={openLines().map(({ number, section }) => ({
            id: section.id,
            label: `${said(number)}${withoutNumber(section.title)}`,
          }))}
          withheld={lines().length - openLines().length}
          close={() => setExporting(false)}
        />
      </Show>
      <Show when={layingOut()}>
        <TemplatesDialog
          caseId={props.record.id}
          close={() => layOut(false)}
          laidOut={(section) => setAddress({ section })}
        />
      </Show>
      <Show when={mayRestrict() && chosen()}>
        {(section) => (
          <RestrictDialog
            record={props.record}
            section={section()}
            open={restricting()}
            onOpenChange={setRestricting}
          />
        )}
      </Show>
    </>
  )
}
