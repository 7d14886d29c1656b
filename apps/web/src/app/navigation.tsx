import { A } from '@solidjs/router'
import ArrowLeftRight from 'lucide-solid/icons/arrow-left-right'
import FolderOpen from 'lucide-solid/icons/folder-open'
import Handshake from 'lucide-solid/icons/handshake'
import LayoutDashboard from 'lucide-solid/icons/layout-dashboard'
import Lightbulb from 'lucide-solid/icons/lightbulb'
import { For } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { worksOnCases } from './duties.ts'
import { t } from './i18n/index.ts'
import { useSession } from './session.tsx'

const places = [
  { href: '/', text: 'desk', icon: LayoutDashboard, end: true },
  { href: '/clues', text: 'clues', icon: Lightbulb, end: false },
  { href: '/cases', text: 'cases', icon: FolderOpen, end: false },
  { href: '/handoffs', text: 'handoffs', icon: ArrowLeftRight, end: false },
  { href: '/agreements', text: 'agreements', icon: Handshake, end: false },
] as const

/** The rail on the left; a bar at the foot of a phone. */
export function Navigation() {
  const session = useSession()
  return (
    <nav
      aria-label={t('navigation')}
      class="wide:sticky wide:top-12 wide:h-[calc(100dvh-3rem)] wide:w-44 wide:shrink-0 wide:border-line wide:border-r wide:bg-surface wide:p-2 narrow:fixed narrow:inset-x-0 narrow:bottom-0 narrow:z-30 narrow:border-line narrow:border-t narrow:bg-surface narrow:pb-[env(safe-area-inset-bottom)]"
    >
      <ul class="flex narrow:justify-around wide:flex-col wide:gap-0.5">
        <For each={worksOnCases(session()) ? places : places.slice(0, 1)}>
          {(place) => (
            <li class="narrow:flex-1">
              <A
                href={place.href}
                end={place.end}
                class="flex items-center rounded-md transition-colors wide:h-9 wide:gap-2.5 wide:px-2.5 narrow:h-14 narrow:flex-col narrow:justify-center narrow:gap-0.5 narrow:text-xs"
                activeClass="bg-accent-soft font-medium text-accent-text narrow:bg-transparent"
                inactiveClass="text-muted hover:bg-sunken hover:text-ink"
              >
                <Dynamic component={place.icon} size={18} aria-hidden="true" />
                {t(place.text)}
              </A>
            </li>
          )}
        </For>
      </ul>
    </nav>
  )
}
