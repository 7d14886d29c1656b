import type { Entry } from '@lianban/audit'
import type { Sentence } from '@lianban/kernel'
import { type Role, roleWords } from '../agencies/index.ts'
import { acts, factWords } from './acts.ts'

/** What the ids in an entry are called today, as far as the reader may know. */
export type Names = {
  readonly officer: (id: string) => Sentence | undefined
  readonly agency: (id: string) => Sentence | undefined
  readonly subject: (kind: string, id: string) => Sentence | undefined
}

const withheld: Sentence = { zh: '（不在知悉范围）', en: '(not yours to see)' }
const program: Sentence = { zh: '平台', en: 'The hub' }

/** One entry as one sentence; codes become words, ids become names, and what the reader may not know stays unnamed. */
export function sentenceOf(entry: Entry, names: Names): Sentence {
  const who =
    (entry.officerId && names.officer(entry.officerId)) || (entry.agencyId && names.agency(entry.agencyId)) || program
  const plain = { zh: entry.act, en: entry.act }
  const act = acts[entry.act] ?? { ...plain, tried: plain }
  const fill = (text: string, language: 'zh' | 'en') =>
    text
      .replace(/\{(\w+)\}/g, (_, name: string) => wordFor(entry, names, name)[language])
      .replace(/\s{2,}/g, ' ')
      .trim()
  if (entry.outcome === 'refused')
    return {
      zh: `${who.zh} 试图${fill(act.tried.zh, 'zh')}，被拒绝。`,
      en: `${who.en} tried to ${fill(act.tried.en, 'en')} and was refused.`,
    }
  return { zh: `${who.zh} ${fill(act.zh, 'zh')}。`, en: `${who.en} ${fill(act.en, 'en')}.`.replace(' ’s ', '’s ') }
}

function wordFor(entry: Entry, names: Names, name: string): Sentence {
  if (name === 'subject') return (entry.subject && names.subject(entry.subject.kind, entry.subject.id)) ?? withheld
  const fact = entry.facts?.[name]
  if (fact === undefined) return { zh: '', en: '' }
  if (name === 'agency' || name === 'from' || name === 'superior') return names.agency(String(fact)) ?? withheld
  if (name === 'officer' || name === 'proposer') return names.officer(String(fact)) ?? withheld
  if (name === 'roles') return rolesSaid(String(fact))
  const plain = String(fact)
  return factWords[name]?.[plain] ?? { zh: plain, en: plain }
}

/** Roles travel as one fact, since a fact is no list. */
function rolesSaid(joined: string): Sentence {
  const words = joined.split(',').map((role) => roleWords[role as Role] ?? { zh: role, en: role })
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') }
}
