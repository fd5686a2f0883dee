## The frame
kiosk-welcome = Welcome!
kiosk-question = What would you like to do?
kiosk-touch = Touch a box to begin.
kiosk-language = Language
kiosk-text-size = Text size
kiosk-text-smaller = Smaller text
kiosk-text-normal = Normal text
kiosk-text-larger = Larger text
kiosk-back = Back
kiosk-next = Continue
kiosk-done = Done
kiosk-end = Finish
kiosk-end-question = Do you want to finish?
kiosk-end-help = What you entered is deleted at once. The next person cannot see it.
kiosk-end-yes = Finish
kiosk-end-no = Go on
kiosk-wait = Please wait…
kiosk-more = More below
kiosk-idle-question = Are you still there?
kiosk-idle-help = If you do not touch the screen, what you have not submitted is deleted and the first screen comes back.
kiosk-idle-help-kept = If you do not touch the screen, the first screen comes back. Your application is kept.
kiosk-idle-stay = I am still here
kiosk-closing = Going back to the first screen…

## Calling an officer
help-none = Call an officer
help-calling = Calling…
help-called = Officer called
help-coming = Officer is coming
help-called-text = Please wait at this machine. If nobody comes for a while, please go to a counter.
help-called-away = This machine has just lost its connection. If nobody has come, please go to the nearest counter.
help-coming-text = An officer has answered your call. Please wait at this machine.
help-not-needed = Not needed any more
help-done = I was helped

## Notices on the first screen
notice-away = This machine is not connected: no numbers and no look-up now. If you need a number, please ask an officer. You can still fill in an application: it is kept here and sent later.
notice-away-numbers = This machine is not connected: you can still take a number, but not look anything up. You can still fill in an application: it is kept here and sent later.
notice-away-new = This machine cannot reach the central system yet. Please ask an officer.
notice-printer = The printer cannot print: { $cause }. You can go on as usual: your number or code shows on the screen, to photograph or write down. If you need paper, please go to a counter.
notice-trial = This is a trial printer: no paper comes out; prints are written to a file.

## Why the printer does not print
print-cause-no-paper = no paper
print-cause-paper-low = paper is running out
print-cause-cover-open = its cover is open
print-cause-jam = paper is jammed
print-cause-doubt = it reports errors in printing
print-cause-offline = it is off or not connected
print-cause-paused = it is paused
print-cause-not-set-up = it is not set up
print-cause-mute = it does not answer
print-cause-output-full = its output tray is full
print-cause-no-ink = it is out of ink
print-cause-interrupted = the machine was cut off while it printed
print-cause-no-word = this printer does not report when it is done
print-cause-in-use = it is being used
print-cause-other = it has a fault

## The three main things
tile-ticket = Take a number
tile-ticket-help = Get a number to see an officer at a counter
tile-submit = Apply online
tile-submit-help = The machine guides you step by step
tile-lookup = Look up an application
tile-lookup-help = See how far your application has come

## Taking a number
priority-ask = Are you called before others?
priority-title = Which group do you belong to?
priority-help = At the counter an officer may look at your papers.
priority-none = None of these
priority-chosen = Called sooner. Touch to take it back.
card-held = The machine has read your card. You hold one number in each field.
groups-title = What is it about?
groups-title-in = { $group }: what do you need?
groups-help = Touch one box. Your number is printed at once.
groups-help-no-paper = Touch one box. Your number is shown on the screen; please note it down or take a photo of it with your phone.
groups-waiting = { $count ->
    [0] Nobody is waiting
    [one] { $count } person waiting
   *[other] { $count } people waiting
}
groups-nearest = Please touch the box that comes nearest to it.
groups-none = This machine has no list of services yet. Please ask an officer.
number-title = Your number
number-ahead = { $count ->
    [0] You are next
    [one] { $count } person before you
   *[other] { $count } people before you
}
number-counters = Counters: { $counters }
number-issued = Taken at { $time }
number-scan = Scan with a phone to follow your number
number-keep = Please take a seat. When it is your turn, your number is shown on the board with its counter.
wait-range =
    { $from ->
        [0] less than { $to } minutes
       *[other] about { $from } to { $to } minutes
    }
