# The catalogue of procedures

## What people want: read behind “You would like to…”
wish-begin = register or apply for the first time
wish-again = get a copy, a confirmation or a replacement
wish-change = correct, change or extend
wish-end = end, return or strike out
wish-support = receive support or a benefit
wish-complain = complain or reconcile
wish-other = something else

## Results read aloud
aloud-found = { $count ->
    [one] One procedure was found.
   *[other] { $count } procedures were found.
}
aloud-number = Number { $number }.
aloud-here = It can be submitted at this machine.
aloud-counter = It is handed in at a counter.

## The checklist of papers on a phone
phone-checklist-official = Official name: { $name }
phone-checklist-unsure = Some of this could not be read for certain from the national database: { $fields }. There this page shows the original words. Please ask an officer before you hand it in.
phone-checklist-bring = What to bring
phone-checklist-papers = Papers of the application
phone-checklist-no-papers = The national database names no papers. Please ask an officer.
phone-checklist-choose = Choose your case. Each case needs other papers.
phone-checklist-case = Case { $number }
phone-checklist-other-cases = See the other cases
phone-checklist-form = Form: { $form }
phone-checklist-ways = How to hand it in, time and fees
phone-checklist-no-ways = The national database does not say how to hand it in. Please ask an officer.
phone-checklist-deadline = Time: { $deadline }
phone-checklist-no-deadline = Time: not stated. Please ask an officer.
phone-checklist-fee = Fee: { $fee }
phone-checklist-fees = Fees:
phone-checklist-no-fee = Fee: not stated. Please ask an officer.
phone-checklist-conditions = Conditions
phone-checklist-code = Procedure code: { $code }
phone-checklist-unknown = This procedure was not found. Please scan the code on the list of papers again, or ask an officer.
