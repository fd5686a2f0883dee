//! What the citizen's window may call.

use motcua_domain::catalogue::Under;
use motcua_domain::guide::{Crop, GuideView};
use motcua_domain::time::Moment;
use motcua_domain::wire::{RateTicket, SlotDay};
use motcua_kiosk::citizen::Answers;
use motcua_kiosk::view::{
    AppointmentHeld, AppointmentShown, AssistState, ChecklistShown, DraftSaved, FoundGroup, HeadingTile, HelpState,
    HomeView, LifeEventTile, LookupShown, NumberWanted, PaymentNow, PhoneUpload, PrintView, ProcedureCase,
    ProcedureLine, ProcedureView, ReadManner, SubmissionShown, TicketShown, TimesOffered, UnitList,
};
use uuid::Uuid;

commands! {
    /// What the first screen needs.
    async fn home(app) -> HomeView {
        Ok(app.citizen.home().await)
    }

    /// The language of this visit.
    async fn set_language(app, language: String) -> () {
        app.citizen.set_language(&language).await;
        Ok(())
    }

    /// Issues a number and starts printing it.
    async fn take_ticket(app, wanted: NumberWanted) -> TicketShown {
        app.citizen.take_ticket(wanted).await
    }

    /// The days and times that can be booked for a service.
    async fn slots(app, service: String) -> Vec<SlotDay> {
        app.citizen.slots(&service).await
    }

    /// The times that can be chosen with what is being answered.
    async fn guide_times(app) -> TimesOffered {
        app.citizen.guide_times().await
    }

    /// Books a time and starts printing its paper.
    async fn book(app, service: String, start: Moment) -> AppointmentShown {
        app.citizen.book(&service, start).await
    }

    /// An appointment by its identity or its code.
    async fn appointment(app, code: String) -> AppointmentHeld {
        app.citizen.appointment(&code).await
    }

    /// The number of somebody who comes for an appointment.
    async fn check_in(app, id: Uuid) -> TicketShown {
        app.citizen.check_in(id).await
    }

    /// Gives a time back.
    async fn cancel_appointment(app, id: Uuid) -> AppointmentHeld {
        app.citizen.cancel_appointment(id).await
    }

    /// Waits for the end of a print job.
    async fn print_result(app, job: u64) -> PrintView {
        app.citizen.prints().result(job).await
    }

    /// Prints a job once more, marked "IN LẠI".
    async fn reprint(app, job: u64) -> u64 {
        app.citizen.reprint(job).await
    }

    /// The printer did not say whether a paper came out, and its person says that it did.
    async fn said_printed(app, job: u64) -> () {
        app.citizen.said_printed(job).await
    }

    /// Says how it was, for a ticket that was served.
    async fn rate_ticket(app, id: Uuid, rating: RateTicket) -> () {
        app.citizen.rate_ticket(id, rating).await
    }

    /// The life events people look under.
    async fn life_events(app) -> Vec<LifeEventTile> {
        Ok(app.citizen.life_events().await)
    }

    /// Procedures by a person's own words, put together by what people want.
    async fn find_procedures(app, query: String) -> Vec<FoundGroup> {
        Ok(app.citizen.find_procedures(&query).await)
    }

    /// What procedures can be leafed through by: fields, departments or letters.
    async fn headings(app, under: Under) -> Vec<HeadingTile> {
        Ok(app.citizen.headings(under))
    }

    /// The procedures under a heading; a life event is told by its stable name.
    async fn procedures_under(app, under: Under, heading: String) -> Vec<ProcedureLine> {
        Ok(app.citizen.procedures_under(under, &heading).await)
    }

    /// Reads procedures aloud as results, to the end or until it is hushed. False when nothing is heard here.
    async fn read_found(app, codes: Vec<String>, manner: ReadManner) -> bool {
        Ok(app.citizen.read_found(&codes, manner).await)
    }

    /// Reads what a page shows aloud, line by line; as `read_found`.
    async fn read_aloud(app, lines: Vec<String>, manner: ReadManner) -> bool {
        Ok(app.citizen.read_aloud(lines, manner).await)
    }

    /// Ends reading aloud.
    async fn hush(app) -> () {
        app.citizen.hush();
        Ok(())
    }

    /// Provinces a query means or, of a province, its communes.
    async fn find_units(app, province: Option<String>, query: String) -> UnitList {
        Ok(app.citizen.find_units(province.as_deref(), &query))
    }

    /// A procedure explained.
    async fn procedure(app, code: String) -> ProcedureView {
        app.citizen.procedure(&code).await
    }

    /// Prints the papers of a procedure and a case as a list to tick.
    async fn print_checklist(app, wanted: ProcedureCase) -> ChecklistShown {
        app.citizen.print_checklist(&wanted).await
    }

    /// Begins a guided submission: by the procedure's own form, or the one that fits every procedure.
    async fn guide_begin(app, wanted: ProcedureCase) -> GuideView {
        app.citizen.guide_begin(&wanted).await
    }

    /// The page as it stands.
    async fn guide_view(app) -> GuideView {
        app.citizen.guide_view().await
    }

    /// "Tiếp tục".
    async fn guide_next(app, page: String, answers: Answers) -> GuideView {
        app.citizen.guide_next(&page, &answers).await
    }

    /// "Quay lại".
    async fn guide_back(app, page: String, answers: Answers) -> GuideView {
        app.citizen.guide_back(&page, &answers).await
    }

    /// "Sửa" on the review.
    async fn guide_open(app, page: String) -> GuideView {
        app.citizen.guide_open(&page).await
    }

    /// What a reader that pretends to be a keyboard typed.
    async fn scan_typed(app, text: String) -> () {
        app.citizen.scan_typed(text).await
    }

    /// A page of a paper as a data URL, neither side longer than so many pixels.
    async fn page_picture(app, id: String, max_px: u32) -> String {
        app.citizen.page_picture(&id, max_px).await
    }

    /// What lies before the document camera, as a small data URL; null while it shows nothing.
    async fn camera_frame(app) -> Option<String> {
        Ok(app.citizen.camera_frame().await)
    }

    /// Takes a picture with the document camera.
    async fn take_picture(app) -> GuideView {
        app.citizen.take_picture().await
    }

    /// Scans what lies in the scanner.
    async fn scan_now(app) -> GuideView {
        app.citizen.scan_now().await
    }

    /// The next page that comes takes the place of this one; null: it becomes a new one.
    async fn retake_page(app, id: Option<String>) -> GuideView {
        app.citizen.retake_page(id).await
    }

    /// Turns a page by a quarter, clockwise.
    async fn turn_page(app, id: String) -> GuideView {
        app.citizen.turn_page(&id).await
    }

    /// Keeps a part of a page.
    async fn crop_page(app, id: String, crop: Crop) -> GuideView {
        app.citizen.crop_page(&id, crop).await
    }

    /// Takes a page away.
    async fn remove_page(app, id: String) -> GuideView {
        app.citizen.remove_page(&id).await
    }

    /// Moves a page to another place of its paper, from 0.
    async fn move_page(app, id: String, to: usize) -> GuideView {
        app.citizen.move_page(&id, to).await
    }

    /// Opens a page for the person's own phone, for the paper asked for.
    async fn phone_begin(app) -> PhoneUpload {
        app.citizen.phone_begin().await
    }

    /// The page that is open for the phone, as it stands; null when there is none any more.
    async fn phone_state(app) -> Option<PhoneUpload> {
        Ok(app.citizen.phone_state().await)
    }

    /// Nobody sends by phone any more.
    async fn phone_end(app) -> () {
        app.citizen.phone_end();
        Ok(())
    }

    /// "Vẫn dùng trang này".
    async fn keep_page(app, id: String) -> GuideView {
        app.citizen.keep_page(&id).await
    }

    /// Who has the draft in hand.
    async fn assist_state(app) -> AssistState {
        Ok(app.citizen.assist_state())
    }

    /// Lets officers open the draft and help with it.
    async fn assist_share(app) -> AssistState {
        app.citizen.assist_share().await
    }

    /// Takes the draft back from officers.
    async fn assist_take_back(app) -> AssistState {
        app.citizen.assist_take_back().await
    }

    /// The code of the draft and how far it is kept; null before its owner is known.
    async fn draft_saved(app) -> Option<DraftSaved> {
        Ok(app.citizen.draft_saved().await)
    }

    /// Prints the slip with which its owner comes back to the draft.
    async fn print_draft(app) -> u64 {
        app.citizen.print_draft().await
    }

    /// Somebody wants to go on with the draft of this code; null: nobody any more.
    async fn draft_find(app, code: Option<String>) -> () {
        app.citizen.draft_find(code.as_deref()).await
    }

    /// Opens the wanted draft with its owner's birth date.
    async fn draft_open_birth(app, date: String) -> GuideView {
        app.citizen.draft_open_birth(&date).await
    }

    /// Somebody wants to answer this request of an officer; null: nobody any more.
    async fn supplement_find(app, request: Option<Uuid>) -> () {
        app.citizen.supplement_find(request).await;
        Ok(())
    }

    /// Begins the answer with the last four digits of the applicant's number.
    async fn supplement_open_digits(app, digits: String) -> GuideView {
        app.citizen.supplement_open_digits(&digits).await
    }

    /// "Nộp".
    async fn guide_submit(app) -> SubmissionShown {
        app.citizen.guide_submit().await
    }

    /// What the holder of a code may know.
    async fn lookup(app, code: String) -> LookupShown {
        app.citizen.lookup(&code).await
    }

    /// What was just submitted, as it stands.
    async fn submitted(app) -> Option<SubmissionShown> {
        Ok(app.citizen.submitted().await)
    }

    /// How the payment of what was just submitted stands.
    async fn payment(app) -> PaymentNow {
        app.citizen.payment().await
    }

    /// Prints what is to be paid for a submission, and how; answers with the print job.
    async fn print_payment(app, code: String) -> u64 {
        app.citizen.print_payment(&code).await
    }

    /// "Tôi đã chuyển".
    async fn say_transferred(app) -> PaymentNow {
        app.citizen.say_transferred().await
    }

    /// Calls an officer to this kiosk.
    async fn call_help(app) -> HelpState {
        app.citizen.call_help().await
    }

    /// Nobody has to come any more.
    async fn end_help(app) -> () {
        app.citizen.end_help();
        Ok(())
    }

    /// The visit is over.
    async fn end_visit(app) -> () {
        app.citizen.end_visit().await;
        Ok(())
    }
}
