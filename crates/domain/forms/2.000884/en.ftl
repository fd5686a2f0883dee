# Certification of a signature

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

## How you sign
page-way = How will you sign?
page-way-help = You sign in front of an officer at the counter. Please do not sign at home beforehand. When you sign you must be clear in mind and know what you do.
way = Way to sign
way-sign = With my name
way-fingerprint = With a fingerprint
way-fingerprint-help = The print of a finger in place of the name.
way-neither = I can neither sign nor give a fingerprint
way-neither-help = The officer has a way for you at the counter.
way-error-required = You have not chosen how you sign. Please choose one.
page-vietnamese = Do you speak and understand Vietnamese well?
page-vietnamese-help = If not, an interpreter is needed: somebody who lets you and the officer understand each other.
vietnamese = Speaks Vietnamese well
vietnamese-error-required = There is no answer yet. Please choose “Yes” or “No”.
page-interpreter = Who interprets for you?
page-interpreter-help = The interpreter must be an adult who speaks Vietnamese and your language well. You pay the interpreter.
interpreter = The interpreter
interpreter-own = Somebody I bring along
interpreter-office = Somebody the office finds
interpreter-office-help = An officer tells you the price beforehand.
interpreter-error-required = You have not chosen who interprets. Please choose one.
language = The language you use
language-help = For example Khmer, English.
language-error-required = The language you use is missing. Please write it, for example: Khmer.

## The papers to sign
page-papers = On how many papers do you need your signature certified?
page-papers-help = To certify a signature is to confirm that it is yours. A paper with several signatures counts as one. It costs 10,000 đồng a paper.
papers = Number of papers
papers-help = From 1 to 10 papers at a time.
papers-error-required = You have not chosen how many papers. Please choose from 1 to 10.
page-paper = What is paper number { $n }?
page-paper-help = Papers of sale, loan or gift go through another procedure. Please ask an officer.
papers-name = Name of the paper
papers-name-help = For example a curriculum vitae, an undertaking, an authorisation.
papers-name-error-required = The name of the paper is missing. Please write it, for example: curriculum vitae.
papers-kind = It is
papers-kind-authorisation = An authorisation
papers-kind-authorisation-help = A paper that asks somebody to act for you.
papers-kind-statement = A form, a request, an undertaking, a curriculum vitae
papers-kind-other = Another paper, or I do not know
papers-kind-other-help = An officer looks at it at the counter.
papers-kind-error-required = You have not chosen what paper it is. Please choose one.
papers-written_in = It is written in
papers-written_in-vietnamese = Vietnamese
papers-written_in-foreign = A foreign language
papers-written_in-error-required = You have not chosen in which language it is written. Please choose one.
page-purpose = What does authorisation number { $n } ask somebody to do?
page-purpose-help = Signatures are certified only for the first four.
papers-purpose = What is to be done for you
papers-purpose-papers = Hand in or collect papers
papers-purpose-pension = Collect a pension, post or an allowance
papers-purpose-pension-help = Post is letters and parcels.
papers-purpose-house = Look after a house
papers-purpose-loan = Borrow from the Bank for Social Policies for a household
papers-purpose-other = Something else
papers-purpose-other-help = That usually takes a contract. An officer helps you at the counter.
papers-purpose-error-required = You have not chosen what is to be done. Please choose one.
page-translation = Do you have a Vietnamese translation of { $name }?
page-translation-help = The officer may need it to understand the paper. It need not be notarised; you answer for its being right. If it is not here, press “Continue”.

## The appointment
page-appointment = When will you come to sign?
page-appointment-help = Bring a valid citizen card and the papers, not yet signed.
visit_time = When you come
receive-counter = At the counter, after signing in front of an officer

## Papers and fees
paper-identity = Your citizen card or passport, still valid
paper-document = Paper { $n }, which you will sign: { $name }
paper-translation = Vietnamese translation of paper { $n }: { $name }
fee-signature = Certified signature on paper { $n }: { $name }
