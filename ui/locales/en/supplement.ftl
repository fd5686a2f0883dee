# What is sent in later: answering, at this machine, what an officer asked for.

## Looking up
supplement-now = Send it now
supplement-more = Send more
supplement-answered = What you sent was received at { $time } on { $date }; an officer is looking at it.
supplement-waiting = What you sent is saved at this machine and NOT yet sent. The machine will send it by itself when it can; you need not do it again.
supplement-kept = The central system has NOT taken what you sent. It is kept at this machine. Please bring your submission code to a counter so that an officer can help.

## Who may answer
supplement-proof-title = Is this your application?
supplement-proof-help = Only the applicant can send something in. The machine needs one of these two.
supplement-proof-card = Scan the applicant’s citizen card
supplement-proof-card-help = Hold the square code on the front of the card to the reader. You need not press anything.
supplement-proof-opening = The machine is looking
supplement-proof-digits = No card? Type the last 4 digits of the citizen number
supplement-digits-title = Last 4 digits of the citizen number
supplement-digits-help = Type the last 4 of the 12 digits of the applicant’s citizen number.
supplement-digits-go = Continue
error-supplement-digits-missing = Please type all 4 digits.
error-supplement-digits-wrong = This is not the applicant’s citizen number. Please check and try again. You can try { $left } more times.
error-supplement-locked = After too many wrong tries this request is locked until { $time }. Please come back after that, or bring the papers to an officer at a counter.
error-supplement-done = An officer has just received all that was missing, so this machine takes no more. If you still want to hand something in, please come to a counter.
error-supplement-at-counter = This application has no citizen number of its applicant, so the machine cannot know who you are. Please bring the papers to a counter.
error-supplement-proof-wrong = The machine must see once more that you are the applicant. Please look the application up and send it again, or come to a counter.

## Sending
supplement-send = Send it in
supplement-sent = It has been sent in
supplement-sent-help = The central system received it at { $time } on { $date }. An officer will look at it.
supplement-saved = Saved, NOT yet sent
supplement-saved-help = The machine could not send it yet. It will do so by itself when it can; you need not do it again. Please look this code up later, or ask an officer, to know whether it has arrived.
supplement-refused = The central system has NOT taken it
supplement-refused-help = It is kept in this machine. Perhaps an officer has just received all of your papers. Please bring this code to a counter so that an officer can help.
supplement-to-bring = Papers you bring to the counter later:

## The slip
paper-supplement-title = Slip for what was sent in later
paper-supplement-sent = What you sent in has arrived.
paper-supplement-sent-next = The central system has received it. An officer will look at it, and tell you if something is still missing.
paper-supplement-saved = What you sent in is saved, NOT yet sent.
paper-supplement-saved-next = This machine could not reach the central system. It will send it by itself when it can; you need not do it again. Please look this code up later, or ask an officer, to know whether it has arrived.
paper-supplement-refused = The central system has NOT taken what you sent in.
paper-supplement-refused-next = It is kept in this machine. Perhaps an officer has just received all of your papers. Please bring this slip to a counter so that an officer can help.
paper-supplement-made = You pressed “Send it in” at
paper-supplement-with = With it
paper-supplement-message = A message for the officer
paper-supplement-to-bring = Papers to bring to the counter later

## The page on a phone
phone-follow-supplement-answered = What was sent in was received at { $time } on { $date }; an officer is looking at it.

## The console
staff-supplement-answer-at = Sent in at { $time } { $date }
staff-supplement-answer-none = The applicant has not sent anything yet.
staff-supplement-new = Something was sent in
