# Copies of civil status extracts and birth certificates

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

## The result
page-result = How would you like to receive the result?
receive = How to receive the copies
receive-counter = Collect it at the counter
receive-counter-help = Bring your citizen card to a counter of the centre.
receive-post = By post to my home
receive-post-help = The post charges for the delivery.
receive-electronic = As an electronic copy
receive-electronic-help = A copy to look at on a telephone or a computer. An officer will tell you how to receive it.
receive-error-required = You have not chosen how to receive the result. Please choose one way.
page-post = To which address should the post deliver?
post_address = Postal address
post_address-help = Choose the province, then the commune or ward, and write house number, street or hamlet.
post_address-error-required = The postal address is missing. Please type where the post should deliver.
post_address-error-short = The address is too short for the post to find. Please give house number, hamlet, commune or ward, province.
copies = How many copies you need
copies-help = Each copy costs 8,000 đồng.

## Which copy
page-event = What do you need a copy of?
page-event-help = An extract repeats what was entered in the civil status register.
event = What was registered
event-birth = A birth
event-marriage = A marriage
event-death = A death
event-death-help = The registration for somebody who has passed away.
event-recognition = The recognition of a parent or a child
event-guardianship = A guardianship
event-guardianship-help = Somebody was appointed to look after a person.
event-correction = A change or correction of civil status
event-error-required = You have not chosen what you need a copy of. Please choose one.
page-whom = For whom do you ask for the copy?
for_whom = The copy concerns
for_whom-self = Myself
for_whom-other = Somebody else
for_whom-error-required = You have not chosen for whom. Please choose one.
page-relation = What are you to that person?
relation = You are
relation-guardian = Parent or guardian of a person under 18
relation-family = Grandparent, parent, child, spouse, brother or sister
relation-other = Somebody else
relation-other-help = The machine will ask for a picture of a certified authorisation.
relation-error-required = You have not chosen what you are to that person. Please choose one.
page-authorisation_family = Please give the authorisation
page-authorisation_family-help = A paper that asks you to act for the person. Between close family it need not be certified.
page-authorisation_certified = Please give the certified authorisation
page-authorisation_certified-help = A paper that asks you to act for the person, certified by a commune, a ward or a notary.

## What helps to find the entry
page-subject = Who is that person?
page-subject-help = Write it as on the civil status papers, so that the officer can find the entry.
subject_name = That person's full name
subject_birth_date = That person's date of birth
subject_birth_date-help = If you do not know it, leave it empty.
page-spouse = Who is the spouse on the marriage certificate?
spouse_name = The spouse's full name
page-death = On which day did that person die?
death_date = Date of death
death_date-help = If you do not remember exactly, leave it empty.
death_date-error-future = A date of death cannot be a day that has not come. Please check day, month and year.
page-registration = Where was it registered?
page-registration-help = Write what you remember. The more you know, the sooner it is found.
registered_at = Place of registration
registered_at-help = Commune or ward, and province. The old name will do.
registered_at-error-required = The place of registration is missing. Please give commune or ward, and province.
registered_year = Year of registration
registered_year-help = 4 digits. If you do not remember, leave it empty.
registered_number = Number on the old paper
registered_number-help = If you do not have it, leave it empty.

## Papers and fees
paper-identity = Your citizen card
paper-authorisation_family = Written authorisation by your relative
paper-authorisation_certified = Certified written authorisation
fee-copies = Copies of the civil status extract
