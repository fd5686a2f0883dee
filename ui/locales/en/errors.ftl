# Each sentence says what happened and what to do next.
error-central-away = The central system cannot be reached. Please wait a moment and try again, or ask an officer.
error-internal = Something went wrong in this machine. Please tell an officer.

## Guide
error-page-out-of-date = That page has already moved on. Please look at the page that is shown and go on from there.
error-unknown-field = The machine does not know one of the answers. Please try again. If it stays so, ask an officer.
error-document-not-asked = No such paper is needed right now. Please open the page that asks for it and scan it again.
error-documents-too-many = At most { $most } files can be attached for one paper. Please take one away and try again.
error-citizen-number-digits = A citizen number has exactly 12 digits. You typed { $count }. Please look at the card and type it again.
error-citizen-number-unknown = This does not look like a citizen number. Please check the 12 digits on the front of the card and type them again.
error-card-unreadable = The card could not be read. Please place it again with the square code facing the reader, or type by hand.
error-card-misread = What was read from the card contradicts itself. Please place the card once more, or type by hand.
error-card-diacritics-lost = The reader lost the Vietnamese marks. Please type the name by hand with its marks.

## Reader
error-reader-too-long = The code just scanned is too long for this machine. Please scan your identity card, or the code on a paper of this centre.
error-reader-not-text = The machine could not read that code clearly. Please wipe it, make it lie flat, and scan it again.
error-scan-not-understood = The machine does not know the code just scanned. Please scan the code on your identity card, on a queue ticket or on a submission receipt.
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

## Kiosk
error-central-not-understood = This machine did not understand the central system's answer. Please tell an officer.
error-unknown-procedure = This procedure was not found. Please choose again from the list, or ask an officer.
error-no-form-here = This procedure cannot be submitted at this machine yet. Please take a number to see an officer.
error-nothing-begun = No application is under way. Please go to the first screen and start again.
error-answers-missing = Some answers are missing. Please look through the sections again, then press Submit.
error-store = The application could not be saved, so it was not submitted. What you entered is still on the screen. Please call an officer.
error-print-job-unknown = This paper belongs to an earlier visit and cannot be printed again. Please ask an officer.
error-print-job-running = The machine is still printing. Please wait a moment.
error-scan-is-a-ticket = This is a queue ticket. Please scan a citizen's card, or the code on a submission receipt.
error-card-not-now = The machine does not need a card now. What was read was not kept.
error-not-sent-yet = Application { $code } is saved in this machine but NOT submitted, because the central system cannot be reached. The machine will send it by itself. Please look it up again later, or ask an officer.
error-form-version-unknown = This machine does not have the right version of the form. Update the program, then open the application again.
error-no-counter-open = You have not opened a counter. Choose one before calling.