number-wait = Waiting time: { wait-range }.
number-cut-off = Your number keeps its place by the time printed on the ticket.
held-parked = Your number is kept. When you are ready, please come back to counter { $counter }
held-cancelled = This number was given back. Please take a new one if you need it.
held-expired = This number is of a day that is over. Please take a new one.
held-called = Your number was called. Please go to counter { $counter }
held-serving = You are being served at counter { $counter }
held-finished = This number was served. For something else, please take a new number.
held-no_show = This number was called and you had not come. Please ask an officer, or take a new number.

## Printing
print-pending = Printing…
print-printed = Printed. Please take your paper.
print-slot-below = Paper comes out of the slot below the screen.
print-slot-left = Paper comes out of the slot on the left of the screen.
print-slot-right = Paper comes out of the slot on the right of the screen.
print-trial = Sent to the trial printer. No paper comes out.
print-failed = The printer could not print: { $cause }. Please tell an officer.
print-unknown = The printer has not said whether paper came out: { $cause }. Please look at the paper slot.
print-unknown-ask = Did the paper come out?
print-unknown-yes = Yes, it did
print-unknown-no = No, print again
print-said = Thank you. Please keep that paper.
print-back = The printer works again. If you need paper, press “Print again”.
print-number-valid = Your number is still valid. Please write it down, take a photo of this screen with your phone, or ask an officer to write it down for you.
print-code-valid = This code is still valid. Please write it down, take a photo of this screen with your phone, or ask an officer to write it down for you.
print-anew = The paper printed before is no longer right. Print it again, so that it says what this screen says.
print-again = Print again

## Choosing a procedure
choose-title = What do you need?
choose-help = Type what you need to do, or touch a box below.
choose-search = Type what you need to do
choose-search-example = For example: birth
choose-found = { $count ->
    [0] No procedure found yet
    [one] { $count } procedure found
   *[other] { $count } procedures found
}
choose-none = Please try another, shorter word, or take a number and ask an officer.
choose-wish = You want: { $title }
choose-here = Apply online at this machine
choose-counter = Apply at a counter
choose-more = Show more, { $count } left
official-name = Official name: { $name }
read-on = Hear this page read aloud
read-off = Stop reading aloud
read-now = Reading this page…
read-ready = Each page will be read to you.
read-again = Read again
read-pace = Reading speed
read-slow = Slow
read-usual = Normal
read-loudness = Loudness
read-softer = Softer
read-louder = Louder
read-stop-all = Stop reading
read-found = Read the results aloud
read-stop = Reading… Stop
read-mute = This machine cannot read aloud yet. If reading is hard, please press “A+” for larger letters, or “Call an officer”.
aloud-choice = { $number }: { $label }.
aloud-answer = The answer now: { $value }.
aloud-empty = Not answered yet.
aloud-digits = { $count ->
    [one] one digit typed
   *[other] { $count } digits typed
}
browse-title = Or look through all procedures
browse-field = By field
browse-field-title = Which field does it belong to?
browse-department = By office
browse-department-title = Which office handles it?
browse-letter = By letter
browse-letter-title = Which letter does its name begin with?
browse-letter-of = Procedures beginning with { $letter }
browse-count = { $count ->
    [one] { $count } procedure
   *[other] { $count } procedures
}
browse-none = This machine does not have this list yet. Please go back and type what you need, or ask an officer.

## A procedure
procedure-bring = What to bring
procedure-case-title = Which case is yours?
procedure-case-first = Please choose your case first. If you are not sure, choose the last box.
procedure-case-all = I am not sure, show all
procedure-case-again = Choose another case
procedure-case-number = Case { $number }
procedure-papers = Papers you need
procedure-papers-official = Papers the rules ask for
procedure-no-papers = It is not certain which papers are needed. Please ask an officer.
procedure-only-shown = Only shown; you keep it
procedure-notes = Please note
procedure-unsure = Some of this is not clear in the national database. Please ask an officer before you prepare your papers.
procedure-who = Who may apply
procedure-days = How long it takes
procedure-fee = Fees
procedure-outcome = What you receive
procedure-departments = Who handles it
procedure-conditions = Requirements and conditions
procedure-appointment = After applying here you bring the originals to a counter at the appointed time.
procedure-begin = Begin to apply online
procedure-print = Print the papers to prepare
procedure-take-number = Take a number to see an officer
procedure-not-here = This cannot be done at this machine yet. Take a number to apply at a counter.
procedure-with-papers = The papers to prepare are printed below your number.
procedure-before = You can apply right here. You are asked one question at a time, and can go back and change answers at any time.
text-more = Show all
text-less = Show less
list-title = Papers to prepare
list-scan = Scan with a phone to look at this again at home
print-list-valid = The papers to prepare are still on this screen. Please take a photo of this screen with your phone, or ask an officer to print them for you.

