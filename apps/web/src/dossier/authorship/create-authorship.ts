import { blocksOf, bodyFragment, shadesOf } from '@lianban/dossier'
import { useQuery } from '@tanstack/solid-query'
import type { Editor } from '@tiptap/core'
import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import type { Doc } from 'yjs'
import { api } from '../../app/api.ts'
import { found } from '../../app/found.ts'
import { type Mark, showMarks } from './author-marks.ts'
import { type AuthoredPassage, type AuthorFilter, authoredLetters, isChosen, sharesIn } from './authored-letters.ts'
import { periodOf } from './period.ts'
import { selectedIn } from './selected-in.ts'

/** The page settles, and its words are saved, before it is looked at and asked about again. */
const settlingMs = 300
const askAgainMs = 1_500

/** Who wrote what stands on an open page: asked of the hub, and found again in the text by the numbers of its letters. */
export function createAuthorship(given: {
  sectionId: string
  editor: () => Editor | undefined
  doc: () => Doc | undefined
}) {
  const [isOn, setOn] = createSignal(false)
  const [isShaded, setShaded] = createSignal(true)
  const [hidden, setHidden] = createSignal<ReadonlySet<string>>(new Set())
  const [since, setSince] = createSignal('')
  const [until, setUntil] = createSignal('')
  const [settled, setSettled] = createSignal(0)
  const [selection, setSelection] = createSignal({ from: 0, to: 0 })
  const query = useQuery(() => ({
    queryKey: ['sections', given.sectionId, 'authorship'],
    queryFn: () => api.dossier.authorship.query({ sectionId: given.sectionId }),
    enabled: isOn(),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.replaying ? 200 : false),
  }))

  createEffect(() => {
    const editor = given.editor()
    if (!editor || !isOn()) return
    let settling: ReturnType<typeof setTimeout> | undefined
    let asking: ReturnType<typeof setTimeout> | undefined
    const changed = () => {
      clearTimeout(settling)
      clearTimeout(asking)
      settling = setTimeout(() => setSettled((count) => count + 1), settlingMs)
      asking = setTimeout(() => void query.refetch(), askAgainMs)
    }
    const selected = () => {
      const range = selectedIn(editor)
      if (range) setSelection(range)
    }
    selected()
    editor.on('update', changed)
    document.addEventListener('selectionchange', selected)
    onCleanup(() => {
      clearTimeout(settling)
      clearTimeout(asking)
      editor.off('update', changed)
      document.removeEventListener('selectionchange', selected)
    })
  })

  const people = () => found(query)?.people ?? []
  const personOf = (place: number | undefined) => (place === undefined ? undefined : people()[place])
  const shades = createMemo(() => shadesOf(people().map(({ agency }) => agency.id)))
  const authored = createMemo(() => {
    settled()
    const doc = given.doc()
    const passages = found(query)?.passages
    if (!isOn() || !doc || !passages) return []
    return authoredLetters(blocksOf(doc.getXmlFragment(bodyFragment)), passages as readonly AuthoredPassage[])
  })
  const filter = createMemo((): AuthorFilter => ({ hiddenAgencies: hidden(), ...periodOf(since(), until()) }))
  const marks = createMemo((): Mark[] =>
    authored().flatMap(({ from, to, passage }) => {
      const agencyId = passage && personOf(passage.person)?.agency.id
      const isFaint = passage !== undefined && !isChosen(passage, agencyId, filter())
      if (!agencyId || (!isFaint && !isShaded())) return []
      return [{ from, to, shade: shades().get(agencyId) ?? 0, isFaint }]
    }),
  )
  createEffect(
    on(marks, (now) => {
      const editor = given.editor()
      if (editor) showMarks(editor, now)
    }),
  )

  /** The agencies with words in the text, most first. */
  const agencies = createMemo(() => {
    const counts = new Map<string, number>()
    for (const { from, to, passage } of authored()) {
      const id = passage && personOf(passage.person)?.agency.id
      if (id) counts.set(id, (counts.get(id) ?? 0) + to - from)
    }
    const cards = new Map(people().map(({ agency }) => [agency.id, agency]))
    return [...counts]
      .toSorted(([, a], [, b]) => b - a)
      .map(([id, letters]) => ({ agency: cards.get(id as never)!, letters, shade: shades().get(id) ?? 0 }))
  })

  return {
    replaying: () => found(query)?.replaying ?? undefined,
    sectionId: given.sectionId,
    query,
    isOn,
    setOn,
    isShaded,
    setShaded,
    since,
    setSince,
    until,
    setUntil,
    agencies,
    personOf,
    shadeOf: (agencyId: string) => shades().get(agencyId) ?? 0,
    isHidden: (agencyId: string) => hidden().has(agencyId),
    toggleAgency: (agencyId: string) =>
      setHidden((before) => {
        const after = new Set(before)
        if (!after.delete(agencyId)) after.add(agencyId)
        return after
      }),
    isFiltered: () => hidden().size > 0 || since() !== '' || until() !== '',
    clearFilter() {
      setHidden(new Set<string>())
      setSince('')
      setUntil('')
    },
    /** What is selected, by person; nothing where nothing is. */
    selected: createMemo(() => {
      const { from, to } = selection()
      return isOn() && to > from ? sharesIn(authored(), from, to) : []
    }),
  }
}

export type Authorship = ReturnType<typeof createAuthorship>
