# Each sentence says what happened and what to do next.
error-central-away = The central system cannot be reached. Please wait a moment and try again, or ask an officer.
error-internal = Something went wrong in this machine. Please tell an officer.

## Guide
error-page-out-of-date = That page has already moved on. Please look at the page that is shown and go on from there.
error-unknown-field = The machine does not know one of the answers. Please try again. If it stays so, ask an officer.
error-document-not-asked = No such paper is needed right now. Please open the page that asks for it and scan it again.
error-documents-too-many = At most { $most } files can be attached for one paper. Please take one away and try again.
error-pages-too-many = At most { $most } pages can be kept for one paper. Please take some away and try again.
error-page-unknown = This page is not there any more. Please look at the pages on the screen again.
error-citizen-number-digits = A citizen number has exactly 12 digits. You typed { $count }. Please look at the card and type it again.
error-citizen-number-unknown = This does not look like a citizen number. Please check the 12 digits on the front of the card and type them again.
error-card-unreadable = The card could not be read. Please place it again with the square code facing the reader, or type by hand.
error-card-misread = What was read from the card contradicts itself. Please place the card once more, or type by hand.

## Reader
error-reader-too-long = The code just scanned is too long for this machine. Please scan your identity card, or the code on a paper of this centre.
error-reader-not-text = The machine could not read that code clearly. Please wipe it, make it lie flat, and scan it again.
error-scan-not-understood = The machine does not know the code just scanned. Please scan the code on your identity card, on a queue ticket or on a submission receipt.
error-scan-not-now = You are in the middle of something else, so the code was not opened. What you filled in is still there. Please scan it again afterwards.
error-submission-code-wrong =
    { $why ->
        [character] A submission code never contains “{ $character }”. It does not use the letters I, O, Q, Z or the digits 0 and 1. Please look at your receipt and type it again.
       *[length] A submission code has exactly 8 characters. You typed { $count }. Please look at your receipt and type it again.
    }
error-dossier-code-wrong =
    { $why ->
        [agency] The first part of the dossier code is not right. It has only letters without marks, digits and dots, for example H01. Please look at your acceptance paper and type it again.
        [date] The middle part of a dossier code is a date of 6 or 8 digits, for example 261123. The date you typed does not exist. Please look at your acceptance paper and type it again.
        [number] The last part of a dossier code has 4 to 7 digits, for example 0001. Please look at your acceptance paper and type it again.
       *[parts] A dossier code has three parts with hyphens between them, for example H01-261123-0001. Please look at your acceptance paper and type it again.
    }

## Scanner
error-scan-unreadable = The machine could not open the page just scanned. Please put the paper straight and scan it once more.
error-scan-too-large = The scan is larger than this machine can take. Please scan fewer pages at a time, or ask an officer.
error-scan-wrong-type = This file is not a document the machine can take. It takes only PDF files and JPEG or PNG pictures. Please scan the paper again.
error-scan-locked = This file has a password, so the machine cannot open it. Please scan it again from paper, or ask an officer.
error-scan-no-page = This document has no such page. Please choose another page.

## Document camera and scanner
error-camera-unplugged = The document camera is not there. Please call an officer to look at its cable, or choose another way to send your paper.
error-camera-busy = The document camera is busy with something else. Please wait a moment and take the picture again, or call an officer.
error-camera-silent = The document camera gave no picture. Please take the picture again. If it happens again, please call an officer.
error-camera-dark = The picture is all black. Please switch the light on, or ask an officer to open the camera’s cover, and take the picture again.
error-scanner-unplugged = The scanner is not there. Please call an officer to look at its cable, or choose another way to send your paper.
error-scanner-busy = The scanner is busy with something else. Please wait a moment and scan again, or call an officer.
error-scanner-no-paper = There is no paper in the scanner. Please put your paper in and scan again.
error-scanner-jam = Paper is stuck in the scanner. Please do not pull it out, and call an officer.
error-scanner-cover-open = The scanner’s lid is open. Please close it and scan again.
error-scanner-failed = The scanner could not scan. Please scan again. If it happens again, please call an officer.
error-sound-off-now = At this hour the volume is set to 0, so nothing is played. Please try when numbers are called, or change the volume.
error-sound-no-voice = The machine cannot speak. Please install espeak-ng, or choose a voice that it has.
error-sound-no-device = No sound comes out. Please check the cable, the power and the chosen device of the loudspeakers.
error-sound-not-here = This machine calls no numbers and reads nothing aloud, so there is no loudspeaker to try.

