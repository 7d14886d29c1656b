import type { AgencyId, OfficerId } from '@lianban/kernel'

/** Work the program does for itself and not for an officer; each duty opens only the rows it needs. */
export type Duty =
  | 'sign-in'
  | 'registration'
  | 'directory'
  | 'sequencer'
  | 'verifier'
  | 'witnessing'
  | 'rooms'
  | 'denials'
  | 'health'
  | 'live'
  | 'local-copies'
  | 'rules'
  | 'digests'
  | 'words'
  | 'section-texts'
  | 'derivation'
  | 'sharing'
  | 'sealing'
  | 'clocks'
  | 'watching'
  | 'radar'
  | 'keeping'
  | 'delivering'
  | 'climbing'

/** Whose eyes a transaction has: an officer's, or one duty of the program. */
export type Context = { readonly agencyId: AgencyId; readonly officerId: OfficerId } | { readonly duty: Duty }

/** The four settings that the row policies read, in the order of the placeholders that set them. */
export function settingsOf(context: Context, now: Date): readonly [string, string, string, string] {
  return 'duty' in context
    ? ['', '', context.duty, now.toISOString()]
    : [context.agencyId, context.officerId, '', now.toISOString()]
}
