//! What the officers' console may call.

use std::collections::BTreeMap;

use motcua_domain::branch::{BranchConfig, PictureId};
use motcua_domain::catalogue::PlainWords;
use motcua_domain::guide::ChoiceView;
use motcua_domain::paper::{FormWanted, PaperSize};
use motcua_domain::payment::{Settlement, Vnd};
use motcua_domain::queue::Line;
use motcua_domain::readiness::Check;
use motcua_domain::time::Moment;
use motcua_domain::wire::{
    AuditHead, AuditRow, AuditWanted, ConfigVersion, DayReport, EnrolledDevice, EnrolmentCode, GuideFunnels,
    PaperTaken, PaymentDetail, PaymentsToSee, Problem, ProcedureDetail, ProcedureFilter, ProcedurePart, Role, SlotDay,
    StaffMember, StoredPicture, SupplementRequest,
};
use motcua_domain::words::Locale;
use motcua_kiosk::citizen::Answers;
use motcua_kiosk::clock::{Clock, SystemClock};
use motcua_kiosk::view::{
    AcceptedView, AddedAccount, AppointmentHeld, AppointmentShown, AssistView, CameraTried, CheckView, ChecklistShown,
    ConfigView, ConsoleView, Did, LifeEventTile, LockedDraftRow, PrintView, ProcedureCase, ProcedureView,
    ReadinessView, SharedRow, SubmissionRow, SubmissionShown, SubmissionView, TicketShown,
};
use uuid::Uuid;

