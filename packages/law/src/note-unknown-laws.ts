import { type LinedYaml, unknownName } from '@lianban/lined-yaml'
import type { Node } from 'yaml'
import type { Citation, Laws } from './citation.ts'

/** A row may cite only laws that laws.yaml names. */
export function noteUnknownLaws(yaml: LinedYaml, node: Node, laws: Laws, basis: readonly Citation[]): void {
  for (const { law } of basis) {
    if (!Object.hasOwn(laws, law)) yaml.refuse(node, unknownName('law', law, Object.keys(laws)))
  }
}
