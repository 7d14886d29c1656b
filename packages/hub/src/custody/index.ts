export { type Chain, chainOf } from './chain.ts'
export {
  type CustodyEvent,
  type CustodyKind,
  custodyMoves,
} from './custody-event.ts'
export { refusals as custodyRefusals } from './refusals.ts'
export { appendCustody, chainOfItem, custodyOf } from './store.ts'
