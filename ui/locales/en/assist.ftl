## An officer helps with a form

assist-ask-title = Let an officer open this form?
assist-ask-text = The officer will see it and fill it in for you on their own screen. You see every change here and can take it back at any time. At the end you look it through yourself and press Submit.
assist-agree = Yes, let an officer open it
assist-shared = An officer can open this form to help you.
assist-stop = Stop letting them
assist-officer = Officer { $name } is filling it in for you. You can watch here.
assist-take-back = Let me go on
assist-submitted-title = The officer has submitted it for you
assist-submitted-text = Please take your paper at the counter. Your submission code is { $code }.
assist-submitted-end = Done

## The officer's console

assist-list-title = People asking for help with a form
assist-list-line = { $kiosk } · { $procedure }
assist-list-since = Agreed at { $time }
assist-list-editor = { $name } is helping
assist-take = Open the form
assist-at = The form of the person at { $kiosk }
assist-only-you = Only you can change it now; its owner is watching on their screen.
assist-give-back = Give it back
assist-given-back = Given back. Its owner looks it through and submits it on their screen.
assist-review = Its owner has to look this page through and press Submit on their own screen. Press “Give it back”.
assist-back = Page before
assist-next = Next page
assist-edit = Change
assist-from-card = from the card
assist-optional = optional
assist-yes = Yes
assist-no = No
assist-date-hint = day/month/year
assist-times-unknown = The free times could not be asked for. Please try again later, or let the person choose at their machine.
assist-no-pages = No pages yet. Papers are photographed at the owner's machine.
assist-page-number = Page { $number }
assist-signature = Signature by finger
assist-signature-there = The owner has signed.
assist-signature-none = The owner signs on their own screen.
assist-consents = Its owner answers this page on their own screen.
assist-card = The owner shows the card to the reader at their machine; or press “Next page” to type by hand.
assist-changes = Who changed what
assist-changes-none = Nobody has changed anything since help was asked for.
assist-change-owner = Owner
assist-paper-required = This paper is needed.
assist-helped-by = { $names } helped to fill it in; the applicant looked it through and confirmed it on their own screen.
