import type { Tx } from '@lianban/db'
import type { AgencyId, SectionId, SessionId } from '@lianban/kernel'
import { sql } from 'drizzle-orm'

/** The channel on which every server process hears, at commit, what happened in any of them. */
export const newsChannel = 'lianban_news'

/** A record by kind and id, as the policy names kinds. */
export type Ref = { readonly kind: string; readonly id: string }

/** Whose rights changed: those on a record, those of an agency or officer, or everybody's with the rules. */
export type AccessChange = {
  readonly kind: 'Case' | 'Clue' | 'TaskForce' | 'Agency' | 'Officer' | 'Rules'
  readonly id: string
}

/** Ids only: what became of a record is read by those who may, each with their own eyes. */
export type News =
  | ({ readonly what: 'access' } & AccessChange)
  | {
      readonly what: 'record'
      readonly about: readonly Ref[]
      /** The agencies that the act names, or everybody's when they are too many. */
      readonly agencies: readonly string[] | 'all'
      readonly sessionId: SessionId
    }
  | { readonly what: 'session'; readonly id: SessionId }
  /** Officers of the agency were told something; up to this number everything is there to be read. */
  | { readonly what: 'notice'; readonly agencyId: AgencyId; readonly number: number }
  /** The hub itself wrote in a section, in the name of the officer who acted. */
  | { readonly what: 'written'; readonly sectionId: SectionId }

export async function tell(tx: Tx, news: News): Promise<void> {
  await tx.execute(sql`select pg_notify(${newsChannel}, ${JSON.stringify(news)})`)
}

/** What was heard, or nothing when it is not one of ours. */
export function readNews(payload: string): News | undefined {
  try {
    const news = JSON.parse(payload) as News
    return ['access', 'record', 'session', 'notice', 'written'].includes(news?.what) ? news : undefined
  } catch {
    return undefined
  }
}
