# The form for every procedure without one of its own. The words of each procedure are added when it is opened.

## Who applies
page-applicant = Your name, citizen number and date of birth
page-applicant-help = If the machine filled them in from your card, please look closely. Touch what is wrong to correct it.
applicant_name = Your full name
applicant_name-error-required = Your name is missing. Please type your full name.
applicant_number = Your citizen number
applicant_number-help = The 12 digits on the front of the card.
applicant_number-error-required = Your citizen number is missing. Please type the 12 digits on your card.
applicant_birth_date = Your date of birth
page-contact = How can we reach you?
address = Where you live now
address-help = House number, street, hamlet, commune or ward, province. Old names of places will do.
address-error-required = Your address is missing. Please type house number, hamlet, commune or ward, province.
phone = Your telephone number
phone-help = If you have no telephone, leave it empty.

## The case
page-case = Which case is yours?
page-case-help = Each case needs other papers. If you are not sure, choose “I do not know”.
case = Your case
case-unknown = I do not know
case-unknown-help = You can still submit. An officer will look at it and tell you which papers are needed.
case-error-required = You have not chosen a case. Please choose one, or “I do not know”.
any-case = Case
any-case-papers = It needs:

## Papers
any-paper-count = Asked for:
any-paper-form = This paper is written on a form; please ask an officer for it.
any-paper-help = If you have this paper here, photograph or scan it. If not, press “Continue” and bring it to the counter later.
any-other = Other papers
any-other-page = Do you have other papers to send along?
any-other-help = If so, photograph or scan them. If not, press “Continue” and bring them to the counter later.
any-other-list = These are asked for too:
any-other-unsure = The list of papers for this procedure may not be complete; please ask an officer.
any-other-unknown = It is not known for certain which papers this procedure needs; please ask an officer.
any-other-says = The national database says:

## What you ask for
page-request = Is there anything you would like to tell the officer?
page-request-help = Say in short what you ask for, and for whom. If there is nothing to add, leave it empty.
request = What you would like to add
request-help = No more than 500 letters.
request-error-short = That is too short for the officer to understand. Please say more, or leave it empty.
request-error-long = That is longer than 500 letters. Please shorten it, and tell the rest at the counter.

## The result
page-receive = How would you like to receive the result?
receive = How to receive the result
receive-counter = Collect it at the counter
receive-counter-help = Bring your citizen card to a counter of the centre.
receive-post = By post to my home
receive-post-help = The post charges for the delivery.
receive-error-required = You have not chosen how to receive the result. Please choose one way.
page-post = Which address should the post deliver to?
post_address = Postal address
post_address-help = Choose the province, then the commune or ward, and write house number, street or hamlet.
post_address-error-required = The postal address is missing. Please type where the post should deliver.
post_address-error-short = The address is too short for the post to find. Please give house number, hamlet, commune or ward, province.
