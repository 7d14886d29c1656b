import { RadioCards } from '@lianban/ui'
import { Show } from 'solid-js'
import { postName } from '../app/domain-badges.tsx'
import { useSession } from '../app/session.tsx'
import { OfficerPicker } from './officer-picker.tsx'
import type { Readers } from './readers.ts'
import { t } from './texts.ts'

/** Who of the own agency may know of a record that is being entered. */
export function ReadersField(props: { readers: Readers }) {
  const session = useSession()
  const me = () => session().officer
  const { readers } = props
  const choices = () => [
    { value: 'all', label: t('all'), note: t('allNote'), disabled: readers.within() !== undefined },
    { value: 'named', label: t('named'), note: t('namedNote') },
  ]
  return (
    <div class="flex flex-col gap-3">
      <RadioCards
        label={t('label')}
        hint={readers.within() ? t('withinHint') : t('hint')}
        columns={2}
        options={choices()}
        value={readers.draft().isRestricted ? 'named' : 'all'}
        onChange={(value) => readers.set({ ...readers.draft(), isRestricted: value === 'named' })}
      />
      <Show when={readers.draft().isRestricted}>
        <div class="flex flex-col gap-2">
          <p class="text-sm">{t('you', { post: postName(me()) })}</p>
          <OfficerPicker
            posts={readers.posts()}
            fixed={[me().id]}
            value={readers.draft().officerIds}
            onChange={(officerIds) => readers.set({ ...readers.draft(), officerIds })}
            hint={readers.shownProblem() ? undefined : t('addHint')}
            error={readers.shownProblem()}
          />
        </div>
      </Show>
    </div>
  )
}