## Kiosk
error-central-not-understood = This machine did not understand the central system's answer. Please tell an officer.
error-unknown-procedure = This procedure was not found. Please choose again from the list, or ask an officer.
error-no-form-here = This procedure cannot be submitted at this machine yet. Please take a number to see an officer.
error-case-at-counter = The case you chose is done together with an officer at a counter, and not at this machine. Please take a number to see an officer.
error-nothing-begun = No application is under way. Please go to the first screen and start again.
error-answers-missing = Some answers are missing. Please look through the sections again, then press Submit.
error-store = The application could not be saved, so it was not submitted. What you entered is still on the screen. Please call an officer.
error-print-job-unknown = This paper belongs to an earlier visit and cannot be printed again. Please ask an officer.
error-print-job-running = The machine is still printing. Please wait a moment.
error-reprint-limit = You have printed it again { $count } times. If you need more paper, please go to a counter.
error-paper-event-wrong = The machine told of a print in a form that is not taken. Please have an administrator check the version of its program.
error-card-not-now = The machine does not need a card now. What was read was not kept.
error-not-sent-yet = Application { $code } is saved in this machine but NOT submitted, because the central system cannot be reached. The machine will send it by itself. Please look it up again later, or ask an officer.
error-not-taken = The central system did not take application { $code }. It is kept in this machine and NOT submitted. Please bring this code to an officer at a counter.
error-form-version-unknown = This machine does not have the right version of the form. Update the program, then open the application again.
error-queue-empty = Nobody is waiting for your counter now. Try again when a new number appears.
error-no-counter-open = You have not opened a counter. Choose one before calling.

## Central
error-not-stored = The system could not store this, so nothing has changed. Please try again in a few minutes.
error-central-not-trusted = This machine does not trust the certificate of the central system. Give it the file of the authority that issued it (--central-ca), or tell the administrator.
error-not-ready = The central system is starting. Please wait a moment and try again.
error-unknown-group = This centre does not have the field you chose. Please choose again on the screen.
error-unknown-language = The system does not have this language yet. Please choose another one.
error-numbers-used-up = There are no more numbers for this field today. Please ask an officer.
error-unknown-ticket = This number was not found. Please check your ticket, or take a new number.
error-ticket-not-in-state =
    This cannot be done with number { $label } now, because it { $state ->
        [waiting] is waiting and was not called yet
        [called] was just called and is not being served yet
        [serving] is being served
        [parked] is kept for a while
        [finished] was served already
        [cancelled] was given back
        [expired] is of a day that is over
       *[no_show] was marked as absent
    }. Please look at the list again.
error-unknown-counter = The centre has no counter { $counter }. Please choose another one.
error-counter-busy = Number { $label } is at the counter. Please finish it or mark it as absent first.
error-counter-taken = Another officer has counter { $counter } open. Please choose another one.
error-counter-not-yours = You do not have counter { $counter } open. Please open it first.
error-other-counter-open = You have counter { $counter } open. Please close it first.
error-unknown-service = The centre does not offer this service in this field. Please choose again on the screen.
error-service-needed = This field has several services. Please choose the one you need.
error-unknown-priority = The centre does not have this priority group. Please choose again on the screen.
error-hall-closed =
    { $day ->
        [unknown] The centre is closed, so no numbers are given. Please ask an officer about the next working day.
        [today] The centre is not open yet. Please take a number from { $time } today.
       *[other] The centre is closed. Please come back for a number from { $time } on { $day }.
    }
error-hall-break = It is lunch break. Please take a number from { $time } today.
error-issuing-stopped =
    { $day ->
        [unknown] It is nearly closing time, so no more numbers are given today. Please ask an officer about the next working day.
       *[other] It is nearly closing time, so no more numbers are given today. Please come back from { $time } on { $day }.
    }
