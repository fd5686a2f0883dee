# The officers' console.

## Sign-in
staff-sign-in = Sign in
staff-sign-in-lead = For the centre's officers
staff-account = Account
staff-password = Password
staff-new-password-title = Change password
staff-new-password-lead = This is the first sign-in. Set a password of your own before you start.
staff-new-password-rule = At least 10 characters, not the current password and not the account's name.
staff-current-password = Current password
staff-new-password = New password
staff-repeat-password = New password again
staff-change-password = Change password
staff-passwords-differ = The two new passwords are not the same. Enter them again.
staff-fill-in = Fill in every box before you go on.
staff-sign-out = Sign out
staff-starting = Opening the console…

## Frame
staff-nav = Sections
staff-nav-queue = My queue
staff-nav-hall = Whole hall
staff-nav-overview = Overview
staff-nav-report = Report
staff-nav-measures = Forms
staff-nav-settings = Settings
staff-nav-appointments = Appointments
staff-nav-procedures = Procedures
staff-nav-submissions = Online submissions
staff-nav-new = { $count } new
staff-counter = Counter { $number }
staff-close-counter = Close counter
staff-away = The central system cannot be reached. Data from { $time }. Reconnecting by itself.
staff-away-never = The central system cannot be reached. Reconnecting by itself.
staff-unsent = { $count ->
    [one] { $count } submission saved on this machine, not sent yet
   *[other] { $count } submissions saved on this machine, not sent yet
}
staff-trial-printer = Trial printer: no paper comes out, PDF files are kept on this machine
staff-printer-ready = Printer ready
staff-printer-trouble = Printer: { $cause }
staff-working = Working…
staff-try-again = Try again

## Counter
staff-choose-counter = Choose a counter
staff-choose-counter-lead = Open a counter to start calling numbers. A counter somebody has can be opened only once they have left.
staff-counter-taken = { $officer } is here
staff-counter-free = Free
staff-no-counters = The centre has no counters yet. Ask an administrator to add one.
staff-no-branch = Nothing is known about the centre yet. It appears here once the connection is back.
staff-current = At this counter
staff-state-called = Called at { $time }
staff-state-serving = Being served
staff-nobody-here = Nobody called yet
staff-nobody-here-lead = Press { $key } or the button below to call the next person.
staff-nobody-waits = Nobody is waiting for this counter. New numbers appear in the queue.
staff-on-break = On a break since { $time }
staff-on-break-lead = The counter stays yours and nobody is called. Press { $key } to go on.
staff-waited-before = Waited { $minutes } min
staff-issued-at = taken at { $time }
staff-do-call_next = Call next number
staff-do-call_specific = Call this number here
staff-do-recall = Call again
staff-do-start = Start
staff-do-finish = Finish
staff-do-no_show = No show
staff-do-transfer = Transfer
staff-do-park = Hold
staff-do-resume = Call to the counter
staff-do-return_to_queue = Back to queue
staff-do-cancel = Cancel
staff-do-start_break = Take a break
staff-do-end_break = Back to work
staff-why-turn = Called because it was its turn
staff-why-priority = Called because of priority
staff-why-age = Called because it had waited too long
staff-why-front = Called because it was sent to the front
staff-why-finally = Called because nobody waited for this counter's own services
staff-why-chosen = Called because an officer chose it

## Just done
staff-did-finish = { $label } is finished.
staff-did-no_show = { $label } is marked as a no-show.
staff-did-transfer = { $label } was sent on and waits for: { $to }.
staff-did-park = { $label } is on hold.
staff-did-return_to_queue = { $label } waits in the queue again.
staff-did-cancel = { $label } is cancelled.
staff-undo-reopen = Go on serving
staff-undo-resume = Call back to the counter
staff-undo-return_to_queue = Back to queue

