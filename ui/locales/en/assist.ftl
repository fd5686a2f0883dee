## An officer helps with a form

assist-ask-title = Let an officer open this form?
assist-ask-text = The officer will see it and fill it in for you on their own screen. You see every change here and can take it back at any time. It is submitted only with your agreement. You look it through and press Submit here, or you sign the paper the officer prints.
assist-lapsed-title = Officers can no longer open this form. May they open it again?
assist-agree = Yes, let an officer open it
assist-shared = An officer can open this form to help you.
assist-stop = Stop letting them
assist-officer = Officer { $name } is filling it in for you. You can watch here.
assist-take-back = Let me go on
assist-watch-open = Not answered yet
assist-watch-pages =
    { $count ->
        [0] This paper has no page yet.
        [one] This paper has one page.
       *[other] This paper has { $count } pages.
    }
assist-watch-card = No card was read. The officer can type it in for you.
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
assist-review = If its owner can submit it, press “Give it back”. They look this page through and press Submit on their own screen. If not, submit it for them at the end of this page.
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
assist-helped-by-signed = { $names } helped to fill it in.
assist-submitted-by = Officer { $officer } submitted it for the applicant, who signed on paper: printed at { $time } on { $date }, content code { $mark }.

## An officer submits, the applicant signs on paper

assist-sign-title = Submit for them, signed on paper
assist-sign-how = Print the paper, ask its owner to read every line and sign. You sign it too, and keep it at the counter.
assist-sign-print = Print it to be signed
assist-sign-print-again = Print a new one to be signed
assist-sign-print-waiting = Printing the paper to be signed…
assist-sign-print-printed = The paper to be signed was printed. Take it from the printer.
assist-sign-print-trial = The trial printer wrote the paper to be signed to a PDF file. No paper came out.
assist-sign-print-failed = The paper to be signed could not be printed: { $cause }. Mend the printer, then print a new one.
assist-sign-print-unknown = It is not known whether the paper to be signed came out: { $cause }. Look at the printer.
assist-sign-void = The form was changed after it was printed. That paper is no longer good: destroy it, and print a new one on the review page.
assist-sign-came-out = Every page of the paper came out; I hold them in my hand.
assist-sign-card = I have seen the identity card, or a paper with a photograph, of the person before me: this is the applicant.
assist-sign-consent = On the signed paper they agree: { $title }
assist-sign-signed = Signed on paper, before my eyes. The content code on the paper is { $mark }.
assist-sign-otherwise = If something is wrong, press “Change” and print a new one. If they change their mind about what they agreed to, press “Give it back”.
assist-sign-submit = Submit for them
assist-done-sent = Submitted
assist-done-sent-at = The central system received it at { $time } on { $date }.
assist-done-saved = Saved, NOT submitted yet
assist-done-saved-how = It could not be sent and goes by itself when there is a connection. Do not do it again. Tell its owner clearly that it is not submitted yet.
assist-done-refused = The central system has NOT taken it
assist-done-refused-how = It is kept on this machine. Tell an administrator, and tell its owner clearly that it is not submitted.
assist-done-code = Submission code
assist-done-to-show = Its owner still has to show these originals:
assist-done-hand-over = Hand this paper to its owner and ask them to keep the code. The signed paper stays at the counter.
assist-done-end = Handed over, done
assist-done-line = Submitted for its owner: { $code }.
assist-done-open = See it and hand the paper over
assist-receipt-waiting = Printing the receipt…
assist-receipt-printed = The receipt was printed. Take it from the printer.
assist-receipt-trial = The trial printer wrote the receipt to a PDF file. No paper came out.
assist-receipt-failed = The receipt could not be printed: { $cause }. Write the code down for its owner.
assist-receipt-unknown = It is not known whether the receipt came out: { $cause }. If there is no paper, write the code down for its owner.
assist-receipt-again = Print the receipt again
