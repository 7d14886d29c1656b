import type { Heading } from '@lianban/dossier'
import { useQuery } from '@tanstack/solid-query'
import { createMemo } from 'solid-js'
import { api } from '../app/api.ts'
import { found } from '../app/found.ts'

/** The headings of the sections one may read, by section; as they were when the page last looked. */
export function createContents(caseId: () => string): () => ReadonlyMap<string, readonly Heading[]> {
  const contents = useQuery(() => ({
    queryKey: ['cases', caseId(), 'contents'],
    queryFn: () => api.dossier.contents.query({ caseId: caseId() }),
    refetchInterval: 20_000,
  }))
  return createMemo(() => new Map(found(contents)?.sections.map(({ sectionId, headings }) => [sectionId, headings])))
}
