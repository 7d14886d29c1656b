export { memberUnknown, seatUnknown, taskForceOver, untilPast } from './refusals.ts'
export {
  findTaskForce,
  insertSeat,
  insertTaskForce,
  saveSeat,
  saveTaskForce,
  seatsOfCases,
  taskForcesWhere,
} from './store.ts'
export { taskForces } from './table.ts'
export { activeSeats, isActive, newSeat, type Seat, type SeatOnCase, type TaskForceRow } from './task-force.ts'
export { seatsOfCase, taskForceVocabulary } from './vocabulary.ts'
export { taskForceSeatsWords } from './words.ts'
