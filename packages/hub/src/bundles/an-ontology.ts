import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { JsonLdParser } from 'jsonld-streaming-parser'
import { Parser, type Quad, Store } from 'n3'
import Validator from 'rdf-validate-shacl'

/** The ontologies of CASE and UCO as they are published, where they lie beside the repository. */
const ontologies = fileURLToPath(new URL('../../../../../shared/standards/', import.meta.url))

/** The validator knows no constraints in SPARQL: of those, the forms of ids are looked at in HU797, and no facet is shared. */
const inSparql = 'http://www.w3.org/ns/shacl#sparql'

/** What the shapes of CASE and UCO find wrong with a graph, each as its node, the property and the words; undefined without them. */
export function openOntology(): ((jsonLd: object) => Promise<string[]>) | undefined {
  if (!existsSync(ontologies)) return undefined
  const shapes = new Store()
  for (const name of readdirSync(ontologies, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.ttl')) shapes.addQuads(new Parser().parse(readFileSync(`${ontologies}/${name}`, 'utf8')))
  }
  shapes.removeQuads(shapes.getQuads(null, inSparql, null, null))
  // What they import lies there as well.
  const validator = new Validator(shapes, { importGraph: () => new Store() })
  return async (jsonLd) => {
    const quads: Quad[] = await Readable.from([JSON.stringify(jsonLd)])
      .pipe(new JsonLdParser())
      .toArray()
    // The shapes ask for classes, whose families only the ontologies know.
    const { results } = await validator.validate(new Store([...shapes.getQuads(null, null, null, null), ...quads]))
    const own = new Set(quads.map(({ subject }) => subject.value))
    return results
      .filter(({ focusNode }) => own.has(focusNode?.value ?? ''))
      .map(({ focusNode, path, message }) =>
        [focusNode?.value, path?.value, ...message.map(({ value }) => value)].join(' '),
      )
  }
}
