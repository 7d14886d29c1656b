import { keepPreviousData, useQuery } from '@tanstack/solid-query'
import { createMemo, Show } from 'solid-js'
import { api } from '../../app/api.ts'
import type { SectionHistory } from '../../app/api-types.ts'
import { Loaded } from '../../app/loaded.tsx'
import { askedFor, type Show as Shown } from './shown.ts'
import { t } from './strings.ts'
import { ToldBlocks } from './told-blocks.tsx'

/** What the section said at a step, or what changed. */
export function MomentContent(props: { sectionId: string; history: SectionHistory; step: number; show: Shown }) {
  const asked = createMemo(() => askedFor(props.show, props.history.sittings, props.step))
  const query = useQuery(() => ({
    queryKey: ['sections', props.sectionId, 'moment', asked()],
    queryFn: async () => {
      const { sectionId } = props
      const now = asked()
      if (now.kind === 'past') {
        const past = await api.dossier.past.query({ sectionId, when: { seq: now.seq } })
        return { ...past, counts: undefined }
      }
      return api.dossier.compare.query({ sectionId, from: now.from, ...(now.to !== undefined && { to: now.to }) })
    },
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  }))
  return (
    <section aria-label={t('content')} class="rounded-md border border-line px-5 py-3 narrow:px-3">
      <Loaded query={query} rows={4} compact>
        {(data) => {
          const counts = () => {
            const found = data().counts
            if (!found) return undefined
            const total = found.added + found.removed + found.moved + found.restyled
            return total > 0
              ? [t('counts', found), ...(found.restyled ? [t('restyled', { n: found.restyled })] : [])]
              : []
          }
          return (
            <>
              <Show when={counts()}>
                {(told) => (
                  <p class="mb-2 text-muted text-sm" role="status">
                    {told().length > 0 ? told().join('；') : t('unchanged')}
                  </p>
                )}
              </Show>
              <Show when={data().blocks.length > 0} fallback={<p class="text-muted">{t('nothing')}</p>}>
                <ToldBlocks blocks={data().blocks} people={data().people} />
              </Show>
            </>
          )
        }}
      </Loaded>
    </section>
  )
}
