// This file was generated from the shell's list of commands. Do not edit it.
import { invoke } from "@tauri-apps/api/core";
import type { AcceptedView } from "./AcceptedView";
import type { AddedAccount } from "./AddedAccount";
import type { Answers } from "./Answers";
import type { AppointmentHeld } from "./AppointmentHeld";
import type { AppointmentShown } from "./AppointmentShown";
import type { AssistState } from "./AssistState";
import type { AssistView } from "./AssistView";
import type { AuditHead } from "./AuditHead";
import type { AuditRow } from "./AuditRow";
import type { AuditWanted } from "./AuditWanted";
import type { BoardShown } from "./BoardShown";
import type { BranchConfig } from "./BranchConfig";
import type { CameraTried } from "./CameraTried";
import type { Check } from "./Check";
import type { CheckView } from "./CheckView";
import type { ChecklistShown } from "./ChecklistShown";
import type { ChoiceView } from "./ChoiceView";
import type { ConfigVersion } from "./ConfigVersion";
import type { ConfigView } from "./ConfigView";
import type { ConsoleView } from "./ConsoleView";
import type { Crop } from "./Crop";
import type { DayReport } from "./DayReport";
import type { DraftSaved } from "./DraftSaved";
import type { EnrolledDevice } from "./EnrolledDevice";
import type { EnrolmentCode } from "./EnrolmentCode";
import type { FormWanted } from "./FormWanted";
import type { FoundGroup } from "./FoundGroup";
import type { GuideFunnels } from "./GuideFunnels";
import type { GuideView } from "./GuideView";
import type { HeadingTile } from "./HeadingTile";
import type { HelpState } from "./HelpState";
import type { HomeView } from "./HomeView";
import type { LifeEventTile } from "./LifeEventTile";
import type { Line } from "./Line";
import type { Locale } from "./Locale";
import type { LockedDraftRow } from "./LockedDraftRow";
import type { LookupShown } from "./LookupShown";
import type { Moment } from "./Moment";
import type { NumberWanted } from "./NumberWanted";
import type { PaperTaken } from "./PaperTaken";
import type { PaymentDetail } from "./PaymentDetail";
import type { PaymentNow } from "./PaymentNow";
import type { PaymentsToSee } from "./PaymentsToSee";
import type { PhoneUpload } from "./PhoneUpload";
import type { PictureId } from "./PictureId";
import type { PlainWords } from "./PlainWords";
import type { PrintView } from "./PrintView";
import type { ProcedureCase } from "./ProcedureCase";
import type { ProcedureDetail } from "./ProcedureDetail";
import type { ProcedureFilter } from "./ProcedureFilter";
import type { ProcedureLine } from "./ProcedureLine";
import type { ProcedurePart } from "./ProcedurePart";
import type { ProcedureView } from "./ProcedureView";
import type { RateTicket } from "./RateTicket";
import type { ReadManner } from "./ReadManner";
import type { ReadinessView } from "./ReadinessView";
import type { Role } from "./Role";
import type { Settlement } from "./Settlement";
import type { SharedRow } from "./SharedRow";
import type { SlotDay } from "./SlotDay";
import type { StaffMember } from "./StaffMember";
import type { StoredPicture } from "./StoredPicture";
import type { SubmissionRow } from "./SubmissionRow";
import type { SubmissionShown } from "./SubmissionShown";
import type { SubmissionView } from "./SubmissionView";
import type { SupplementRequest } from "./SupplementRequest";
import type { TicketShown } from "./TicketShown";
import type { TimesOffered } from "./TimesOffered";
import type { Under } from "./Under";
import type { UnitList } from "./UnitList";
import type { Vnd } from "./Vnd";

