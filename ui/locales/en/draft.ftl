# Unfinished applications: kept, and continued.

## On the page
draft-code = Application code
draft-here = Saved on this machine
draft-central = Saved: you can go on at any machine here
draft-nowhere = Not saved. If you leave now, your last answer is lost.
draft-print = Print this code
draft-print-valid = The code on the screen is good all the same: write it down or take a photo.
draft-print-help = With this slip you can go on another time, within { $days } days.
draft-lost = Some pages could not be read again, of: { $papers }. Open that paper and take what is missing again.
draft-leaving = Your answers are kept sealed for { $days } days. To go on, scan your citizen card and bring the code { $code }.
draft-elsewhere-title = Opened at another machine
draft-elsewhere-text = This application was just opened with your code at another machine. It cannot be continued here, and nothing of it is kept here.
draft-elsewhere-other = If that was not you, call an officer now.
draft-elsewhere-end = Back to the first screen

## Going on
draft-resume-title = Code of the unfinished application
draft-resume-help = Hold the code on the slip under the reader, or type its 8 letters and digits.
draft-resume-go = Continue
draft-proof-title = Is this application yours?
draft-proof-help = So that nobody else can see your application, the machine needs your card or your date of birth.
draft-proof-card = Scan your citizen card
draft-proof-card-help = Hold the side of the card with the square code under the reader. You need not press anything.
draft-proof-birth = No card? Choose your date of birth
draft-proof-birth-go = Open with the date of birth
draft-proof-opening = Opening…
draft-proof-lookup = Submitted already? Look it up
draft-proof-code-again = Check the code

## Paper: draft (Phiếu làm tiếp hồ sơ)
paper-draft-title = Slip to continue an application
paper-draft-not-submitted = Unfinished, NOT SUBMITTED
paper-draft-code = Application code
paper-draft-qr = Hold this code under the machine's reader.
paper-draft-with-either = To continue: bring this code, then scan the applicant's citizen card or choose their date of birth.
paper-draft-with-card = To continue: bring this code, then scan the applicant's citizen card.
paper-draft-with-birth = To continue: bring this code, then choose the applicant's date of birth.
paper-draft-keep = Kept until the end of { $day }, unless you change more. Then the machine deletes it.
paper-draft-secret = Please keep this slip to yourself. Whoever has the code and your proof can open the application.
paper-draft-not-acceptance = This slip is not the acceptance of a dossier.
