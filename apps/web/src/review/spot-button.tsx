import MapPin from 'lucide-solid/icons/map-pin'
import type { Spot } from './spot.ts'
import { spotWords } from './spot-words.ts'

/** Takes the reader back to the page or the second that is cited. */
export function SpotButton(props: { spot: Spot; file: string; open: () => void }) {
  return (
    <button
      type="button"
      class="inline-flex items-center gap-1 text-left text-accent-text text-sm hover:underline"
      onClick={() => props.open()}
    >
      <MapPin size={14} aria-hidden="true" class="shrink-0" />
      <span class="wrap-anywhere">{spotWords(props.spot, props.file)}</span>
    </button>
  )
}