## Queue
staff-waiting = Waiting for this counter
staff-waiting-whole = Waiting in the hall
staff-waiting-count = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
staff-waiting-none = Nobody is waiting
staff-waiting-none-lead = New numbers appear here when people take them.
staff-elsewhere = { $count ->
    [one] { $count } more person waits for other counters
   *[other] { $count } more people wait for other counters
}
staff-find = Find a number
staff-label = Number
staff-service = Service
staff-priority = Priority
staff-issued = Taken at
staff-waited = Waited
staff-minutes = { $minutes } min
staff-at-counters = At the counters
staff-at-counters-none = Nobody is at a counter
staff-called-short = Called
staff-serving-short = Being served
staff-parked = On hold
staff-parked-none = No number is on hold
staff-missed = No-shows
staff-missed-none = No number was missed
staff-hall-unknown = Nothing is known about the queue yet. It appears here once the connection is back.
staff-note-only = Waits for { $place } only
staff-note-missed = { $count ->
    [one] Missed once
   *[other] Missed { $count } times
}
staff-note-finally = Helped out with here

## One number
staff-waits-for = Waits for
staff-last-called = Last called
staff-not-free = The counter has { $label }. Finish it before you call this number.
staff-not-yours = This number is at another counter. Only its officer and supervisors can do something with it.
staff-close = Close

## Transfer
staff-transfer-title = Where to send { $label }?
staff-transfer-find = Type a counter's number, a service or an officer
staff-transfer-places = Places
staff-transfer-none = There is no such place. Delete some of what you typed.
staff-transfer-where = Put it
staff-transfer-last = Last in line, in the order of arrival
staff-transfer-first = First in line, before everybody
staff-transfer-choose = Choose a place
staff-transfer-to = Send { $label } to { $to }
staff-place-waiting = { $count } waiting
staff-counter-closed = Closed
staff-counter-break = { $officer }, on a break

## Cancelling
staff-cancel-title = Cancel { $label }?
staff-cancel-lead = A cancelled number cannot be used again. Choose the reason:
staff-cancel-given-back = Its holder gave it back
staff-cancel-mistake = Taken by mistake
staff-cancel-double = One person took several numbers
staff-cancel-not = Do not cancel

## Calls for help
staff-help = Calls for help
staff-help-wanted = somebody wants help
staff-help-come = I am coming
staff-help-answered = { $officer } is on the way
staff-help-own = You are on the way

## Overview
staff-alerts = Needs attention
staff-alerts-none = Nothing needs attention now.
staff-ring = The bell is on
staff-ring-muted = The bell is off
staff-mute = Calls cannot be heard: check the loudspeakers of this machine. The board still shows them.
staff-alert-help = Somebody has called for an officer since { $time }.
staff-alert-help-answered = { $officer } is on the way.
staff-alert-silent = Not heard since { $time }: check whether the machine is on and connected.
staff-alert-silent-since = Not heard since { $time } on { $date }: check whether the machine is on and connected.
staff-alert-no-printer = No printer is set up for this machine, tell an administrator.
staff-alert-print-failed = The print at { $time } did not come out: { $cause }.
staff-alert-print-unknown = It is not known whether the print at { $time } came out: { $cause }. Check the printer.
staff-alert-mute = Calls cannot be heard: check the loudspeakers. The board still shows them.
staff-alert-unsent = { $count ->
    [one] One application is saved at the machine and not sent yet.
   *[other] { $count } applications are saved at the machine and not sent yet.
}
staff-alert-untold = { $count ->
    [one] The central system does not know one number yet that the machine gave while cut off.
   *[other] The central system does not know { $count } numbers yet that the machine gave while cut off.
}
staff-alert-prints = { $count ->
    [one] The machine was cut off while a paper was printed; whether it came out is not known: look at the printer and take out what is not the next person's.
   *[other] The machine was cut off while { $count } papers were printed; whether they came out is not known: look at the printer and take out what is not the next person's.
}
staff-alert-forms = { $count ->
    [one] This machine cannot use one of the added forms: update the program.
   *[other] This machine cannot use { $count } of the added forms: update the program.
}
staff-alert-unserved = People wait and no counter is open for: { $lines }.
staff-overview-waiting = Waiting
staff-overview-longest = Longest wait
staff-overview-open = Counters open
staff-overview-break = On a break
staff-overview-counters = Counters
staff-overview-on-break = On a break
staff-overview-free = Free
staff-waits = Waits by service
staff-waits-count = Waiting
staff-waits-counters = Counters open
staff-waits-unserved = None

