import ArrowLeftRight from 'lucide-solid/icons/arrow-left-right'
import BellRing from 'lucide-solid/icons/bell-ring'
import Calculator from 'lucide-solid/icons/calculator'
import FileClock from 'lucide-solid/icons/file-clock'
import FileExclamationPoint from 'lucide-solid/icons/file-exclamation-point'
import FolderOpen from 'lucide-solid/icons/folder-open'
import Handshake from 'lucide-solid/icons/handshake'
import Hash from 'lucide-solid/icons/hash'
import Hourglass from 'lucide-solid/icons/hourglass'
import KeyRound from 'lucide-solid/icons/key-round'
import LayoutDashboard from 'lucide-solid/icons/layout-dashboard'
import Lightbulb from 'lucide-solid/icons/lightbulb'
import Network from 'lucide-solid/icons/network'
import Radar from 'lucide-solid/icons/radar'
import ScanEye from 'lucide-solid/icons/scan-eye'
import ScrollText from 'lucide-solid/icons/scroll-text'
import ShieldCheck from 'lucide-solid/icons/shield-check'
import Siren from 'lucide-solid/icons/siren'
import Undo from 'lucide-solid/icons/undo-2'
import UserCheck from 'lucide-solid/icons/user-check'
import UsersRound from 'lucide-solid/icons/users-round'
import type { Place } from './places.ts'

export const placeIcons: Record<Place['text'], typeof FolderOpen> = {
  taskForces: Network,
  desk: LayoutDashboard,
  clues: Lightbulb,
  cases: FolderOpen,
  handoffs: ArrowLeftRight,
  assistance: BellRing,
  clocks: Hourglass,
  radar: Radar,
  calculator: Calculator,
  agreements: Handshake,
  recalls: Undo,
  officers: UsersRound,
  officerChanges: UserCheck,
  rules: ScrollText,
  damages: FileExclamationPoint,
  numbers: Hash,
  requests: KeyRound,
  emergencies: Siren,
  grantReview: ShieldCheck,
  audit: ScanEye,
  administrationTrail: FileClock,
}
