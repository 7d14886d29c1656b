import { TextField } from '@lianban/ui'
import type { SetStoreFunction } from 'solid-js/store'
import type { CustodyDraft } from './custody-draft.ts'
import { MomentField } from './moment-field.tsx'
import { t } from './texts.ts'

/** When, where, in what state, under which seal and on which paper. */
export function CustodyFields(props: {
  draft: CustodyDraft
  set: SetStoreFunction<CustodyDraft>
  needsDocument?: boolean | undefined
}) {
  return (
    <>
      <MomentField label={t('at')} value={props.draft.at} onChange={(at) => props.set({ at })} />
      <TextField
        label={t('place')}
        required
        maxLength={200}
        value={props.draft.place}
        onChange={(place) => props.set({ place })}
      />
      <TextField
        label={t('document')}
        required={props.needsDocument ?? false}
        maxLength={80}
        value={props.draft.document}
        onChange={(document) => props.set({ document })}
      />
      <TextField
        label={t('condition')}
        maxLength={400}
        value={props.draft.condition}
        onChange={(condition) => props.set({ condition })}
      />
      <TextField
        label={t('sealBefore')}
        maxLength={80}
        value={props.draft.sealBefore}
        onChange={(sealBefore) => props.set({ sealBefore })}
      />
      <TextField
        label={t('sealAfter')}
        maxLength={80}
        value={props.draft.sealAfter}
        onChange={(sealAfter) => props.set({ sealAfter })}
      />
    </>
  )
}
