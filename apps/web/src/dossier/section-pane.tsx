import './dossier.css'
import { Button, DeniedState, showToast } from '@lianban/ui'
import type { Editor } from '@tiptap/core'
import MessageSquare from 'lucide-solid/icons/message-square'
import { createEffect, createSignal, type JSX, Match, onCleanup, onMount, Show, Switch } from 'solid-js'
import type { Case } from '../app/api-types.ts'
import { t as shared } from '../app/i18n/index.ts'
import { signInAgainHere } from '../app/session-end.ts'
import { BlockBar } from '../blocks/block-bar.tsx'
import { FootnoteList } from '../blocks/footnote-list.tsx'
import { InsertDialog } from '../blocks/insert-dialog.tsx'
import { ObstaclesNotice } from '../blocks/obstacles-notice.tsx'
import { boundsIn, createShownBlocks } from '../blocks/shown-blocks.ts'
import { createAnnotations } from '../comments/annotations.ts'
import { AnnotationsPanel } from '../comments/annotations-panel.tsx'
import { t as ofComments } from '../comments/strings.ts'
import { DraftPane } from '../suggesting/draft-pane.tsx'
import { createAuthorship } from './authorship/create-authorship.ts'
import { SelectedAuthors } from './authorship/selected-authors.tsx'
import { DamageNotice } from './damage-notice.tsx'
import { localCopyOf } from './local-copy-of.ts'
import { PeopleBar } from './people-bar.tsx'
import type { Person, PresentPerson } from './people-present.ts'
import { isClosed, mayType, stateLine, unopened, wouldLose } from './save-state.ts'
import { makeSectionEditor } from './section-editor.ts'
import { makeSectionRoom, type SectionRoom } from './section-room.ts'
import { SectionTools } from './section-tools.tsx'
import { SetAsideNotice } from './set-aside-notice.tsx'
import { SavedLine } from './state-line.tsx'
import { t } from './strings.ts'
import { Toolbar } from './toolbar.tsx'

export type SectionPaneProps = {
  record: Case
  caseId: string
  sectionId: string
  label: string
  right: 'write' | 'read'
  canReadHistory: boolean
  mayComment: boolean
  /** The thread that the address names. */
  thread: string | undefined
  /** The heading to go to, by its place among those that say something. */
  goTo: { readonly heading: number } | undefined
  me: Person & { readonly officerId: string }
  /** Whom to ask once access is recalled. */
  askAgency: string
  heading: JSX.Element
}

