import type { EvidenceFacts, FactRule, FactValue, Law } from '@lianban/law'
import { admissibilityOf, checklistOf, instrumentOf, powerHolders, powerToCollect } from '@lianban/law'
import type { AgencyKind } from '../agencies/index.ts'
import type { Compared } from '../attachments/index.ts'
import { type Chain, type CustodyEvent, chainOf } from '../custody/index.ts'
import type { EvidenceItem } from './evidence-item.ts'
import type { EvidenceFields } from './fields.ts'
import { refusals } from './refusals.ts'

const isFit = ({ type, options }: FactRule, value: FactValue): boolean => {
  if (type === 'flag') return typeof value === 'boolean'
  if (type === 'count') return typeof value === 'number'
  return typeof value === 'string' && (type === 'text' || Object.hasOwn(options!, value))
}

/** The answers to what is asked of the kind, each of its type; anything else is refused by its name. */
export function answersOf(
  { evidence }: Pick<Law, 'evidence'>,
  { kind, facts }: Pick<EvidenceFields, 'kind' | 'facts'>,
): EvidenceFacts {
  const { asks } = evidence.kinds.find(({ id }) => id === kind)!
  for (const { fact, value } of facts)
    if (!asks.includes(fact) || !isFit(evidence.facts[fact]!, value)) throw refusals.factUnfit(fact.slice(0, 40))
  return Object.fromEntries(facts.map(({ fact, value }) => [fact, value]))
}

type Known = { readonly agencyKind: AgencyKind; readonly region: string; readonly chain: Chain }

/** What the program knows of an item by itself. */
function machineFacts(law: Law, item: EvidenceItem, { agencyKind, region, chain }: Known): EvidenceFacts {
  const { proceeding, kind, instrument } = item
  const holder = powerHolders.find((each) => each === agencyKind)
  const asking = holder && { holder, proceeding, region }
  return {
    has_power: Boolean(
      asking &&
        powerToCollect(law, kind, asking).isAllowed &&
        (!instrument || instrumentOf(law, instrument, asking).isAllowed),
    ),
    officers: new Set(item.collectors).size,
    has_interval: item.collectedUntil > item.collectedFrom,
    has_place: item.place !== '',
    has_source: item.source !== '',
    has_case_number: true,
    custody_unbroken: chain.breaks.length === 0,
    is_original: item.origin === 'original',
    is_seizure: instrument === 'seizure_list' || instrument === 'seizure_decision',
    has_list: instrument !== null && item.instrumentNumber !== '',
  }
}

/** The checklist of an item as it stands, and what it comes to. */
export function assessed(
  law: Law,
  item: EvidenceItem,
  known: {
    readonly agencyKind: AgencyKind
    readonly region: string
    readonly events: readonly CustodyEvent[]
    readonly cured: readonly string[]
    readonly files: readonly Compared[]
  },
) {
  const chain = chainOf(known.events, known.files)
  const facts = { ...item.facts, ...machineFacts(law, item, { ...known, chain }) }
  const lines = checklistOf(law, item.kind, facts)
  return { chain, facts, lines, admissibility: admissibilityOf(lines, known.cured) }
}