## Pages of the guided application
page-step = Step { $now } of { $of }
page-changing = You are changing one part. “Continue” takes you back to the review.
consent-yes = I agree
consent-no = I do not agree
consent-required = Needed to apply
consent-optional = You can apply without agreeing to this
card-put = Hold your identity card under the reader, with the square code facing up.
card-waiting = Waiting for the card…
card-no-reader = If there is no beep, touch the button below and type instead.
card-by-hand = No card, I will type
card-read = The card was read
card-check = If this is you, press “Continue”. If not, hold another card under the reader.
card-marks-lost = The reader lost the Vietnamese marks. Press “Continue”, then type the name and address yourself.
card-picture = Picture: an identity card held under the reader, the square code facing up
field-from-card = from the card
field-optional = may be left empty
field-empty = Touch here to type
field-yes = Yes
field-no = No
field-less = One less
field-more = One more
date-day = Day
date-month = Month
date-year = Year
review-edit = Change
review-edit-of = Change: { $title }
review-to-show = Originals to bring
review-fees = Fees
review-deadline = How long it takes
review-empty = (left empty)
review-submit = Submit

## After submitting
submitted-sent = Submitted
submitted-sent-help = The central system received your application at { $time } on { $date }.
submitted-saved = Saved, NOT yet submitted
submitted-saved-help = Your application could not be sent yet. It will be sent by itself once connected; you need not do it again. Please look this code up later, or ask an officer, to know whether it has arrived.
submitted-refused = NOT taken by the central system
submitted-refused-help = Your application is kept in this machine. Please bring this code to a counter, where an officer will look at it.
submitted-code = Your submission code
submitted-keep = Keep this code to look up your application.
submitted-to-show = When you come to the counter, bring the originals:

## Looking up
lookup-title = Look up an application
lookup-help = Type the code on your paper, or hold its square code under the reader.
resume-offer = Continue an unfinished application
lookup-field = The code on your paper
lookup-go = Look up
lookup-received = Received, waiting for an officer to check it
lookup-accepted = Accepted, being processed
lookup-received-at = Received
lookup-accepted-at = Accepted
lookup-due-at = Result due
lookup-no-due = An officer will tell you
lookup-dossier = Dossier code
lookup-code = Submission code
lookup-again = Another code

## Keyboard
key-space = Space
key-backspace = Delete
key-shift = Capitals
key-left = To the left
key-right = To the right
key-digits = 123
key-letters = ABC
key-digits-name = Digits and signs
key-letters-name = Letters
tone-sac = sắc
tone-huyen = huyền
tone-hoi = hỏi
tone-nga = ngã
tone-nang = nặng
key-typing = Typing
keyboard-name = Keyboard