export const citizen = {
  home: () => invoke<HomeView>("home"),
  set_language: (language: string) => invoke<null>("set_language", { language }),
  take_ticket: (wanted: NumberWanted) => invoke<TicketShown>("take_ticket", { wanted }),
  slots: (service: string) => invoke<Array<SlotDay>>("slots", { service }),
  guide_times: () => invoke<TimesOffered>("guide_times"),
  book: (service: string, start: Moment) => invoke<AppointmentShown>("book", { service, start }),
  appointment: (code: string) => invoke<AppointmentHeld>("appointment", { code }),
  check_in: (id: string) => invoke<TicketShown>("check_in", { id }),
  cancel_appointment: (id: string) => invoke<AppointmentHeld>("cancel_appointment", { id }),
  print_result: (job: number) => invoke<PrintView>("print_result", { job }),
  reprint: (job: number) => invoke<number>("reprint", { job }),
  said_printed: (job: number) => invoke<null>("said_printed", { job }),
  rate_ticket: (id: string, rating: RateTicket) => invoke<null>("rate_ticket", { id, rating }),
  life_events: () => invoke<Array<LifeEventTile>>("life_events"),
  find_procedures: (query: string) => invoke<Array<FoundGroup>>("find_procedures", { query }),
  headings: (under: Under) => invoke<Array<HeadingTile>>("headings", { under }),
  procedures_under: (under: Under, heading: string) => invoke<Array<ProcedureLine>>("procedures_under", { under, heading }),
  read_found: (codes: Array<string>, manner: ReadManner) => invoke<boolean>("read_found", { codes, manner }),
  read_aloud: (lines: Array<string>, manner: ReadManner) => invoke<boolean>("read_aloud", { lines, manner }),
  hush: () => invoke<null>("hush"),
  find_units: (province: string | null, query: string) => invoke<UnitList>("find_units", { province, query }),
  procedure: (code: string) => invoke<ProcedureView>("procedure", { code }),
  print_checklist: (wanted: ProcedureCase) => invoke<ChecklistShown>("print_checklist", { wanted }),
  guide_begin: (wanted: ProcedureCase) => invoke<GuideView>("guide_begin", { wanted }),
  guide_view: () => invoke<GuideView>("guide_view"),
  guide_next: (page: string, answers: Answers) => invoke<GuideView>("guide_next", { page, answers }),
  guide_back: (page: string, answers: Answers) => invoke<GuideView>("guide_back", { page, answers }),
  guide_open: (page: string) => invoke<GuideView>("guide_open", { page }),
  scan_typed: (text: string) => invoke<null>("scan_typed", { text }),
  page_picture: (id: string, maxPx: number) => invoke<string>("page_picture", { id, maxPx }),
  camera_frame: () => invoke<string | null>("camera_frame"),
  take_picture: () => invoke<GuideView>("take_picture"),
  scan_now: () => invoke<GuideView>("scan_now"),
  retake_page: (id: string | null) => invoke<GuideView>("retake_page", { id }),
  turn_page: (id: string) => invoke<GuideView>("turn_page", { id }),
  crop_page: (id: string, crop: Crop) => invoke<GuideView>("crop_page", { id, crop }),
  remove_page: (id: string) => invoke<GuideView>("remove_page", { id }),
  move_page: (id: string, to: number) => invoke<GuideView>("move_page", { id, to }),
  phone_begin: () => invoke<PhoneUpload>("phone_begin"),
  phone_state: () => invoke<PhoneUpload | null>("phone_state"),
  phone_end: () => invoke<null>("phone_end"),
  keep_page: (id: string) => invoke<GuideView>("keep_page", { id }),
  assist_state: () => invoke<AssistState>("assist_state"),
  assist_share: () => invoke<AssistState>("assist_share"),
  assist_take_back: () => invoke<AssistState>("assist_take_back"),
  draft_saved: () => invoke<DraftSaved | null>("draft_saved"),
  print_draft: () => invoke<number>("print_draft"),
  draft_find: (code: string | null) => invoke<null>("draft_find", { code }),
  draft_open_birth: (date: string) => invoke<GuideView>("draft_open_birth", { date }),
  supplement_find: (request: string | null) => invoke<null>("supplement_find", { request }),
  supplement_open_digits: (digits: string) => invoke<GuideView>("supplement_open_digits", { digits }),
  guide_submit: () => invoke<SubmissionShown>("guide_submit"),
  lookup: (code: string) => invoke<LookupShown>("lookup", { code }),
  submitted: () => invoke<SubmissionShown | null>("submitted"),
  payment: () => invoke<PaymentNow>("payment"),
  print_payment: (code: string) => invoke<number>("print_payment", { code }),
  say_transferred: () => invoke<PaymentNow>("say_transferred"),
  call_help: () => invoke<HelpState>("call_help"),
  end_help: () => invoke<null>("end_help"),
  end_visit: () => invoke<null>("end_visit"),
};

