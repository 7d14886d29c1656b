import { vocabulary } from '@lianban/hub'
import type { Officer } from '@lianban/policy'
import type { Chapter } from './chapter.ts'
import { chapters } from './kinds-of-rows.ts'
import { policyAt, stated } from './rules.ts'

export type Persona = {
  /** The agency's relation to the record. */
  readonly relation: string
  readonly role: string
  readonly officer: Officer
}

export type Choice = Readonly<Record<string, string>>

/** What the rules answer: may this persona do this with a row of this kind, and by which rule. */
export type Outcome = Persona & {
  readonly subject: string
  readonly choice: Choice
  readonly action: string
  readonly rule: string | undefined
}

export const personasOf = ({ agencies }: Chapter): Persona[] =>
  Object.entries(agencies).flatMap(([relation, agencyKind]) =>
    vocabulary.roles.map((role) => ({
      relation,
      role,
      officer: {
        id: `${relation} ${role}` as Officer['id'],
        agencyId: relation as Officer['agencyId'],
        agencyKind,
        region: '110000',
        roles: [role],
      },
    })),
  )

export const actionsOf = (subject: string): readonly string[] => vocabulary.subjects[subject]?.actions ?? []

/** Every choice that the dimensions leave, in their order. */
export const choicesOf = ({ dimensions }: Chapter): Choice[] =>
  Object.entries(dimensions).reduce<Choice[]>(
    (choices, [name, values]) => choices.flatMap((choice) => values.map((value) => ({ ...choice, [name]: value }))),
    [{}],
  )

/** Every persona, every action, every kind of row: what the table shows and what the invariants are held against. */
export function everyOutcome(): Outcome[] {
  const policy = policyAt()
  return chapters.flatMap((chapter) => {
    const personas = personasOf(chapter)
    return choicesOf(chapter).flatMap((choice) => {
      const row = chapter.row(choice)
      return personas.flatMap((persona) =>
        actionsOf(chapter.subject).map((action) => ({
          ...persona,
          subject: chapter.subject,
          choice,
          action,
          rule: policy.allows(persona.officer, action, chapter.subject, row, stated)?.rule,
        })),
      )
    })
  })
}