error-service-full = This service is full for today. Please come back on the next working day, or ask an officer.
error-has-number = You already hold number { $label } for this field. Please use that one; if you lost the ticket, ask an officer.
error-pressed-twice = Number { $label } was given just now. If you are somebody else, please wait a few seconds and press again.
error-not-its-number = Number { $label } is not of this kiosk's own series. Please have an administrator check how the kiosk was set up.
error-number-given = Number { $label } of this kiosk was already recorded today. Please have an administrator check the kiosk.
error-counter-on-break = Counter { $counter } is on a break. Please press "Back to work" first.
error-no-second-chance = Number { $label } was already put back once and nobody came. Please ask the person to take a new number.
error-branch-unnamed = The centre needs a short name, a name, an agency and a place for its papers. Please fill these in.
error-branch-agency-code = No dossier code can be made of the agency code "{ $about }". Please check it; an example is H01.
error-branch-group = The field "{ $about }" needs a name of its own, a letter A to Z of its own, and at least one service. Please correct it.
error-branch-service = The service "{ $about }" needs a name of its own, a field that exists and at least 1 minute. Please correct it.
error-branch-counter = Counter { $about } needs a number of its own and services that exist. Please correct it.
error-branch-unserved = No counter serves "{ $about }" yet. Please add it to a counter.
error-branch-priority = The priority group "{ $about }" stands twice or has no name. Please correct it.
error-branch-calling = The priority ratio and the longest wait must be at least 1. Please correct it.
error-branch-hours = Opening hours need days of the week and an end after their beginning. Please correct them.
error-branch-appointments = Appointments need times of 5 to 240 minutes (0 for none) that take at least 1 person, at most 90 days ahead, and a priority group from the list. Please correct them.
error-service-booked = People still have appointments for the service “{ $about }”. Cancel those first, or keep the service.
error-branch-drafts = Drafts are kept for 1 to 30 days. Please correct the number of days.
error-branch-notice = Notice { $about } needs words (at most 300 characters in each language) or a picture, and may not end before it begins. Please correct it.
error-branch-renamed = The short name "{ $about }" of the centre cannot change while it is in use. Please keep it.
error-counter-in-use = Counter { $counter } is open and cannot be removed. Please close it and save again.
error-service-waited-for = Somebody still waits for "{ $about }" (number { $label }). Please serve or transfer them and save again.
error-branch-changed = Somebody has just changed these settings. Please open them again to see the new version.
error-version-missing = The request does not say which version of the settings it was made from. Please open the settings again and save.
error-supervisor-only = This is for supervisors. Please ask a supervisor or an administrator.
error-no-series-left = There is no number series left for this kiosk, so it cannot give numbers while it is cut off. Please tell an administrator.
error-no-series = This kiosk has no number series of its own. Please have an administrator check how it was set up.
error-given-otherwise = Number { $label } was given for this request. Please use that one.
error-rating-wrong = Please choose how satisfied you are, then send again.
error-rated-already = Number { $label } was rated already. Thank you.
error-report-date-wrong = The day of a report is written 2026-11-23. Please choose the day again.
error-report-not-saved = The file could not be saved in the Downloads folder. Please check that the disk has room and save again.
error-holder-wrong = The kiosk sent what is not the hash of a card. Please have an administrator check the kiosk.
error-device-name-wrong = A device’s name needs 1 to 60 characters. Please enter it again.
error-enrolment-code-wrong = The pairing code is wrong, was used, or is older than 15 minutes. Please make a new one and enter it.
error-account-taken = Somebody has this account name already. Please choose another one.
error-account-name-wrong = An account name has 3 to 32 characters: small letters a to z, digits, dots and hyphens. Please enter it again.
error-staff-name-wrong = A name needs 1 to 80 characters. Please enter it again.
error-password-short = A password needs at least { $least } characters. Please choose a longer one.
error-password-long = A password has at most { $most } characters. Please choose a shorter one.
error-password-same = The new password is the same as the old one. Please choose another one.
error-password-is-account = The password must not be the account name. Please choose another one.
error-password-wrong = The current password is not right. Please enter it again.
error-password-change-required = You need to change your password before you start. Please set a new one.
error-sign-in-wrong = The account name or the password is not right. Please enter them again.
error-sign-in-wait = It was typed wrong too many times. Please wait { $seconds } seconds and try again.
error-token-missing = You are not signed in. Please sign in and try again.
error-token-unknown = The system no longer knows this device or account. Please sign in again, or ask an administrator to pair the device again.
error-signed-out-idle = You were away for too long and were signed out. Please sign in again.
error-device-only = This can only be done on a device paired with the centre. Please use a machine in the hall.
error-staff-only = This is for officers. Please ask an officer to help you.
error-administrator-only = This is for administrators. Please ask an administrator.
error-idempotency-key-missing = The request lacks the key that prevents sending twice. Please tell an administrator.
error-idempotency-key-reused = The key that prevents sending twice was used for something else. Please start again.
error-still-running = The system is still working on this request. Please wait a moment.
error-body-not-json = The system could not read what was sent. Please try again, or tell an administrator.
error-body-not-understood = What was sent does not have the right form. Please try again, or tell an administrator.
error-body-too-large = What was sent is larger than { $most } KB, so it was not taken. Please send a smaller part.
error-body-too-slow = What was sent arrived too slowly and is not complete. Please check the network and try again.
error-body-cut-off = What was sent broke off. Please check the network and try again.
error-query-not-understood = A part of the address could not be understood. Please check it.
error-no-such-route = There is no such address. Please check it.
error-method-not-allowed = This address does not take that kind of request. Please check it.
error-file-kind-refused = The system takes only PDF files and JPEG or PNG pictures. Please choose another file, or scan the paper again.
error-unknown-file = This file was not found. Please load the list again.
error-submission-differs = This application was received with other content and cannot be changed any more. Please ask an officer.
error-submission-code-taken = This temporary code belongs to another application. Please submit again to get a new one.
error-document-unknown = A paper has not reached the system completely. Please send it again and submit.
error-unknown-submission = This application was not found. Please load the list again.
error-already-accepted = This application was accepted already, with the code { $code }. There is no need to accept it again.
error-unknown-form = The system does not have this version of the form of procedure { $procedure }. Please ask an administrator to update the program.
error-answers-wrong = Some answers do not have the right form ({ $fields }). Please check them and submit again.
error-papers-wrong = The papers sent do not fit the application: one is missing that must be there, or one is there that is not asked for. Please look at the pages of papers again, or come to a counter.
error-consent-missing = The application lacks the consent to use the information. Please agree on the first page and submit again.
error-unknown-code = No application with this code was found. Please check the code on your paper and enter it again, or ask an officer.

