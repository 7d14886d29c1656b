import { loadCases } from './load-cases.ts'
import { registerCast } from './load-cast.ts'
import { type LoadOptions, makeOffices } from './offices.ts'
import { registerExhibits } from './register-exhibits.ts'
import { runErrands } from './run-errands.ts'
import { tellStory } from './tell-story.ts'

/** Who takes part and what they have agreed, without any case. */
export const loadCast = (options: LoadOptions): Promise<void> => registerCast(options, makeOffices(options))

/** The whole demonstration, through the public API alone; a second load changes nothing. */
export async function loadDemo(options: LoadOptions): Promise<void> {
  const offices = makeOffices(options)
  await registerCast(options, offices)
  await loadCases(options, offices)
  await tellStory(options, offices)
  await registerExhibits(options, offices)
  await runErrands(options, offices)
}
