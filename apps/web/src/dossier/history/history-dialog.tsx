import { Button, ConfirmDialog, Dialog, EmptyState, SelectField, showToast, TextField } from '@lianban/ui'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import type { Editor } from '@tiptap/core'
import { createEffect, createMemo, createSignal, on, Show } from 'solid-js'
import { api } from '../../app/api.ts'
import type { SectionHistory } from '../../app/api-types.ts'
import { formatDateTime } from '../../app/format.ts'
import { found } from '../../app/found.ts'
import { t as shared } from '../../app/i18n/index.ts'
import { Loaded } from '../../app/loaded.tsx'
import { createDeed } from '../../cases/deed.ts'
import { RefusalNotice } from '../../cases/refusal-notice.tsx'
import { cutAt, type Exact } from './exact-moment.ts'
import { FindMoment } from './find-moment.tsx'
import { MomentContent } from './moment-content.tsx'
import { MomentSlider } from './moment-slider.tsx'
import { ReplayProgress } from './replay-progress.tsx'
import { restoreInto } from './restoring.ts'
import { type Show as Shown, stepOf } from './shown.ts'
import { t } from './strings.ts'
import { VersionList } from './version-list.tsx'

type Props = {
  sectionId: string
  title: string
  open: boolean
  onOpenChange: (open: boolean) => void
  editor: Editor | undefined
}

/** How a section came to be: any moment of it, what changed, names for versions, and its restoring. */
export function HistoryDialog(props: Props) {
  // A moment before the first word is answered at once, when the log has been gone through.
  const replay = useQuery(() => ({
    queryKey: ['sections', props.sectionId, 'replay'],
    queryFn: () => api.dossier.past.query({ sectionId: props.sectionId, when: { seq: 0 } }),
    enabled: props.open,
    staleTime: 0,
    gcTime: 0,
    refetchInterval: ({ state }) => (state.data?.replaying ? 200 : false),
  }))
  const isReplayed = () => replay.isError || found(replay)?.replaying === null
  const history = useQuery(() => ({
    queryKey: ['sections', props.sectionId, 'history'],
    queryFn: () => api.dossier.history.query({ sectionId: props.sectionId }),
    enabled: props.open && isReplayed(),
    staleTime: 0,
    gcTime: 0,
  }))
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t('title')}
      description={`${props.title} · ${t('text')}`}
      closeLabel={t('close')}
      size="lg"
    >
      <Show when={found(replay)?.replaying}>{(now) => <ReplayProgress done={now().done} total={now().total} />}</Show>
      <Loaded query={history} rows={8} compact>
        {(data) => (
          <Show when={data().sittings.length > 0} fallback={<EmptyState compact title={t('empty')} />}>
            <OpenHistory {...props} history={data()} />
          </Show>
        )}
      </Loaded>
    </Dialog>
  )
}

function OpenHistory(props: Props & { history: SectionHistory }) {
  const queries = useQueryClient()
  const [exact, setExact] = createSignal<Exact>()
  const cut = createMemo(() => {
    const moment = exact()
    return moment && cutAt(props.history.sittings, moment)
  })
  const sittings = () => cut()?.sittings ?? props.history.sittings
  const shown = () => ({ ...props.history, sittings: [...sittings()] })
  const [chosen, choose] = createSignal(props.history.sittings.length - 1)
  const step = () => cut()?.step ?? chosen()
  const setStep = (next: number) => {
    setExact(undefined)
    choose(next)
  }
  const [show, setShow] = createSignal<Shown>('before')
  const [naming, setNaming] = createSignal(false)
  const [restoring, setRestoring] = createSignal(false)
  const sitting = () => sittings()[Math.min(step(), sittings().length - 1)]!
  const isLast = () => sitting().upTo === props.history.sittings.at(-1)?.upTo
  const options = () => [
    ...(['past', 'before', 'now'] as const).map((value) => ({ value, label: t(`show.${value}`) })),
    ...props.history.versions.map(({ seq, name }) => ({ value: `version ${seq}`, label: t('showVersion', { name }) })),
  ]
  const restore = createDeed({
    send: (seq: number, submissionId) => api.dossier.restore.mutate({ sectionId: props.sectionId, seq, submissionId }),
    done({ document }) {
      if (!props.editor?.isEditable) throw new Error(t('notNow'))
      const changed = restoreInto(props.editor, document)
      setRestoring(false)
      props.onOpenChange(false)
      showToast({ title: t(changed ? 'restored' : 'restoredSame'), tone: 'ok', closeLabel: shared('close') })
    },
  })
  return (
    <div class="flex flex-col gap-4">
      <FindMoment
        sectionId={props.sectionId}
        found={(moment) => {
          setExact(moment)
          setShow('past')
        }}
      />
      <MomentSlider history={shown()} step={step()} setStep={setStep} />
      <div class="flex flex-wrap items-end gap-3">
        <SelectField
          class="w-64 narrow:w-full"
          label={t('show')}
          options={options()}
          value={show()}
          onChange={(value) => setShow((value || 'past') as Shown)}
        />
        <Show when={props.history.can.name}>
          <Button onClick={() => setNaming(true)}>{t('name')}</Button>
        </Show>
        <Show when={props.history.can.restore && !isLast()}>
          <Button onClick={() => setRestoring(true)}>{t('restore')}</Button>
        </Show>
      </div>
      <Show when={naming()}>
        <NameForm
          sectionId={props.sectionId}
          seq={sitting().upTo}
          cancel={() => setNaming(false)}
          done={() => {
            setNaming(false)
            void queries.invalidateQueries({ queryKey: ['sections', props.sectionId, 'history'] })
          }}
        />
      </Show>
      <MomentContent sectionId={props.sectionId} history={shown()} step={step()} show={show()} />
      <VersionList
        versions={props.history.versions}
        choose={(seq) => {
          setStep(stepOf(sittings(), seq))
          setShow('past')
        }}
      />
      <ConfirmDialog
        open={restoring()}
        onOpenChange={setRestoring}
        title={t('restoreTitle')}
        confirmLabel={t('restoreConfirm')}
        cancelLabel={t('cancel')}
        busy={restore.busy()}
        onConfirm={() => void restore.run(sitting().upTo)}
      >
        <p>{t('restoreText', { at: formatDateTime(sitting().to) })}</p>
        <RefusalNotice error={restore.error()} />
      </ConfirmDialog>
    </div>
  )
}

function NameForm(props: { sectionId: string; seq: number; cancel: () => void; done: () => void }) {
  const [name, setName] = createSignal('')
  const [tried, setTried] = createSignal(false)
  const naming = createDeed({
    send: (given: { seq: number; name: string }, submissionId) =>
      api.dossier.nameVersion.mutate({ sectionId: props.sectionId, ...given, submissionId }),
    done() {
      showToast({ title: t('named'), tone: 'ok', closeLabel: shared('close') })
      props.done()
    },
  })
  createEffect(
    on(
      () => props.seq,
      () => naming.forget(),
    ),
  )
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (name().trim()) void naming.run({ seq: props.seq, name: name().trim() })
  }
  return (
    <form class="flex flex-col gap-2 rounded-md border border-line bg-sunken p-3" onSubmit={submit}>
      <TextField
        label={t('nameField')}
        hint={t('nameHint')}
        value={name()}
        onChange={setName}
        maxLength={60}
        error={tried() && !name().trim() ? t('nameMissing') : undefined}
      />
      <RefusalNotice error={naming.error()} />
      <div class="flex gap-2">
        <Button type="submit" variant="primary" size="sm" busy={naming.busy()}>
          {t('nameSave')}
        </Button>
        <Button size="sm" onClick={props.cancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