commands! {
    /// What the console shows all the time.
    async fn console(app) -> ConsoleView {
        Ok(app.staff.console().await)
    }

    /// Signs an officer in.
    async fn sign_in(app, account: String, password: String) -> ConsoleView {
        app.staff.sign_in(&account, &password).await
    }

    /// Changes the password of the officer signed in.
    async fn change_password(app, current: String, new: String) -> ConsoleView {
        app.staff.change_password(&current, &new).await
    }

    /// Ends the officer's session.
    async fn sign_out(app) -> ConsoleView {
        app.staff.sign_out().await
    }

    /// Opens a counter.
    async fn open_counter(app, number: u32) -> ConsoleView {
        app.staff.open_counter(number).await
    }

    /// Closes the officer's counter.
    async fn close_counter(app) -> ConsoleView {
        app.staff.close_counter().await
    }

    /// Calls the next ticket.
    async fn call_next(app) -> ConsoleView {
        app.staff.call_next().await
    }

    /// The officer goes on a break.
    async fn start_break(app) -> ConsoleView {
        app.staff.set_break(true).await
    }

    /// The officer is back from the break.
    async fn end_break(app) -> ConsoleView {
        app.staff.set_break(false).await
    }

    /// Calls a ticket out of turn.
    async fn call_specific(app, id: Uuid) -> ConsoleView {
        app.staff.call(id).await
    }

    /// Calls a ticket again.
    async fn recall(app, id: Uuid) -> ConsoleView {
        app.staff.ticket(id, Did::Recall).await
    }

    /// The ticket's holder has come to the counter.
    async fn start(app, id: Uuid) -> ConsoleView {
        app.staff.ticket(id, Did::Start).await
    }

    /// The ticket's holder was served.
    async fn finish(app, id: Uuid) -> ConsoleView {
        app.staff.ticket(id, Did::Finish).await
    }

    /// Nobody came.
    async fn no_show(app, id: Uuid) -> ConsoleView {
        app.staff.ticket(id, Did::NoShow).await
    }

    /// Sends a ticket on under the same number.
    async fn transfer(app, id: Uuid, to: Line, first: bool) -> ConsoleView {
        app.staff.transfer(id, to, first).await
    }

    /// Sends the ticket's holder away for a while.
    async fn park(app, id: Uuid) -> ConsoleView {
        app.staff.ticket(id, Did::Park).await
    }

    /// Calls the holder of a parked or missed ticket to the counter.
    async fn resume(app, id: Uuid) -> ConsoleView {
        app.staff.resume(id).await
    }

    /// Lets a ticket wait again.
    async fn return_to_queue(app, id: Uuid) -> ConsoleView {
        app.staff.ticket(id, Did::ReturnToQueue).await
    }

    /// Takes a ticket back.
    async fn cancel(app, id: Uuid, reason: String) -> ConsoleView {
        app.staff.cancel(id, reason).await
    }

    /// Undoes that a ticket was finished.
    async fn reopen(app, id: Uuid) -> ConsoleView {
        app.staff.ticket(id, Did::Reopen).await
    }

    /// The officer goes to a machine at which somebody wants help.
    async fn answer_help(app, device: Uuid) -> ConsoleView {
        app.staff.answer_help(device).await
    }

    /// The appointments of a day.
    async fn console_appointments(app, date: String) -> Vec<AppointmentHeld> {
        let date = date.parse().map_err(|_| Problem::new("query-not-understood"))?;
        app.staff.appointments(date).await
    }

    /// The days and times that can be booked for a service.
    async fn console_slots(app, service: String) -> Vec<SlotDay> {
        app.staff.slots(&service).await
    }

    /// Books a time for the person at the counter and starts printing its paper.
    async fn console_book(app, service: String, start: Moment) -> AppointmentShown {
        app.staff.book(&service, start).await
    }

    /// The number of somebody who comes for an appointment.
    async fn console_check_in(app, id: Uuid) -> TicketShown {
        app.staff.check_in(id).await
    }

    /// Gives a time back.
    async fn console_cancel_appointment(app, id: Uuid) -> AppointmentHeld {
        app.staff.cancel_appointment(id).await
    }

    /// Procedures that fit a filter, a part at a time.
    async fn console_procedures(app, filter: ProcedureFilter) -> ProcedurePart {
        app.staff.procedures(&filter).await
    }

    /// Everything known of a procedure.
    async fn console_procedure(app, code: String) -> ProcedureDetail {
        app.staff.procedure(&code).await
    }

    /// The officer looked through this version of a record.
    async fn check_procedure(app, code: String, version: u32) -> ProcedureDetail {
        app.staff.check_procedure(&code, version).await
    }

    /// Writes the plain words of a procedure, from the version that was changed (supervisors).
    async fn set_words(app, code: String, words: PlainWords, from: u32) -> ProcedureDetail {
        app.staff.set_words(&code, words, from).await
    }

    /// How citizens would see a procedure with these words.
    async fn preview_words(app, code: String, words: PlainWords, language: Locale) -> ProcedureView {
        app.staff.preview_words(&code, &words, language).await
    }

    /// The life events procedures can be put under.
    async fn console_life_events(app) -> Vec<LifeEventTile> {
        Ok(app.staff.life_events())
    }

    /// Prints the papers of a procedure and a case as a list to tick.
    async fn console_checklist(app, wanted: ProcedureCase) -> ChecklistShown {
        app.staff.print_checklist(&wanted).await
    }

    /// How the centre is set up.
    async fn branch_config(app) -> ConfigView {
        app.staff.config().await
    }

    /// Sets the centre up anew.
    async fn set_branch_config(app, config: BranchConfig, version: u32) -> ConfigView {
        app.staff.set_config(config, version).await
    }

    /// Who changed how the centre is set up, and when.
    async fn branch_config_versions(app) -> Vec<ConfigVersion> {
        app.staff.config_versions().await
    }

    /// Hands in a picture for notices.
    async fn add_notice_picture(app, file: String) -> StoredPicture {
        app.staff.add_picture(&file).await
    }

    /// A picture that a notice in force names.
    async fn notice_picture(app, id: PictureId) -> String {
        app.staff.picture(&id).await
    }

    /// Everybody with an account.
    async fn staff_accounts(app) -> Vec<StaffMember> {
        app.staff.accounts().await
    }

    /// Adds an account.
    async fn add_staff_account(app, account: String, name: String, role: Role) -> AddedAccount {
        app.staff.add_account(&account, &name, role).await
    }

    /// Gives an account another first password.
    async fn reset_staff_password(app, who: StaffMember) -> AddedAccount {
        app.staff.reset_password(who).await
    }

    /// Closes an account for good.
    async fn close_staff_account(app, account: String) -> () {
        app.staff.close_account(&account).await
    }

    /// Every device that was enrolled.
    async fn enrolled_devices(app) -> Vec<EnrolledDevice> {
        app.staff.enrolled_devices().await
    }

    /// A code with which one device enrols.
    async fn make_enrolment_code(app) -> EnrolmentCode {
        app.staff.make_enrolment_code().await
    }

    /// Takes a device's right away for good.
    async fn revoke_device(app, device: Uuid) -> () {
        app.staff.revoke_device(device).await
    }

    /// What was done and read that concerns somebody.
    async fn audit_rows(app, wanted: AuditWanted) -> Vec<AuditRow> {
        app.staff.audit(&wanted).await
    }

    /// The newest row of the audit.
    async fn audit_head(app) -> AuditHead {
        app.staff.audit_head().await
    }

    /// How a business date went.
    async fn day_report(app, date: Option<String>) -> DayReport {
        app.staff.day_report(date.as_deref()).await
    }

    /// Saves it as a table for a spreadsheet; answers with the file.
    async fn save_day_report(app, date: String) -> String {
        let folder = app.downloads.get().ok_or_else(|| Problem::new("report-not-saved"))?;
        app.staff.save_day_report(&date, folder).await
    }

    /// Prints it on A4; answers with the print job.
    async fn print_day_report(app, date: String) -> u64 {
        app.staff.print_day_report(&date).await
    }

    /// Drafts that are locked after wrong tries; with a code only the one it belongs to.
    async fn locked_drafts(app, code: Option<String>) -> Vec<LockedDraftRow> {
        app.staff.locked_drafts(code.as_deref()).await
    }

    /// Drafts whose owners want help now.
    async fn shared_drafts(app) -> Vec<SharedRow> {
        app.staff.shared_drafts().await
    }

    /// Takes a shared draft in hand.
    async fn assist_take(app, id: Uuid) -> AssistView {
        app.staff.assist_take(id).await
    }

    /// "Tiếp tục" for its owner.
    async fn assist_next(app, page: String, answers: Answers) -> AssistView {
        app.staff.assist_next(&page, &answers).await
    }

    /// "Quay lại" for its owner.
    async fn assist_back(app, page: String, answers: Answers) -> AssistView {
        app.staff.assist_back(&page, &answers).await
    }

    /// "Sửa" on the review, for its owner.
    async fn assist_open(app, page: String) -> AssistView {
        app.staff.assist_open(&page).await
    }

    /// A page of a paper of the draft in hand.
    async fn assist_page(app, id: String) -> String {
        app.staff.assist_page(&id).await
    }

    /// Starts printing what will be sent, for its owner to sign.
    async fn assist_print_review(app) -> AssistView {
        app.staff.assist_print_review().await
    }

    /// Submits for its owner exactly what they signed: with the consents that stand on the paper, by purpose,
    /// and the officer's word that it came out, where the printer gave none.
    async fn assist_submit(app, agreed: Vec<String>, came_out: bool) -> SubmissionShown {
        app.staff.assist_submit(&agreed, came_out).await
    }

    /// The times that can be chosen with the draft in hand, as a list.
    async fn assist_times(app) -> Vec<ChoiceView> {
        app.staff.assist_times().await
    }

    /// Gives the draft back to its owner's kiosk.
    async fn assist_give_back(app) -> () {
        app.staff.assist_give_back().await
    }

    /// Unlocks a draft whose owner the officer saw.
    async fn unlock_draft(app, id: Uuid) -> () {
        app.staff.unlock_draft(id).await
    }

    /// Where people stop in guided submissions, from a day to another.
    async fn guide_measures(app, from: String, to: String, procedure: Option<String>) -> GuideFunnels {
        app.staff.guide_measures(&from, &to, procedure.as_deref()).await
    }

    /// The newest submissions.
    async fn submissions(app) -> Vec<SubmissionRow> {
        app.staff.submissions().await
    }

    /// One submission.
    async fn submission(app, id: Uuid) -> SubmissionView {
        app.staff.submission(id).await
    }

    /// A page of a file, drawn.
    async fn file_page(app, file: Uuid, page: u32) -> String {
        app.staff.file_page(file, page).await
    }

    /// Accepts a submission and prints Mẫu 01.
    async fn accept(app, id: Uuid, papers: BTreeMap<String, PaperTaken>) -> AcceptedView {
        app.staff.accept(id, papers).await
    }

    /// Asks the applicant for what is missing. The same key never asks twice.
    async fn ask_supplement(app, submission: Uuid, text: String, papers: Vec<String>, key: Uuid) -> SupplementRequest {
        app.staff.ask_supplement(submission, text, papers, key).await
    }

    /// What was asked for is here.
    async fn supplement_done(app, id: Uuid) -> () {
        app.staff.supplement_done(id).await
    }

    /// Prints the Mẫu 02 of what was asked for; answers with the print job.
    async fn print_supplement_request(app, submission: Uuid, request: Uuid) -> u64 {
        app.staff.print_supplement_request(submission, request).await
    }

    /// Prints a form that the officer filled in; answers with the print job.
    async fn print_form(app, submission: Uuid, wanted: FormWanted) -> u64 {
        app.staff.print_form(submission, &wanted).await
    }

    /// Prints what is to be paid for a submission, and how; answers with the print job.
    async fn console_print_payment(app, submission: Uuid) -> u64 {
        app.staff.print_payment(submission).await
    }

    /// Money that needs an officer.
    async fn payments(app) -> PaymentsToSee {
        app.staff.payments().await
    }

    /// Money was taken at the counter. The same key never takes it twice.
    async fn take_payment(app, submission: Uuid, amount: Vnd, key: Uuid) -> PaymentDetail {
        app.staff.take_payment(submission, amount, key).await
    }

    /// The officer says what the fees cost that are not reckoned. The same key never says it twice.
    async fn set_payment(app, submission: Uuid, fee: Vnd, why: String, key: Uuid) -> PaymentDetail {
        app.staff.set_payment(submission, fee, why, key).await
    }

    /// What did not fit was put right.
    async fn settle_payment(app, submission: Uuid, outcome: Settlement, note: String) -> PaymentDetail {
        app.staff.settle_payment(submission, outcome, note).await
    }

    /// What a transfer without a submission was for; without a code it was given back.
    async fn settle_credit(app, credit: Uuid, code: Option<String>, note: String) -> () {
        app.staff.settle_credit(credit, code, note).await
    }

    /// What is looked at of this machine.
    async fn readiness(app) -> ReadinessView {
        app.staff.signed_in()?;
        app.readiness.view()
    }

    /// Looks at a part of this machine.
    async fn readiness_check(app, check: Check) -> CheckView {
        app.staff.signed_in()?;
        Ok(CheckView::of(&app.readiness.check(check).await, Locale::Vi))
    }

    /// Starts printing a test page.
    async fn readiness_print_test(app) -> u64 {
        app.staff.signed_in()?;
        let (prints, now) = (app.staff.prints(), SystemClock.now());
        Ok(app.probes.print_test_page(prints, &app.name, now, app.slips, Locale::Vi))
    }

    /// Whether the test page came out right, as the officer saw it.
    async fn readiness_page_seen(app, right: bool) -> CheckView {
        app.staff.signed_in()?;
        app.probes.page_seen(right);
        Ok(CheckView::of(&app.readiness.check(Check::Printer).await, Locale::Vi))
    }

    /// Plays a tone and a sentence on this machine's loudspeakers, and answers when they are over.
    async fn console_test_sound(app) -> () {
        app.staff.signed_in()?;
        app.probes.test_sound().await
    }

    /// Whether the test sound was heard, as the officer says.
    async fn readiness_sound_heard(app, heard: bool) -> CheckView {
        app.staff.signed_in()?;
        app.probes.sound_heard(heard);
        Ok(CheckView::of(&app.readiness.check(Check::Speaker).await, Locale::Vi))
    }

    /// Takes a test picture, when no citizen is in the middle of a form.
    async fn readiness_take_picture(app) -> CameraTried {
        app.staff.signed_in()?;
        if !app.citizen.is_idle().await {
            return Err(Problem::new("readiness-busy"));
        }
        let picture = app.probes.take_picture().await;
        Ok(CheckView::of(&app.readiness.check(Check::Camera).await, Locale::Vi).with(picture))
    }

    /// How far touches landed from their targets, in millimetres.
    async fn readiness_touched(app, errors: Vec<f64>) -> CheckView {
        app.staff.signed_in()?;
        app.probes.touched(&errors);
        Ok(CheckView::of(&app.readiness.check(Check::Touch).await, Locale::Vi))
    }

    /// Starts printing the report of what was last found.
    async fn readiness_print_report(app) -> u64 {
        app.staff.signed_in()?;
        let centre = app.link.known().branch.map(|branch| branch.name).unwrap_or_default();
        // A printer of sheets has A4; a roll is as long as it must be.
        let size = if app.slips == PaperSize::A5 { PaperSize::A4 } else { app.slips };
        app.readiness.print_report(app.staff.prints(), centre, SystemClock.now(), size, Locale::Vi)
    }

    /// Waits for the end of a print job of this console.
    async fn console_print_result(app, job: u64) -> PrintView {
        app.staff.print_result(job).await
    }

    /// Prints a job of this console once more, marked "IN LẠI".
    async fn console_reprint(app, job: u64) -> u64 {
        app.staff.reprint(job)
    }
}