## Settings
staff-set-part-counters = Counters
staff-set-part-services = Fields and services
staff-set-part-calling = Priority and calling
staff-set-part-hours = Hours
staff-set-part-centre = Centre
staff-set-loading = Loading the settings…
staff-set-lead = Changes are in force as soon as they are saved.
staff-set-changed = There are changes that are not saved.
staff-set-saved = Saved. The new settings are in force.
staff-set-nameless = Something is left empty. Fill in the Vietnamese names, then save; a notice needs words or a picture.
staff-set-save = Save settings
staff-set-discard = Discard changes
staff-set-name-vi = Vietnamese name
staff-set-name-en = English name (if any)
staff-set-up = Move { $name } up
staff-set-remove = Remove { $name }
staff-set-counter-number = Counter number
staff-set-add-counter = Add a counter
staff-set-remove-counter = Remove this counter
staff-set-serves-nothing = Serves nothing yet
staff-set-way-no = Not here
staff-set-way-serves = Serves
staff-set-way-and_finally = When free
staff-set-letter = Letter before the numbers
staff-set-group-vi = Name of the field
staff-set-add-group = Add a field
staff-set-service-vi = Name of the service
staff-set-add-service = Add a service
staff-set-minutes = Minutes a person takes
staff-set-minutes-each = min each
staff-set-daily = Numbers a day, empty for no limit
staff-set-daily-unit = a day
staff-set-priorities = Priority groups
staff-set-add-priority = Add a priority group
staff-set-no-priority = There is no priority group yet.
staff-set-calling = Calling
staff-set-one-in = While others wait, one call in so many is of somebody with priority
staff-set-one-in-unit = calls (1: always first)
staff-set-age = Whoever has waited longer goes first
staff-set-minutes-unit = minutes
staff-set-seconds-unit = seconds
staff-set-second-chance = Whoever did not come may be put back in line once
staff-set-hours = Opening hours
staff-set-always-open = No hours are set: numbers are given all day.
staff-set-add-hours = Add a part of the day
staff-set-day-1 = Mon
staff-set-day-2 = Tue
staff-set-day-3 = Wed
staff-set-day-4 = Thu
staff-set-day-5 = Fri
staff-set-day-6 = Sat
staff-set-day-7 = Sun
staff-set-from = From
staff-set-until = Until
staff-set-issuing = Giving numbers
staff-set-stop = Stop giving numbers before closing
staff-set-guard = No second number of the same service from the same kiosk within
staff-set-one-per-person = Who shows a card may hold one number of each field
staff-set-end-of-day = Numbers that still wait when the day ends
staff-set-end-expire = Expire
staff-set-end-keep = Are kept for the next day, in the same order
staff-set-centre = Centre
staff-set-centre-name = Name of the centre
staff-set-centre-agency = Agency above it
staff-set-centre-address = Address
staff-set-centre-place = Place named on papers
staff-set-centre-agency_code = Agency part of dossier codes
staff-set-appointments = Appointments
staff-set-slot_minutes = Length of a slot (minutes; 0: none are taken)
staff-set-per_slot = People a slot
staff-set-early_minutes = May come early by (minutes)
staff-set-late_minutes = May come late by (minutes)
staff-set-days_ahead = Booked ahead at most (days)
staff-set-add-notice = Add a notice
staff-set-no-notice = There is no notice yet.
staff-set-notices-lead = The boards show the notices one after another, some 12 seconds each. A picture stands beside the numbers and never covers them.
staff-set-notice = notice { $number }
staff-set-notice-vi = Words in Vietnamese (not needed with a picture)
staff-set-notice-en = Words in English (if any)
staff-set-notice-picture = The notice's picture
staff-set-no-picture = No picture yet
staff-set-picture-not-here = This picture cannot be shown now
staff-set-choose-picture = Choose a picture
staff-set-other-picture = Choose another picture
staff-set-drop-picture = Remove the picture
staff-set-notice-from = Shown from
staff-set-notice-until = until the end of
staff-set-day-form = day/month/year
staff-set-notice-later = Not shown yet
staff-set-notice-over = Over, not shown any more
staff-set-down = Move { $name } down
staff-set-icon = Picture of { $name }
staff-set-icon-lead = The picture on the kiosk's tile
staff-set-icon-baby = Baby
staff-set-icon-briefcase = Briefcase
staff-set-icon-build = Building
staff-set-icon-car = Vehicle
staff-set-icon-document = Papers
staff-set-icon-family = Family
staff-set-icon-health = Health
staff-set-icon-heart = Help
staff-set-icon-house = Housing
staff-set-icon-id-card = Identity card
staff-set-icon-land = Land
staff-set-icon-scale = Law
staff-set-icon-school = Learning
staff-set-icon-shop = Shop
staff-set-icon-stamp = Stamp
staff-set-icon-tree = Tree
staff-set-service-group = Field of { $name }
staff-set-appointment-priority = Priority group of those who come in time for an appointment
staff-set-no-appointment-priority = No priority
staff-set-part-notices = Notices
staff-set-part-accounts = Accounts
staff-set-part-history = History
staff-set-history-lead = The last 50 changes of the settings.
staff-set-history-at = At
staff-set-history-who = Changed by
staff-set-history-what = Changed
staff-set-history-system = First settings
staff-set-changed-centre = centre
staff-set-changed-groups = fields
staff-set-changed-services = services
staff-set-changed-counters = counters
staff-set-changed-priorities = priority groups
staff-set-changed-calling = calling
staff-set-changed-issuing = opening hours and numbers
staff-set-changed-appointments = appointments
staff-set-changed-end_of_day = numbers left at the end of the day
staff-set-changed-notices = notices
staff-set-changed-drafts = how long drafts are kept
staff-set-changed-nothing = Nothing is different
staff-set-accounts = Who has an account
staff-set-add-account = Add an account
staff-set-person = Full name
staff-set-role = Role
staff-set-role-officer = Officer
staff-set-role-supervisor = Supervisor
staff-set-role-administrator = Administrator
staff-set-role-lead-officer = An officer opens a counter, calls numbers and accepts applications.
staff-set-role-lead-supervisor = A supervisor does what an officer does, sees the overview and changes the settings.
staff-set-role-lead-administrator = An administrator does everything, and adds accounts.
staff-set-never-signed-in = First password not changed yet
staff-set-added = An account was added for { $name }.
staff-set-first-password = First password
staff-set-first-password-lead = This password is shown once, here. Write it down and hand it to the person; at the first sign-in they set a password of their own.
staff-set-noted = I wrote it down, hide the password
staff-error-body-too-large = This file is larger than { $most } KB, so it was not taken. Choose a smaller one.