## Machines and calls for help
error-status-wrong = The machine describes itself in a form that is not taken. Please have an administrator check the version of its program.
error-no-help-call = Nobody needs help at this machine any more. You need not go.
error-help-answered = A colleague is already on the way to this machine. You need not go.
error-help-not-called = This machine could NOT call an officer. Please go to the nearest counter for help.

## Boards
error-unknown-branch = There is no centre of this name. Check the address: /board is the board of the centre.
error-board-not-built = This server was built without the board's page. Build the pages (script/bootstrap, then npm --prefix ui run build) and build the server again.
error-too-many-boards = Too many boards are watching. This board will try again by itself.

## Pictures of notices
error-picture-kind-refused = This file is not a PNG, JPEG or WebP picture. Please choose another file.
error-picture-unreadable = This picture is damaged or was not uploaded completely. Please choose another one.
error-picture-too-large = This picture has more than { $most } million pixels. Please make it smaller and choose it again.
error-unknown-picture = The notice's picture is no longer in the system. Please choose the picture again and save.

## Appointments

error-unknown-appointment = This appointment was not found: the code is not right, or its day is over. Please look at your paper again, or take a number for today.
error-appointment-code-wrong = An appointment code has 6 letters and digits, without I, O, Q, Z, 0 and 1. Please look at your paper again.
error-appointment-cancelled = This appointment was cancelled. You can book another one, or take a number for today.
error-appointment-used = This appointment was already used to take number { $label }. Please look at your ticket, or ask an officer.
error-appointment-early = { $day ->
    [today] It is too early for your appointment. Please come back from { $time } on today.
   *[other] Your appointment is on another day. Please come back from { $time } on { $day }.
}
error-slot-unknown = This time takes no appointments any more. Please choose another one.
error-slot-full = This time was just taken. Please choose another one.

## The catalogue of procedures
error-procedure-changed = This procedure has just got a new version. Please look at the new version, then mark it.
error-words-changed = Somebody else has just changed the plain words of this procedure. Please load them again, look at them, and go on from there.
error-words-too-long = { $what ->
    [name] The everyday name is longer than { $most } characters. Please shorten it.
    [summary] The summary is longer than { $most } characters. Please shorten it.
    [bring] A line of what to bring is longer than { $most } characters. Please shorten it.
   *[synonyms] Another name is longer than { $most } characters. Please shorten it.
}
error-words-too-many = { $what ->
    [bring] What to bring has at most { $most } lines. Please take some away.
   *[synonyms] There are at most { $most } other names. Please take some away.
}
error-words-not-in-vietnamese = Something is in English but not in Vietnamese. Please add the Vietnamese.
error-unknown-life-event = The catalogue no longer has this life event. Please choose again.
error-unknown-procedure-version = There is no version { $version } of procedure { $procedure } here. Please tell the administrator.

