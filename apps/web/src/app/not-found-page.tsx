import { UnseenState } from './loaded.tsx'

/** An address that leads nowhere says what a record that is not yours says. */
export function NotFoundPage() {
  return <UnseenState />
}
