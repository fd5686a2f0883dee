## Board of called numbers
board-now = Now calling
board-counter = Counter { $number }
board-to-counter = to counter { $number }
board-earlier = Called before
board-waiting = Waiting
board-waiting-count = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
board-more = and { $count } more
board-more-here = +{ $count }
board-more-groups = and { $count } more fields
board-nobody-called = Please take a seat
board-nobody-called-lead = Your number appears here when it is your turn.
board-nobody-waits = Nobody is waiting
board-stale = Data from { $time }, reconnecting. Please listen for your number.
board-stale-day = Data from { $time } on { $day }, reconnecting. Please listen for your number.
board-stale-never = No data yet, connecting
board-stale-never-lead = Please listen for your number.
board-come = Please come
board-serving = Being served
board-free = Please wait to be called
board-break = On a break
board-closed = Not open
board-picture = A poster of the centre
board-mute = Numbers are not called aloud now. Please watch the board.
board-weekday = { $day ->
    [0] Sunday
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
   *[6] Saturday
}

## Calling numbers aloud
voice-test = This is a test of the loudspeakers.
voice-call = Number { $label }, please go to counter { $counter }

## Phone page
phone-number = Your number
phone-waiting = You are waiting for your turn.
phone-ahead =
    { $count ->
        [0] You are next. Please stay near the counters.
        [one] { $count } person is ahead of you.
       *[other] { $count } people are ahead of you.
    }
phone-wait = Waiting time: { wait-range }.
phone-called = Please come to counter { $counter }.
phone-serving = You are being served at counter { $counter }.
phone-finished = Your number was served. Thank you.
phone-no-show = Your number was called but nobody came. Please ask an officer.
phone-back = Back
phone-cancel = Give my number back
phone-cancel-ask = Do you want to give this number back? Those behind you are called sooner, and it cannot be used any more.
phone-cancel-yes = Yes, give it back
phone-return = I am here now
phone-return-ask = Your number was called and you were not there. If you are at the centre, it can be put back at the end of the line, once.
phone-return-yes = Put my number back
phone-rate = Tell us how satisfied you are
phone-rate-ask = How were you served today?
phone-rate-why = Why? (you may leave this out)
phone-rate-send = Send
phone-parked = Your number is kept. When you are ready, please come back to counter { $counter }.
phone-cancelled = This number was given back. Please take another if you need one.
phone-unknown = This number was not found. Please scan the code on your ticket again, or ask an officer.

## Phone: appointment

phone-appointment = Your appointment
phone-appointment-at = { $from } to { $until }
phone-appointment-code = Appointment code: { $code }
phone-appointment-booked = Please come from { $opens } on and hold the code on your paper under the reader of the ticket machine. After { $late } you get a number if numbers are still given, and wait like people without an appointment.
phone-appointment-late = The time has passed. Today, if numbers are still given, you get one and wait like people without an appointment.
phone-appointment-checked_in = You have taken your number for this appointment.
phone-appointment-cancelled = This appointment was cancelled.
phone-appointment-number = See your number
phone-appointment-cancel = Cancel the appointment
phone-appointment-cancel-ask = Cancel this appointment? Your place goes to somebody else.
phone-appointment-cancel-yes = Yes, cancel it
phone-appointment-unknown = This appointment was not found, or its day is over.