## Drafts
error-draft-proof-wrong = This code and your proof match no application that is kept. Check the code on your slip and try again. You can try { $left } more times.
error-draft-birth-missing = Choose the day, month and year of birth, then try again.
error-draft-locked = This code is locked after too many wrong tries. Go to the counter: an officer will look at your papers and unlock it.
error-draft-elsewhere = This application was just opened at another machine. Please go on there.
error-draft-out-of-date = There is a newer version of this application, so this one was not submitted. Open it again with its code to go on.
error-draft-gone = This unfinished application is not kept any more. Look it up by its code to see whether it was submitted, or start a new one.
error-unknown-draft = There is no such unfinished application.
error-draft-files-missing = Some pages of the application have not arrived yet. The machine will send them again.
error-draft-wrong = The unfinished application that was sent cannot be read. Please tell technical staff.
error-draft-not-shared = The citizen has not agreed that an officer opens this application, or agrees no longer. Please go to the machine to help.
error-draft-damaged = This application is kept but can no longer be opened. Ask an officer for help, or start a new one.
error-form-version-gone = This machine does not have the form that your application was begun on, so it cannot be opened here. Nothing in it has changed. Please try another machine, or ask an officer for help.

## Money
error-branch-bank = The account needs a bank code of 6 digits, a number of at most 19 letters and digits, and a name people recognise. Please correct it.
error-branch-postage = Postage needs the right province code and amounts of at most 10,000,000 đồng. Please correct it.
error-branch-transfer = A transfer is waited for 0 to 10,080 minutes (7 days). Please change it.
error-payment-reckoned = The fees of this submission are reckoned; there is nothing to set.
error-payment-amount-unset = Nobody has said yet how much is to be paid. Please set the amount first.
error-nothing-to-pay = There is nothing to pay for this submission.
error-payment-amount-wrong = The amount must be a whole number above 0. Please correct it.
error-payment-in-order = There is nothing to put right with this payment. A colleague may just have done it. Please reload.
error-supplement-wrong = Please write what is missing, in at most 1,000 characters, and choose papers of this submission.
error-unknown-supplement = There is no such request. Please reload.
error-note-wrong = Please write what was done, in at most 500 characters.
error-unknown-credit = There is no such transfer.
error-credit-settled = This transfer was dealt with already. Please reload.
error-bank-signature-wrong = The bank's signature is wrong. The bank should check the shared secret.
error-bank-timestamp-wrong = The time of sending is off by more than 5 minutes. The bank should check its clock and send again.
error-bank-credit-wrong = The notice of a credit is not as agreed. The bank should look at it.
error-bank-transaction-differs = This transaction was reported before with other content. The bank should call the centre.

## Measures of forms
error-measures-wrong = The machine sent measures of a form that cannot be right. Please tell the administrator.
error-measure-dates-wrong = These days cannot be right. Please choose a first day that is not after the last, and at most 400 days.

## An officer helps

error-assist-not-saved = Your last answer has not reached the centre yet, so an officer cannot open the form. Please try again in a few minutes, or wait for the officer to come to you.
error-assist-officer-edits = An officer is filling it in for you. Press “Let me go on” if you want to do it yourself.
error-assist-changed = An officer has just changed this form for you. Please look at it again, then press Submit.
error-assist-nothing = This form is no longer open here. Please open it again from the list.
error-review-not-printed = The paper to be signed has not come out. Print it again, let the applicant read and sign it, then submit.
error-review-void = The form was changed after it was printed. Print a new paper and have it signed again.
error-review-consents = Other consents stand on the printed paper. Look at the paper again, or print a new one.
error-review-differs = What was sent is not what was printed to be signed, so it was not taken. Please ask an officer.
error-review-unknown = No officer printed this for signing, so it was not taken. Please ask an officer.
error-auditor-only = This is for auditors and administrators.
error-auditor-reads-only = An auditor's account only reads the log and the reports. Please use an officer's account for this.
error-not-allowed = Nobody may do this here. Please tell an administrator.
error-account-own = You cannot close your own account. Please ask another administrator.
error-unknown-account = There is no such account, or it was closed. Please look at the list again.
error-unknown-device = There is no such device. Please look at the list of devices again.
error-branch-kept = What was submitted is kept for 30 to 3650 days. Please correct the number of days.