## Guide
guide-page-consents = Do you agree to the use of your information?
guide-page-consents-help = Each item is a separate matter. Choose for each one.
guide-page-card = Please place your citizen card on the reader
guide-page-card-help = The machine fills in your name, number, date of birth and address. You can check and correct them on the next pages.
guide-page-review = Please check everything before you submit
guide-page-review-help = This is all that will be sent. If something is wrong, press “Change”.
guide-consent-process = Using your information for this application
guide-consent-process-text = The centre and the office that handles your application may read, keep and compare your information and papers. They do so only to handle this application. All of it is deleted when the time for keeping the file ends. You may see and correct it, and you may complain.
guide-consent-contact = Calling or texting you
guide-consent-contact-text = The centre may use your telephone number to tell you what is missing and when the result is ready. If you do not agree, the machine will not ask for your number. You can still submit and look up your application.
guide-agreed = Agreed
guide-not-agreed = Not agreed
guide-yes = Yes
guide-no = No
guide-left-empty = Left empty
guide-this = this item
guide-nothing-attached = Nothing attached
guide-attached-pages = { $count ->
    [one] { $count } page attached
   *[other] { $count } pages attached
}
guide-free = Free of charge
guide-fee = Fees
guide-fee-unknown = An officer will tell you
guide-amount = { $amount } đồng
guide-deadline-same-day = The same day. After 15:00, the next working day.
guide-deadline-working-hours = { $count ->
    [one] { $count } working hour
   *[other] { $count } working hours
}
guide-deadline-working-days = { $count ->
    [one] { $count } working day
   *[other] { $count } working days
}
guide-deadline-calendar-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
guide-deadline-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
guide-deadline-unknown = An officer will tell you
guide-error-refused = Without your agreement to this item the machine cannot take the application. Choose “I agree” to go on, or ask an officer at a counter for help.
guide-error-missing = This paper is not there yet. Please scan it, then press “Continue”. If you do not have it, ask an officer.
guide-error-required = “{ $label }” is empty. Please fill it in.
guide-error-required-choice = “{ $label }” has no answer yet. Please choose one.
guide-error-required-date = “{ $label }” is not complete. Please fill in day, month and year.
guide-error-short = “{ $label }” is too short. Please write it in full.
guide-error-long = “{ $label }” is longer than { $most } letters. Please shorten it.
guide-error-range = “{ $label }” must be a number from { $least } to { $most }. Please choose again.
guide-error-choice = “{ $label }” has an answer that is not on the list. Please choose again.
guide-error-not = “{ $label }” does not fit your other answers. Please look at it again.
guide-error-unknown = “{ $label }” does not belong to this form. Please ask an officer.
guide-error-person-name = “{ $label }” has letters only. Please take out digits and symbols.
guide-error-citizen-number = A citizen number has exactly 12 digits, printed on the front of the card. Please look at the card and type it again.
guide-error-phone = A telephone number has 10 digits and begins with 0. Please type it again.
guide-error-year = A year has 4 digits, from 1800 on, for example 1975. Please type it again.
guide-error-date = This day is not in the calendar. Please check day, month and year.
guide-error-future = This day has not come yet. Please give a past day, or today.
guide-error-future-year = This year has not come yet. Please enter this year or an earlier one.
guide-error-young = This person is not old enough. Please look at the date of birth again, or ask an officer.

## Appointments: booking a time and coming for it

tile-appointment = Come another day
tile-appointment-help = Book a time to come, or take a number for a time you booked
day-long = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}, { $day }/{ $month }/{ $year }
appointment-title = Appointments
appointment-help = Do you want to book a time, or are you here for one?
appointment-new = Book a new time
appointment-new-help = Choose the matter, the day and the time. No name or phone number is needed.
appointment-have = I have an appointment
appointment-have-help = Hold the square code on your paper under the reader, or touch here to type its code.
appointment-group-title = What is your appointment for?
appointment-day-title = Which day would you like to come?
appointment-no-days = No day takes appointments for this at the moment. You can take a number today, or ask an officer.
appointment-day-free = { $count ->
    [0] full
    [one] { $count } place left
   *[other] { $count } places left
}
appointment-time-title = At what time would you like to come?
appointment-time-full = full
appointment-confirm-title = Book this time?
appointment-confirm = Book
appointment-service = For
appointment-day = Day
appointment-time = Time
appointment-between = { $from } to { $until }
appointment-booked-title = Your appointment
appointment-code = Appointment code
appointment-come = Please come from { $opens } on and hold your paper under the reader of this machine to take your number. After { $late } you get a number if numbers are still given, and wait like people without an appointment.
appointment-scan = Scan with a phone to keep it there, or to cancel it if you cannot come
appointment-keep = Please keep the paper. Whoever has it can use the appointment.
appointment-code-title = Type your appointment code
appointment-code-help = It has 6 letters and digits and stands below “Appointment code” on your paper.
appointment-code-field = Appointment code
appointment-code-go = Show the appointment
appointment-check-in = I am here: take my number
appointment-cancel = Cancel the appointment
appointment-cancel-ask = Cancel this appointment? Your place goes to somebody else.
appointment-cancel-yes = Yes, cancel it
appointment-cancel-no = Keep it
appointment-state-booked = This time is kept for you.
appointment-state-late = The time has passed. If numbers are still given, you get one and wait like people without an appointment.
appointment-state-checked_in = You have taken number { $label } for this appointment.
appointment-state-cancelled = This appointment was cancelled. You can book another one.
print-appointment-valid = Your appointment is kept. Please write the code down, take a photo of this screen with your phone, or ask an officer to write it down for you.
time-morning = in the morning
time-afternoon = in the afternoon
