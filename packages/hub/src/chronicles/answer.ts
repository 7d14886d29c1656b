import {
  type Binding,
  type Block,
  blocksOf,
  bodyFragment,
  type Chronicle,
  canonicalForm,
  compared,
  passagesOf,
  replacedWords,
  sittingsOf,
} from '@lianban/dossier'
import type { Kind, Question, Questions, Replaced, Told, When } from './question.ts'

/** Answers a question about a section out of its replayed history. */
export function answerFrom(chronicle: Chronicle, ask: Question<Kind>, authors: Binding): Questions[Kind]['answer'] {
  const asked = ask as { [K in Kind]: Question<K> }[Kind]
  switch (asked.kind) {
    case 'document':
      return toldAt(chronicle, placeOf(chronicle, asked.when)).told
    case 'passages': {
      const { told, blocks } = toldAt(chronicle, placeOf(chronicle, asked.when))
      return { ...told, passages: passagesOf(chronicle, blocks, authors) }
    }
    case 'compared': {
      const [from, to] = [asked.from, asked.to].map((when) => placeOf(chronicle, when)) as [number, number]
      return {
        from: reachedAt(chronicle, from),
        to: reachedAt(chronicle, to),
        blocks: compared(chronicle, authors, from, to),
      }
    }
    case 'replaced':
      return replacedIn(chronicle, asked)
    case 'sittings':
      return sittingsOf(chronicle.moments, asked.atMost)
  }
}

function placeOf(chronicle: Chronicle, when: When): number {
  if (when === 'now') return chronicle.moments.length - 1
  return 'seq' in when ? chronicle.placeOfSeq(when.seq) : chronicle.placeOfTime(when.at)
}

const reachedAt = ({ moments }: Chronicle, place: number) => {
  const moment = moments[place]
  return { seq: moment?.seq ?? 0, at: moment?.at ?? 0 }
}

function toldAt(chronicle: Chronicle, place: number) {
  const doc = chronicle.documentAt(place)
  try {
    const document = canonicalForm(doc)
    const blocks = blocksOf(doc.getXmlFragment(bodyFragment))
    const told: Told = {
      ...reachedAt(chronicle, place),
      document,
      blocks: blocks.map(({ runs, ...block }) => ({ ...block, letters: lettersOf(runs) })),
    }
    return { told, blocks }
  } finally {
    doc.destroy()
  }
}

function replacedIn(chronicle: Chronicle, asked: Question<'replaced'>): Replaced {
  const doc = chronicle.documentAt(chronicle.moments.length - 1)
  try {
    const update = replacedWords(doc, asked)
    const { reached, brokenAt } = chronicle
    return { reached, brokenAt, edit: update && { update, clientId: doc.clientID } }
  } finally {
    doc.destroy()
  }
}

function lettersOf(runs: Block['runs']) {
  const last = runs.at(-1)
  return { from: runs[0]?.at ?? 0, to: last ? last.at + last.text.length : 0 }
}