## Online submissions
staff-submissions = Online submissions
staff-submissions-none = No submissions yet
staff-submissions-none-lead = What people submit at the kiosks appears here by itself.
staff-submissions-loading = Loading the submissions…
staff-submission-code = Code
staff-procedure = Procedure
staff-applicant = Applicant
staff-received = Submitted
staff-state = State
staff-state-received = New
staff-state-accepted = Accepted
staff-not-printed = Form 01 not printed
staff-back-to-list = List of submissions
staff-opening = Opening the submission…
staff-answers = Answers
staff-empty-answer = Not answered
staff-signature = The applicant’s signature
staff-consents = The applicant's consents
staff-consents-none = No consent is recorded.
staff-files = Attached files
staff-files-none = This submission has no attached files.
staff-file-pages = { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
}
staff-page-of = Page { $page }/{ $pages }
staff-page-before = Previous page
staff-page-after = Next page
staff-page-loading = Drawing the page…
staff-page-picture = { $name }, page { $page }
staff-file-close = Close the file

## Acceptance
staff-papers = Papers taken at the counter
staff-papers-lead = Tick the papers you took and enter how many. The counts are printed on Form 01.
staff-papers-none = This procedure asks for no papers at the counter.
staff-paper-asked = Asked for: { $originals } originals, { $copies } copies
staff-originals = Originals
staff-copies = Copies
staff-fewer = { $what } of { $paper }: one fewer
staff-more = { $what } of { $paper }: one more
staff-accept = Accept
staff-accept-confirm-title = Accept this submission?
staff-accept-confirm-lead = The central system gives it a dossier code, and Form 01 is printed in 2 copies. This cannot be undone.
staff-accept-taking = { $count ->
    [0] No papers are taken.
    [one] { $count } kind of paper is taken:
   *[other] { $count } kinds of paper are taken:
}
staff-accept-taking-line = { $paper }: { $originals } originals, { $copies } copies
staff-accept-missing = Not ticked: { $papers }.
staff-accept-printer = The printer has a problem ({ $cause }). The submission is accepted all the same; Form 01 can be printed later.
staff-accept-confirm = Accept and print Form 01
staff-accept-cancel = Look again
staff-accepting = Accepting…
staff-dossier-code = Dossier code
staff-accepted-at = Accepted at { $time } on { $day }
staff-accepted-by = Accepted by { $officer }
staff-due-at = Result due at { $time } on { $day }
staff-due-unknown = The due date could not be determined. Check the procedure's deadline and tell the applicant.
staff-book = Book { $book }, line { $line }
staff-print-waiting = Printing Form 01 (2 copies)…
staff-print-printed = Form 01 is printed (2 copies). Take it from the printer.
staff-print-trial = Form 01 was written to a PDF file by the trial printer. No paper comes out.
staff-print-failed = Form 01 was not printed: { $cause }. The submission is accepted.
staff-print-unknown = It is not known whether Form 01 was printed: { $cause }. Look at the printer before printing again.
staff-print-not-known = Nothing is known in this sign-in about the printing of this dossier's Form 01.
staff-print-again = Print Form 01 again

