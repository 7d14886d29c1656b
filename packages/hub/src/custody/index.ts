export { type Break, type Chain, chainOf } from './chain.ts'
export {
  type CustodyEvent,
  type CustodyKind,
  custodyMoves,
  type Holder,
} from './custody-event.ts'
export { refusals as custodyRefusals } from './refusals.ts'
export { appendCustody, chainOfItem, custodyOf } from './store.ts'
