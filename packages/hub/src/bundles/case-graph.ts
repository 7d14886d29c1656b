import type { findCasePage } from '../cases/index.ts'
import type { findEvidencePage } from '../evidence/index.ts'
import type { findHandoffPage } from '../handoffs/index.ts'

type Given = {
  readonly ofCase: Awaited<ReturnType<typeof findCasePage>>
  readonly seals: readonly {
    readonly id: string
    readonly number: number
    readonly file: { readonly digest: string }
  }[]
  readonly handoffs: readonly Awaited<ReturnType<typeof findHandoffPage>>[]
  readonly evidence: readonly Awaited<ReturnType<typeof findEvidencePage>>[]
}
type Node = { readonly '@id': string; readonly '@type': string } & Readonly<Record<string, unknown>>

const context = {
  kb: 'urn:lianban:',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  'case-investigation': 'https://ontology.caseontology.org/case/investigation/',
  'uco-action': 'https://ontology.unifiedcyberontology.org/uco/action/',
  'uco-core': 'https://ontology.unifiedcyberontology.org/uco/core/',
  'uco-identity': 'https://ontology.unifiedcyberontology.org/uco/identity/',
  'uco-observable': 'https://ontology.unifiedcyberontology.org/uco/observable/',
  'uco-types': 'https://ontology.unifiedcyberontology.org/uco/types/',
}

/** The case for forensic tools, as CASE and UCO say it (JSON-LD): the investigation, who took part, what was sealed and handed over. */
export function caseGraph({ ofCase, seals, handoffs, evidence }: Given) {
  const { ownerAgency, leadAgency } = ofCase
  const agencies = new Map(
    [ownerAgency, leadAgency, ...handoffs.flatMap(({ from, to }) => [from, to])].map((one) => [one.id, one]),
  )
  const files = [
    ...seals.map(({ id, number, file }) => aFile(id, `version-${number}.json`, file.digest)),
    ...handoffs.map(({ id, number, packageDigest }) => aFile(id, number, packageDigest)),
    ...filesOf(evidence),
  ]
  const actions = handoffs.flatMap(actionsOf)
  const provenance = [...seals.map(sealed), ...handoffs.map(handedOver), ...evidence.map(registered)]
  const investigation: Node = {
    '@id': iri('investigation', ofCase.id),
    '@type': 'case-investigation:Investigation',
    'uco-core:name': `${ofCase.number} ${ofCase.name}`,
    'case-investigation:focus': ofCase.charge,
    'case-investigation:investigationForm': 'case',
    'uco-core:objectCreatedTime': instant(ofCase.openedAt),
    'uco-core:object': [...provenance, ...actions, ...files].map(({ '@id': id }) => ({ '@id': id })),
  }
  const organizations = [...agencies.values()].map(
    ({ id, nameZh }): Node => ({
      '@id': iri('organization', id),
      '@type': 'uco-identity:Organization',
      'uco-core:name': nameZh,
    }),
  )
  return { '@context': context, '@graph': [investigation, ...organizations, ...provenance, ...actions, ...files] }
}

const iri = (kind: string, id: string): string => `kb:${kind}-${id}`
const instant = (at: Date) => ({ '@type': 'xsd:dateTime', '@value': at.toISOString() })

const aFile = (id: string, name: string, sha256: string): Node => ({
  '@id': iri('file', id),
  '@type': 'uco-observable:File',
  'uco-core:name': name,
  'uco-core:hasFacet': [
    {
      '@id': iri('content', id),
      '@type': 'uco-observable:ContentDataFacet',
      'uco-observable:hash': [
        {
          '@id': iri('hash', id),
          '@type': 'uco-types:Hash',
          'uco-types:hashMethod': 'SHA256',
          'uco-types:hashValue': { '@type': 'xsd:hexBinary', '@value': sha256.toUpperCase() },
        },
      ],
    },
  ],
})

const record = (id: string, description: string, exhibit: string): Node => ({
  '@id': iri('provenance', id),
  '@type': 'case-investigation:ProvenanceRecord',
  'uco-core:description': description,
  'case-investigation:exhibitNumber': exhibit,
  'uco-core:object': [{ '@id': iri('file', id) }],
})
const sealed = ({ id, number }: Given['seals'][number]): Node =>
  record(id, `联合专案卷宗封存第 ${number} 版`, `dossier-${number}`)
const handedOver = ({ id, number, kindWords }: Given['handoffs'][number]): Node => record(id, kindWords.zh, number)

/** The files of evidence, each once, though several items may share one. */
const filesOf = (evidence: Given['evidence']): Node[] => {
  const all = new Map(evidence.flatMap(({ files }) => files).map((file) => [file.id as string, file]))
  return [...all.values()].map(({ id, name, sha256 }) => aFile(id, name, sha256))
}

/** An item of evidence as it is registered, with the files of it that the officer may read. */
const registered = ({ id, number, name, files }: Given['evidence'][number]): Node => ({
  '@id': iri('provenance', id),
  '@type': 'case-investigation:ProvenanceRecord',
  'uco-core:description': name,
  'case-investigation:exhibitNumber': String(number),
  ...(files.length > 0 && { 'uco-core:object': files.map((file) => ({ '@id': iri('file', file.id) })) }),
})

/** What was signed for and decided on a handoff, by post: the hub shows no names of persons. */
const actionsOf = ({ id, receipts }: Given['handoffs'][number]): Node[] =>
  receipts.map(({ version, words, at, officer }) => ({
    '@id': iri('action', `${id.slice(0, -4)}${version.toString(16).padStart(4, '0')}`),
    '@type': 'case-investigation:InvestigativeAction',
    'uco-core:name': words.zh,
    'uco-core:description': officer.postZh,
    'uco-action:startTime': instant(at),
    'uco-action:endTime': instant(at),
    'uco-action:performer': { '@id': iri('organization', officer.agency.id) },
    'uco-action:object': [{ '@id': iri('provenance', id) }],
  }))
