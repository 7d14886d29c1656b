import { type Chapter, circle, everywhere, known, later, valuesOf } from './chapter.ts'
import { noon } from './rules.ts'

const before = new Date(noon.getTime() - 1)

export const assistance: Chapter = {
  subject: 'Assistance',
  agencies: {
    asking: 'tobacco',
    asked: 'police',
    'asked to decide': 'tobacco',
    'above who was asked': 'police',
    ...everywhere,
  },
  dimensions: {
    state: valuesOf('Assistance', 'state'),
    'let go by': valuesOf('Assistance', 'approval'),
    'the limit': ['runs', 'climbs this very instant', 'has climbed'],
    known,
  },
  row: ({ state, 'let go by': approval, 'the limit': limit, known: to }) => ({
    fromAgencyId: 'asking',
    toAgencyId: 'asked',
    overseerAgencyId: 'asked to decide',
    superiorAgencyId: 'above who was asked',
    approval,
    state,
    climbsAt: { runs: later, 'climbs this very instant': noon, 'has climbed': before }[limit!],
    circle: circle('asking', to),
  }),
}
