import { vocabulary } from '@lianban/hub'
import { formatAccessTable } from '@lianban/policy'
import type { Chapter } from './chapter.ts'
import { foldChoices } from './fold-choices.ts'
import { chapters } from './kinds-of-rows.ts'
import { actionsOf, type Choice, choicesOf, type Persona, personasOf } from './outcomes.ts'
import { policyAt, stated } from './rules.ts'

const policy = policyAt()

/** The whole table as text: kinds of rows that fare alike are one block, officers of one agency that fare alike one line. */
export const accessTable = (): string =>
  [
    'Who may do what with which row, by which rule. Made from policies/permissions by `pnpm policy:table`.',
    `Asked for every role: ${vocabulary.roles.join(', ')}.`,
    'Whoever has no line in a block may do nothing with its rows; what has no column nobody may do with them.',
    '',
    ...chapters.flatMap((chapter) => [...heading(chapter), ...blocksOf(chapter)]),
  ].join('\n')

const heading = ({ subject, agencies, dimensions }: Chapter): string[] => [
  `# ${subject}`,
  `Asked for officers of: ${Object.keys(agencies).join('; ')}.`,
  `Asked whether they may: ${actionsOf(subject).join(', ')}.`,
  ...Object.entries(dimensions).map(([name, values]) => `With rows of ${name}: ${values.join('; ')}.`),
  '',
]

type Fare = { readonly persona: Persona; readonly rules: readonly (string | undefined)[] }
type Kind = { readonly choice: Choice; readonly row: object; readonly fares: readonly Fare[] }

function blocksOf(chapter: Chapter): string[] {
  const personas = personasOf(chapter)
  const kinds = choicesOf(chapter).map((choice): Kind => {
    const row = chapter.row(choice)
    return { choice, row, fares: personas.map((persona) => ({ persona, rules: rulesFor(persona, chapter, row) })) }
  })
  const alike = Map.groupBy(kinds, ({ fares }) => JSON.stringify(fares.map(({ rules }) => rules)))
  return [...alike.values()].map((some) => block(chapter, some))
}

const rulesFor = ({ officer }: Persona, { subject }: Chapter, row: object) =>
  actionsOf(subject).map((action) => policy.allows(officer, action, subject, row, stated)?.rule)

function block({ subject, dimensions }: Chapter, kinds: readonly Kind[]): string {
  const { row, fares } = kinds[0]!
  const acting = fares.filter(({ rules }) => rules.some(Boolean))
  const alike = Map.groupBy(acting, ({ persona, rules }) => JSON.stringify([persona.relation, rules]))
  const name = foldChoices(
    kinds.map(({ choice }) => choice),
    dimensions,
  ).join('\n      or ')
  return formatAccessTable({
    policy,
    asked: stated,
    personas: [...alike.values()].map((some) => ({
      name: `${some[0]!.persona.relation}: ${some.map(({ persona }) => persona.role).join(', ')}`,
      officer: some[0]!.persona.officer,
    })),
    rows: [{ name, subject, row }],
    actionsOf: () => actionsOf(subject).filter((_, i) => acting.some(({ rules }) => rules[i])),
  })
}
