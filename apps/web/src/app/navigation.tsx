import { Menu } from '@lianban/ui'
import { A, useNavigate } from '@solidjs/router'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import { createMemo, For, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { t } from './i18n/index.ts'
import { placeIcons } from './place-icons.ts'
import { atFoot, groups, type Place, placesFor } from './places.ts'
import { useSession } from './session.tsx'

/** The rail on the left, by groups; a bar at the foot of a phone. */
export function Navigation() {
  const session = useSession()
  const places = createMemo(() => placesFor(session()))
  return (
    <nav
      aria-label={t('navigation')}
      class="wide:sticky wide:top-12 wide:h-[calc(100dvh-3rem)] wide:w-44 wide:shrink-0 wide:overflow-y-auto wide:border-line wide:border-r wide:bg-surface wide:p-2 narrow:fixed narrow:inset-x-0 narrow:bottom-0 narrow:z-30 narrow:border-line narrow:border-t narrow:bg-surface narrow:pb-[env(safe-area-inset-bottom)]"
    >
      <Rail places={places()} />
      <Foot places={places()} />
    </nav>
  )
}

function Rail(props: { places: readonly Place[] }) {
  const inGroup = (group: string) => props.places.filter((place) => place.group === group)
  return (
    <div class="flex flex-col gap-3 narrow:hidden">
      <For each={groups.filter((group) => inGroup(group).length > 0)}>
        {(group, i) => (
          <div>
            <Show when={i() > 0}>
              <p class="px-2.5 pb-1 text-faint text-xs">{t(`group.${group}`)}</p>
            </Show>
            <ul class="flex flex-col gap-0.5">
              <For each={inGroup(group)}>{(place) => <PlaceLink place={place} class="h-9 gap-2.5 px-2.5" />}</For>
            </ul>
          </div>
        )}
      </For>
    </div>
  )
}

const footLook = 'h-14 w-full flex-col justify-center gap-0.5 text-xs'

function Foot(props: { places: readonly Place[] }) {
  const navigate = useNavigate()
  const foot = createMemo(() => atFoot(props.places))
  return (
    <ul class="flex justify-around wide:hidden">
      <For each={foot().shown}>{(place) => <PlaceLink place={place} class={`${footLook} bg-transparent`} />}</For>
      <Show when={foot().more.length}>
        <li class="flex-1">
          <Menu
            label={t('more')}
            class={`flex items-center text-muted ${footLook}`}
            trigger={
              <>
                <Ellipsis size={18} aria-hidden="true" />
                {t('more')}
              </>
            }
            items={foot().more.map((place) => ({
              label: t(place.text),
              icon: <Dynamic component={placeIcons[place.text]} size={16} aria-hidden="true" />,
              onSelect: () => navigate(place.href),
            }))}
          />
        </li>
      </Show>
    </ul>
  )
}

function PlaceLink(props: { place: Place; class: string }) {
  return (
    <li class="narrow:flex-1">
      <A
        href={props.place.href}
        end={props.place.href === '/'}
        class={`flex items-center rounded-md transition-colors ${props.class}`}
        activeClass="font-medium text-accent-text wide:bg-accent-soft"
        inactiveClass="text-muted hover:bg-sunken hover:text-ink"
      >
        <Dynamic component={placeIcons[props.place.text]} size={18} aria-hidden="true" />
        {t(props.place.text)}
      </A>
    </li>
  )
}
