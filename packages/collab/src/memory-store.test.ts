import { createMemoryStore } from './memory-store.ts'
import { describeRoomStore } from './store-contract.ts'

const store = createMemoryStore()
describeRoomStore('in memory', () => store)