export const staff = {
  console: () => invoke<ConsoleView>("console"),
  sign_in: (account: string, password: string) => invoke<ConsoleView>("sign_in", { account, password }),
  change_password: (current: string, new_: string) => invoke<ConsoleView>("change_password", { current, new: new_ }),
  sign_out: () => invoke<ConsoleView>("sign_out"),
  open_counter: (number: number) => invoke<ConsoleView>("open_counter", { number }),
  close_counter: () => invoke<ConsoleView>("close_counter"),
  call_next: () => invoke<ConsoleView>("call_next"),
  start_break: () => invoke<ConsoleView>("start_break"),
  end_break: () => invoke<ConsoleView>("end_break"),
  call_specific: (id: string) => invoke<ConsoleView>("call_specific", { id }),
  recall: (id: string) => invoke<ConsoleView>("recall", { id }),
  start: (id: string) => invoke<ConsoleView>("start", { id }),
  finish: (id: string) => invoke<ConsoleView>("finish", { id }),
  no_show: (id: string) => invoke<ConsoleView>("no_show", { id }),
  transfer: (id: string, to: Line, first: boolean) => invoke<ConsoleView>("transfer", { id, to, first }),
  park: (id: string) => invoke<ConsoleView>("park", { id }),
  resume: (id: string) => invoke<ConsoleView>("resume", { id }),
  return_to_queue: (id: string) => invoke<ConsoleView>("return_to_queue", { id }),
  cancel: (id: string, reason: string) => invoke<ConsoleView>("cancel", { id, reason }),
  reopen: (id: string) => invoke<ConsoleView>("reopen", { id }),
  answer_help: (device: string) => invoke<ConsoleView>("answer_help", { device }),
  console_appointments: (date: string) => invoke<Array<AppointmentHeld>>("console_appointments", { date }),
  console_slots: (service: string) => invoke<Array<SlotDay>>("console_slots", { service }),
  console_book: (service: string, start: Moment) => invoke<AppointmentShown>("console_book", { service, start }),
  console_check_in: (id: string) => invoke<TicketShown>("console_check_in", { id }),
  console_cancel_appointment: (id: string) => invoke<AppointmentHeld>("console_cancel_appointment", { id }),
  console_procedures: (filter: ProcedureFilter) => invoke<ProcedurePart>("console_procedures", { filter }),
  console_procedure: (code: string) => invoke<ProcedureDetail>("console_procedure", { code }),
  check_procedure: (code: string, version: number) => invoke<ProcedureDetail>("check_procedure", { code, version }),
  set_words: (code: string, words: PlainWords, from: number) => invoke<ProcedureDetail>("set_words", { code, words, from }),
  preview_words: (code: string, words: PlainWords, language: Locale) => invoke<ProcedureView>("preview_words", { code, words, language }),
  console_life_events: () => invoke<Array<LifeEventTile>>("console_life_events"),
  console_checklist: (wanted: ProcedureCase) => invoke<ChecklistShown>("console_checklist", { wanted }),
  branch_config: () => invoke<ConfigView>("branch_config"),
  set_branch_config: (config: BranchConfig, version: number) => invoke<ConfigView>("set_branch_config", { config, version }),
  branch_config_versions: () => invoke<Array<ConfigVersion>>("branch_config_versions"),
  add_notice_picture: (file: string) => invoke<StoredPicture>("add_notice_picture", { file }),
  notice_picture: (id: PictureId) => invoke<string>("notice_picture", { id }),
  staff_accounts: () => invoke<Array<StaffMember>>("staff_accounts"),
  add_staff_account: (account: string, name: string, role: Role) => invoke<AddedAccount>("add_staff_account", { account, name, role }),
  reset_staff_password: (who: StaffMember) => invoke<AddedAccount>("reset_staff_password", { who }),
  close_staff_account: (account: string) => invoke<null>("close_staff_account", { account }),
  enrolled_devices: () => invoke<Array<EnrolledDevice>>("enrolled_devices"),
  make_enrolment_code: () => invoke<EnrolmentCode>("make_enrolment_code"),
  revoke_device: (device: string) => invoke<null>("revoke_device", { device }),
  audit_rows: (wanted: AuditWanted) => invoke<Array<AuditRow>>("audit_rows", { wanted }),
  audit_head: () => invoke<AuditHead>("audit_head"),
  day_report: (date: string | null) => invoke<DayReport>("day_report", { date }),
  save_day_report: (date: string) => invoke<string>("save_day_report", { date }),
  print_day_report: (date: string) => invoke<number>("print_day_report", { date }),
  locked_drafts: (code: string | null) => invoke<Array<LockedDraftRow>>("locked_drafts", { code }),
  shared_drafts: () => invoke<Array<SharedRow>>("shared_drafts"),
  assist_take: (id: string) => invoke<AssistView>("assist_take", { id }),
  assist_next: (page: string, answers: Answers) => invoke<AssistView>("assist_next", { page, answers }),
  assist_back: (page: string, answers: Answers) => invoke<AssistView>("assist_back", { page, answers }),
  assist_open: (page: string) => invoke<AssistView>("assist_open", { page }),
  assist_page: (id: string) => invoke<string>("assist_page", { id }),
  assist_print_review: () => invoke<AssistView>("assist_print_review"),
  assist_submit: (agreed: Array<string>, cameOut: boolean) => invoke<SubmissionShown>("assist_submit", { agreed, cameOut }),
  assist_times: () => invoke<Array<ChoiceView>>("assist_times"),
  assist_give_back: () => invoke<null>("assist_give_back"),
  unlock_draft: (id: string) => invoke<null>("unlock_draft", { id }),
  guide_measures: (from: string, to: string, procedure: string | null) => invoke<GuideFunnels>("guide_measures", { from, to, procedure }),
  submissions: () => invoke<Array<SubmissionRow>>("submissions"),
  submission: (id: string) => invoke<SubmissionView>("submission", { id }),
  file_page: (file: string, page: number) => invoke<string>("file_page", { file, page }),
  accept: (id: string, papers: { [key in string]: PaperTaken }) => invoke<AcceptedView>("accept", { id, papers }),
  ask_supplement: (submission: string, text: string, papers: Array<string>, key: string) => invoke<SupplementRequest>("ask_supplement", { submission, text, papers, key }),
  supplement_done: (id: string) => invoke<null>("supplement_done", { id }),
  print_supplement_request: (submission: string, request: string) => invoke<number>("print_supplement_request", { submission, request }),
  print_form: (submission: string, wanted: FormWanted) => invoke<number>("print_form", { submission, wanted }),
  console_print_payment: (submission: string) => invoke<number>("console_print_payment", { submission }),
  payments: () => invoke<PaymentsToSee>("payments"),
  take_payment: (submission: string, amount: Vnd, key: string) => invoke<PaymentDetail>("take_payment", { submission, amount, key }),
  set_payment: (submission: string, fee: Vnd, why: string, key: string) => invoke<PaymentDetail>("set_payment", { submission, fee, why, key }),
  settle_payment: (submission: string, outcome: Settlement, note: string) => invoke<PaymentDetail>("settle_payment", { submission, outcome, note }),
  settle_credit: (credit: string, code: string | null, note: string) => invoke<null>("settle_credit", { credit, code, note }),
  readiness: () => invoke<ReadinessView>("readiness"),
  readiness_check: (check: Check) => invoke<CheckView>("readiness_check", { check }),
  readiness_print_test: () => invoke<number>("readiness_print_test"),
  readiness_page_seen: (right: boolean) => invoke<CheckView>("readiness_page_seen", { right }),
  console_test_sound: () => invoke<null>("console_test_sound"),
  readiness_sound_heard: (heard: boolean) => invoke<CheckView>("readiness_sound_heard", { heard }),
  readiness_take_picture: () => invoke<CameraTried>("readiness_take_picture"),
  readiness_touched: (errors: Array<number>) => invoke<CheckView>("readiness_touched", { errors }),
  readiness_print_report: () => invoke<number>("readiness_print_report"),
  console_print_result: (job: number) => invoke<PrintView>("console_print_result", { job }),
  console_reprint: (job: number) => invoke<number>("console_reprint", { job }),
};

export const board = {
  board: () => invoke<BoardShown>("board"),
  board_picture: (id: PictureId) => invoke<string>("board_picture", { id }),
};
