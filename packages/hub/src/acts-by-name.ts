/** Acts on a draft, which what lies on record is past, and what is asked or broken open by name: none is done on a page. */
export const actsByName: Readonly<Record<string, readonly string[]>> = {
  Case: ['open', 'breakGlass'],
  Clue: ['record', 'hintOf', 'breakGlass'],
  Agreement: ['propose'],
  TaskForce: ['form'],
  EvidenceItem: ['record'],
}
