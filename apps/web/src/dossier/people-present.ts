/** Who an officer is to the others in a room, as the server stamped it. */
export type Person = {
  readonly officerId?: string
  readonly name: string
  readonly agency: string
  readonly color: string
}

export type PresentPerson = Person & { readonly isMe: boolean; readonly windows: number }

/** One line a person however many windows they have open, me first, then by agency. */
export function peoplePresent(states: ReadonlyMap<number, unknown>, myClient: number): PresentPerson[] {
  const people = new Map<string, PresentPerson>()
  for (const [client, state] of states) {
    const person = personIn(state)
    if (!person) continue
    const key = person.officerId ?? `${person.agency} ${person.name}`
    const known = people.get(key)
    people.set(key, {
      ...person,
      isMe: client === myClient || known?.isMe === true,
      windows: (known?.windows ?? 0) + 1,
    })
  }
  return [...people.values()].toSorted(
    (a, b) =>
      Number(b.isMe) - Number(a.isMe) || a.agency.localeCompare(b.agency, 'zh') || a.name.localeCompare(b.name, 'zh'),
  )
}

/** Others' awareness is input from a network: anything that is not plainly a person is left out. */
function personIn(state: unknown): Person | undefined {
  const user = (state as { user?: Partial<Person> } | null)?.user
  if (typeof user?.name !== 'string' || typeof user.agency !== 'string' || typeof user.color !== 'string')
    return undefined
  const person = {
    name: user.name,
    agency: user.agency,
    color: /^#[0-9a-f]{6}$/i.test(user.color) ? user.color : '#5b6472',
  }
  return typeof user.officerId === 'string' ? { ...person, officerId: user.officerId } : person
}
