import { useQuery, useQueryClient } from '@tanstack/solid-query'
import type { Editor } from '@tiptap/core'
import { createEffect, createMemo, untrack } from 'solid-js'
import { api } from '../app/api.ts'
import { found } from '../app/found.ts'
import { type Mark, markWith } from './marks.ts'

/** The threads and suggestions of a section, read again when its case changes, and marked in the text. */
export function createAnnotations(given: {
  caseId: () => string
  sectionId: () => string
  editor: () => Editor | undefined
  isReady: () => boolean
}) {
  const queries = useQueryClient()
  const key = (what: string) => ['cases', given.caseId(), what, given.sectionId()]
  const comments = useQuery(() => ({
    queryKey: key('comments'),
    queryFn: () => api.comments.ofSection.query({ sectionId: given.sectionId() }),
  }))
  const suggestions = useQuery(() => ({
    queryKey: key('suggestions'),
    queryFn: () => api.suggestions.ofSection.query({ sectionId: given.sectionId() }),
  }))
  const marks = createMemo((): Mark[] => [
    ...(found(comments)?.threads ?? []).flatMap(({ id, anchor, resolved }) =>
      anchor && !resolved ? [{ id, kind: 'comment' as const, anchor }] : [],
    ),
    ...(found(suggestions)?.items ?? []).flatMap(({ id, anchor, state, proposed }) =>
      state === 'open' ? [{ id, kind: 'suggestion' as const, anchor, proposed }] : [],
    ),
  ])
  createEffect(() => {
    const editor = given.editor()
    const wanted = marks()
    // Those who listen to the editor read signals of their own, which are none of this effect's.
    if (editor && given.isReady()) untrack(() => editor.view.dispatch(editor.state.tr.setMeta(...markWith(wanted))))
  })
  return {
    threads: () => found(comments)?.threads ?? [],
    suggestions: () => found(suggestions)?.items ?? [],
    waiting: () =>
      marks().length + (found(comments)?.threads ?? []).filter((one) => !one.anchor && !one.resolved).length,
    refresh() {
      for (const what of ['comments', 'suggestions']) void queries.invalidateQueries({ queryKey: key(what) })
    },
  }
}
export type Annotations = ReturnType<typeof createAnnotations>
