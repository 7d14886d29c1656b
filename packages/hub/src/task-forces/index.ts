export { type Seat, seatRelation, seatsOn, seatWords } from './seats.ts'