## Why a printer does not print
staff-cause-no_paper = out of paper, load more
staff-cause-paper_low = nearly out of paper, load more
staff-cause-cover_open = the cover is open, close it
staff-cause-jam = a paper jam, remove the paper
staff-cause-doubt = the printer reports errors in printing, see whether the page is whole
staff-cause-offline = the printer is off or not connected, check the cable and power
staff-cause-paused = the printer is paused, let it go on
staff-cause-not_set_up = no printer is set up, tell an administrator
staff-cause-mute = the printer does not answer
staff-cause-output_full = the output tray is full or missing, take the paper out and put the tray in
staff-cause-no_ink = out of toner or ink, change the cartridge
staff-cause-interrupted = the machine was cut off while it printed, look into the output tray
staff-cause-no_word = this printer does not report when it is done, look for the paper
staff-cause-in_use = another program is using the printer, wait and print again
staff-cause-other = the printer reports an unknown fault, check the printer

## Papers printed again
staff-printers = Printers of the kiosks
staff-reprinted = { $count ->
    [one] Printed again once
   *[other] Printed again { $count } times
}
staff-reprints = { $paper }: printed again { $count ->
    [one] once
   *[other] { $count } times
}, last at { $time } on { $date }.
staff-paper-receipt = Receipt
staff-paper-acceptance = Form 01
staff-paper-mau-02 = Form 02
staff-paper-mau-03 = Form 03
staff-paper-mau-04 = Form 04
staff-paper-mau-05 = Form 05
staff-paper-mau-06 = Form 06
staff-paper-payment-slip = Payment slip
staff-paper-review = Review to sign
staff-paper-ticket = Queue number
staff-paper-appointment = Appointment slip
staff-paper-checklist = List of papers
staff-paper-draft = Slip to go on with a draft
staff-paper-other = Other paper