/** One section, live: who is here, whether it is saved, and the text. Made anew for each section. */
export function SectionPane(props: SectionPaneProps) {
  const [save, setSave] = createSignal(unopened(props.right))
  const [people, setPeople] = createSignal<readonly PresentPerson[]>([])
  const [editor, setEditor] = createSignal<Editor>()
  const [setAside, setSetAside] = createSignal('')
  const [inserting, insert] = createSignal(false)
  const [quoted, setQuoted] = createSignal(0)
  const blocks = createShownBlocks(() => props.caseId)
  const [annotating, annotate] = createSignal(props.thread !== undefined)
  const [wanted, want] = createSignal(props.thread)
  const [drafting, draft] = createSignal(false)
  const maySuggest = () =>
    props.mayComment && save().synced && save().right === 'read' && !save().damagedAt && !closed()
  const suggest = () => (maySuggest() && !drafting() ? () => draft(true) : undefined)
  const annotations = createAnnotations({
    caseId: () => props.caseId,
    sectionId: () => props.sectionId,
    editor,
    isReady: () => save().synced,
  })
  let host: HTMLDivElement | undefined
  let room: SectionRoom | undefined
  const authorship = createAuthorship({ sectionId: props.sectionId, editor, doc: () => room?.doc })
  const line = () => stateLine(save())
  const closed = () => {
    const now = line()
    return isClosed(now) ? now : undefined
  }

  onMount(() => {
    room = makeSectionRoom({
      origin: location.origin,
      sectionId: props.sectionId,
      right: props.right,
      copy: localCopyOf({ officerId: props.me.officerId, caseId: props.caseId, sectionId: props.sectionId }),
      onState: setSave,
      onPeople: setPeople,
      onSetAside: setSetAside,
    })
    setEditor(
      makeSectionEditor({
        element: host!,
        room,
        me: props.me,
        label: props.label,
        placeholder: props.right === 'write' ? t('placeholder') : '',
        editable: props.right === 'write',
        blocks,
        openMark(id) {
          want(id)
          annotate(true)
        },
      }),
    )
    const look = () => {
      const document = editor()?.state.doc
      if (!document) return
      blocks.look(document)
      setQuoted(boundsIn(document).filter(({ kind }) => kind === 'quotation' || kind === 'goods').length)
    }
    editor()?.on('transaction', ({ transaction }) => transaction.docChanged && look())
    look()
  })
  createEffect(() => {
    const open = editor()
    const wanted = props.goTo
    if (!open || !wanted || !save().synced) return
    const headings = [...open.view.dom.querySelectorAll('h1, h2, h3')].filter(({ textContent }) => textContent.trim())
    headings[wanted.heading]?.scrollIntoView({ block: 'center' })
  })
  createEffect(() => editor()?.setEditable(mayType(save()), false))
  createEffect(() => {
    // Recalled means gone: nothing of the text may stay behind in this window.
    if (closed() !== 'recalled') return
    editor()?.destroy()
    setEditor(undefined)
    room?.leave()
  })

  const keepFromLosing = (event: BeforeUnloadEvent) => {
    if (wouldLose(save())) event.preventDefault()
  }
  window.addEventListener('beforeunload', keepFromLosing)
  onCleanup(() => {
    window.removeEventListener('beforeunload', keepFromLosing)
    editor()?.destroy()
    room?.leave()
  })

  // The browser's own dialog would save the page; here everything is saved already, or the line says why not.
  const showSaved = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return
    event.preventDefault()
    const isSaved = line() === 'saved'
    showToast({
      title: t(`state.${line()}`),
      description: isSaved ? undefined : t('notYetSaved'),
      tone: isSaved ? 'ok' : 'neutral',
      closeLabel: shared('close'),
    })
  }
  document.addEventListener('keydown', showSaved)
  onCleanup(() => document.removeEventListener('keydown', showSaved))

  return (
    <section aria-label={props.label} class="min-w-0 overflow-clip rounded-lg border border-line bg-surface">
      <header class="flex flex-col gap-2 border-line border-b px-6 pt-4 pb-3 narrow:px-4">
        {props.heading}
        <div class="flex flex-wrap items-center justify-between gap-x-6 gap-y-1.5">
          <PeopleBar people={people()} />
          <span class="flex flex-wrap items-center gap-x-4 gap-y-1.5">
            <SavedLine line={line()} />
            <Button
              size="sm"
              aria-expanded={annotating()}
              icon={<MessageSquare size={14} aria-hidden="true" />}
              onClick={() => annotate(!annotating())}
            >
              {annotations.waiting() > 0 ? ofComments('openCount', { n: annotations.waiting() }) : ofComments('open')}
            </Button>
          </span>
        </div>
        <Show when={!closed()}>
          <SectionTools
            title={props.label}
            authorship={authorship}
            editor={editor()}
            canReadHistory={props.canReadHistory}
            suggest={suggest()}
          />
        </Show>
      </header>
      <Show when={closed()}>
        {(reason) => (
          <DeniedState
            compact={reason() !== 'recalled'}
            title={t(`state.${reason()}`)}
            description={t(`closed.${reason()}`, { agency: props.askAgency })}
            action={
              <Switch fallback={<Button onClick={() => room?.reopen()}>{t('reconnect')}</Button>}>
                <Match when={reason() === 'signedOut'}>
                  <a
                    href={signInAgainHere()}
                    target="_blank"
                    rel="noreferrer"
                    class="self-center text-accent-text underline"
                  >
                    {t('signIn')}
                  </a>
                  <Button onClick={() => room?.reopen()}>{t('reconnect')}</Button>
                </Match>
                <Match when={['recalled', 'refused', 'setAside', 'damaged'].includes(reason())}>
                  <Button onClick={() => location.reload()}>{t('reload')}</Button>
                </Match>
              </Switch>
            }
          />
        )}
      </Show>
      <Show when={save().damagedAt}>{(at) => <DamageNotice at={at()} />}</Show>
      <Show when={setAside()}>
        {(text) => (
          <SetAsideNotice
            text={text()}
            discard={() => {
              room?.discardCopy()
              setSetAside('')
            }}
          />
        )}
      </Show>
      <Show when={mayType(save()) && editor()}>
        {(open) => (
          <div class="sticky top-12 z-20 border-line border-b bg-surface px-5 py-1 narrow:px-3">
            <div class="flex flex-wrap items-center gap-x-2">
              <Toolbar editor={open()} />
              <BlockBar editor={open()} insertRecord={() => insert(true)} />
            </div>
          </div>
        )}
      </Show>
      <Show when={closed() !== 'recalled'}>
        <ObstaclesNotice
          caseId={props.caseId}
          sectionId={props.sectionId}
          mayAsk={props.mayComment}
          quoted={quoted()}
        />
      </Show>
      <div class="flex">
        <div class="min-w-0 flex-1">
          <Show when={drafting() && closed() !== 'recalled' && room}>
            {(open) => (
              <DraftPane
                sectionId={props.sectionId}
                doc={open().doc}
                label={props.label}
                blocks={blocks}
                close={() => draft(false)}
                proposed={() => {
                  draft(false)
                  annotations.refresh()
                }}
              />
            )}
          </Show>
          <div
            ref={host}
            hidden={closed() === 'recalled' || drafting()}
            class="section-text px-10 py-8 narrow:px-4 narrow:py-5"
          />
          <Show when={!closed()}>
            <SelectedAuthors authorship={authorship} />
          </Show>
          <Show when={closed() !== 'recalled' && editor()} keyed>
            {(open) => <FootnoteList editor={open} mayWrite={mayType(save())} />}
          </Show>
        </div>
        <Show when={annotating() && closed() !== 'recalled' && editor()} keyed>
          {(open) => (
            <AnnotationsPanel
              sectionId={props.sectionId}
              editor={open}
              annotations={annotations}
              mayComment={props.mayComment}
              mayWrite={mayType(save())}
              wanted={wanted()}
              suggest={suggest()}
              close={() => annotate(false)}
            />
          )}
        </Show>
      </div>
      <Show when={inserting() && editor()}>
        {(open) => (
          <InsertDialog record={props.record} sectionId={props.sectionId} editor={open()} close={() => insert(false)} />
        )}
      </Show>
    </section>
  )
}
