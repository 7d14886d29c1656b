import { Route, Router } from '@solidjs/router'
import { lazy } from 'solid-js'
import { NotFoundPage } from './not-found-page.tsx'
import { Shell } from './shell.tsx'

const SignInPage = lazy(async () => ({ default: (await import('../sign-in/sign-in-page.tsx')).SignInPage }))
const DeskPage = lazy(async () => ({ default: (await import('../desk/desk-page.tsx')).DeskPage }))
const ClueListPage = lazy(async () => ({ default: (await import('../clues/clue-list-page.tsx')).ClueListPage }))
const ClueFormPage = lazy(async () => ({ default: (await import('../clues/clue-form-page.tsx')).ClueFormPage }))
const CluePage = lazy(async () => ({ default: (await import('../clues/clue-page.tsx')).CluePage }))
const AgreementsPage = lazy(async () => ({
  default: (await import('../agreements/agreements-page.tsx')).AgreementsPage,
}))
const ClueCorrectionPage = lazy(async () => ({
  default: (await import('../changes/clue-change-page.tsx')).ClueCorrectionPage,
}))
const ClueProposalPage = lazy(async () => ({
  default: (await import('../changes/clue-change-page.tsx')).ClueProposalPage,
}))
const ExportPage = lazy(async () => ({ default: (await import('../traces/export-page.tsx')).ExportPage }))
const NoticesPage = lazy(async () => ({ default: (await import('../notices/notices-page.tsx')).NoticesPage }))
const RecallListPage = lazy(async () => ({ default: (await import('../recalls/recall-list-page.tsx')).RecallListPage }))
const RecallPage = lazy(async () => ({ default: (await import('../recalls/recall-page.tsx')).RecallPage }))
const SearchPage = lazy(async () => ({ default: (await import('../search/search-page.tsx')).SearchPage }))
const CaseListPage = lazy(async () => ({ default: (await import('../cases/case-list-page.tsx')).CaseListPage }))
const CaseFormPage = lazy(async () => ({ default: (await import('../cases/case-form-page.tsx')).CaseFormPage }))
const CasePage = lazy(async () => ({ default: (await import('../cases/case-page.tsx')).CasePage }))
const EvidencePage = lazy(async () => ({ default: (await import('../evidence/evidence-page.tsx')).EvidencePage }))
const HandoffListPage = lazy(async () => ({
  default: (await import('../handoffs/handoff-list-page.tsx')).HandoffListPage,
}))
const HandoffChangesPage = lazy(async () => ({
  default: (await import('../handoffs/handoff-changes-page.tsx')).HandoffChangesPage,
}))
const HandoffPage = lazy(async () => ({ default: (await import('../handoffs/handoff-page.tsx')).HandoffPage }))

const DutyDeskPage = lazy(async () => ({ default: (await import('../assistance/duty-desk-page.tsx')).DutyDeskPage }))
const AssistancePage = lazy(async () => ({ default: (await import('../assistance/request-page.tsx')).RequestPage }))

const OfficersPage = lazy(async () => ({ default: (await import('../administration/officers-page.tsx')).OfficersPage }))
const ChangesPage = lazy(async () => ({ default: (await import('../administration/changes-page.tsx')).ChangesPage }))
const ReviewPage = lazy(async () => ({ default: (await import('../administration/review-page.tsx')).ReviewPage }))
const AdministrationTrailPage = lazy(async () => ({
  default: (await import('../administration/trail-page.tsx')).AdministrationTrailPage,
}))
const RulesPage = lazy(async () => ({ default: (await import('../administration/rules-page.tsx')).RulesPage }))
const DamagesPage = lazy(async () => ({ default: (await import('../damages/damages-page.tsx')).DamagesPage }))
const NumbersPage = lazy(async () => ({ default: (await import('../numbers/numbers-page.tsx')).NumbersPage }))
const RequestListPage = lazy(async () => ({
  default: (await import('../requests/request-list-page.tsx')).RequestListPage,
}))
const RequestPage = lazy(async () => ({ default: (await import('../requests/request-page.tsx')).RequestPage }))
const ClockBoardPage = lazy(async () => ({ default: (await import('../clocks/clock-board-page.tsx')).ClockBoardPage }))
const CalculatorPage = lazy(async () => ({
  default: (await import('../calculator/calculator-page.tsx')).CalculatorPage,
}))
const EmergencyListPage = lazy(async () => ({
  default: (await import('../emergencies/emergency-list-page.tsx')).EmergencyListPage,
}))
const EmergencyPage = lazy(async () => ({
  default: (await import('../emergencies/emergency-page.tsx')).EmergencyPage,
}))