## Problems in words for officers
staff-error-central-away = The central system cannot be reached. What you asked for may not have been done. Wait a moment, look again, and try again.
staff-error-internal = Something went wrong on this machine. Try again; if it stays, tell an administrator.
staff-error-central-not-understood = The central system's answer could not be understood. Try again; if it stays, tell an administrator.
staff-error-has-number = This person holds number { $label } of the same field. Please call that one.
staff-error-print-job-unknown = This paper belongs to an earlier sign-in and cannot be printed again from here.
staff-error-not-signed-in = You were signed out. Sign in again.
staff-error-other = This could not be done (error: { $code }). Try again; if it stays, give this code to an administrator.

## Appointments

staff-day-long = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}, { $day }/{ $month }/{ $year }
staff-day-before = The day before
staff-day-today = Today
staff-day-after = The day after
staff-submission-time = Time to come
staff-appointments-loading = Opening the appointments…
staff-appointments-none = Nobody has an appointment on this day.
staff-appointment-time = Time
staff-appointment-code = Code
staff-appointment-service = Service
staff-appointment-do = What can be done
staff-appointment-booked = Kept
staff-appointment-late = Late
staff-appointment-checked_in = Has a number
staff-appointment-cancelled = Cancelled
staff-appointment-come = Is here: print the number
staff-appointment-cancel = Cancel
staff-appointment-cancel-yes = Press again to cancel
staff-given-number = Number { $label } was given.
staff-given-appointment = The appointment was booked: { $label }.
staff-slip-waiting = Printing the paper…
staff-slip-printed = The paper came out of your printer.
staff-slip-trial = Sent to the trial printer: no paper comes out.
staff-slip-failed = The paper was not printed: { $cause }. Please write it down for the citizen.
staff-slip-unknown = It is not known whether the paper came out: { $cause }. If there is none, please write it down for the citizen.
staff-book-title = Book for somebody
staff-book-choose = Choose a service
staff-book-day = Day
staff-book-free = { $count } left
staff-book-none = This service has no day that takes appointments.
staff-book-lead = Touch a time to book it and print its paper. The small figure is how many it still takes.
staff-book-off = The centre takes no appointments. A supervisor sets the opening hours and the times under Settings.

## Locked drafts
staff-locked = Locked drafts
staff-locked-lead = Unfinished applications that were locked after five wrong tries. Unlock one only when you have seen its owner's identity paper and the code on their slip. Your name is recorded.
staff-locked-code = Code on the slip
staff-locked-find = Find
staff-locked-none = No application is locked.
staff-locked-at = Locked at { $locked } · last saved { $saved }
staff-unlock = Unlock
staff-unlocked = Unlocked by { $name } at { $at }
staff-set-drafts = Unfinished applications
staff-set-keep_drafts_days = Kept after the last change (days)

# Devices, accounts, the audit.
staff-nav-audit = Audit
staff-set-part-devices = Devices
staff-set-role-auditor = Auditor
staff-set-role-lead-auditor = An auditor only reads the audit, the reports and the history of the settings, and opens nobody’s papers.
staff-set-devices-lead = Only enrolled machines may speak with the system. Take the right away from a machine that is lost or given away, at once.
staff-set-make-code = Make a code for a new machine
staff-set-code-lead = Type this code into the new machine before { $time }. It is good once.
staff-set-code-used = Done, hide the code
staff-set-device = Machine
staff-set-device-since = Enrolled
staff-set-device-heard = Last heard
staff-set-device-never = Never
staff-set-device-revoked = Revoked on { $date }
staff-set-revoke = Take the right away
staff-set-revoke-sure = This machine will be cut off at once and must be enrolled anew. Sure?
staff-set-not = Leave it
staff-set-reset = Reset the password
staff-set-reset-sure = Give { $name } another first password? They will be signed out.
staff-set-close = Close the account
staff-set-close-sure = Close the account of { $name } for good?
staff-set-kept = What was submitted
staff-set-keep_accepted_days = Kept after it was accepted (days)
staff-set-keep_open_days = Kept while nobody accepted it (days)
staff-set-kept-lead = After that the key is deleted: nobody can open it any more, not even from a backup. Figures stay.
staff-began-anew = What was before { $time } today may be missing. New numbers go on from another range; holders of earlier numbers are served at the counter.
