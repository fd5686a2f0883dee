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