const TaskForceListPage = lazy(async () => ({
  default: (await import('../task-forces/task-force-list-page.tsx')).TaskForceListPage,
}))
const TaskForcePage = lazy(async () => ({
  default: (await import('../task-forces/task-force-page.tsx')).TaskForcePage,
}))

const RadarPage = lazy(async () => ({ default: (await import('../radar/radar-page.tsx')).RadarPage }))
const AuditPage = lazy(async () => ({ default: (await import('../audit/audit-page.tsx')).AuditPage }))

/** Every address of the application; each page is fetched when it is first visited. */
export function Routes() {
  return (
    <Router>
      <Route path="/sign-in" component={SignInPage} />
      <Route path="/" component={Shell}>
        <Route path="/" component={DeskPage} />
        <Route path="/clues" component={ClueListPage} />
        <Route path="/clues/new" component={ClueFormPage} />
        <Route path="/clues/:clueId" component={CluePage} />
        <Route path="/clues/:clueId/correct" component={ClueCorrectionPage} />
        <Route path="/clues/:clueId/propose" component={ClueProposalPage} />
        <Route path="/clues/:clueId/exports/:exportId" component={ExportPage} />
        <Route path="/notices" component={NoticesPage} />
        <Route path="/recalls" component={RecallListPage} />
        <Route path="/recalls/:noticeId" component={RecallPage} />
        <Route path="/cases" component={CaseListPage} />
        <Route path="/cases/new" component={CaseFormPage} />
        <Route path="/cases/:caseId/evidence/:evidenceId" component={EvidencePage} />
        <Route path="/cases/:caseId/:tab?" component={CasePage} />
        <Route path="/handoffs" component={HandoffListPage} />
        <Route path="/handoffs/:handoffId" component={HandoffPage} />
        <Route path="/handoffs/:handoffId/changes" component={HandoffChangesPage} />
        <Route path="/assistance" component={DutyDeskPage} />
        <Route path="/assistance/:assistanceId" component={AssistancePage} />
        <Route path="/task-forces" component={TaskForceListPage} />
        <Route path="/task-forces/:taskForceId" component={TaskForcePage} />
        <Route path="/agreements" component={AgreementsPage} />
        <Route path="/administration/officers" component={OfficersPage} />
        <Route path="/administration/changes" component={ChangesPage} />
        <Route path="/administration/rules" component={RulesPage} />
        <Route path="/damages" component={DamagesPage} />
        <Route path="/numbers" component={NumbersPage} />
        <Route path="/requests" component={RequestListPage} />
        <Route path="/requests/:requestId" component={RequestPage} />
        <Route path="/calculator" component={CalculatorPage} />
        <Route path="/clocks" component={ClockBoardPage} />
        <Route path="/emergencies" component={EmergencyListPage} />
        <Route path="/emergencies/:emergencyId" component={EmergencyPage} />
        <Route path="/administration/trail" component={AdministrationTrailPage} />
        <Route path="/radar" component={RadarPage} />
        <Route path="/audit" component={AuditPage} />
        <Route path="/grants/review" component={ReviewPage} />
        <Route path="/search" component={SearchPage} />
        <Route path="*" component={NotFoundPage} />
      </Route>
    </Router>
  )
}
