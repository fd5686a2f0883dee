# Certification of copies from the original

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

## The papers to certify
page-papers = How many papers do you need certified?
page-papers-help = To certify is to confirm that a copy is exactly like the original. A diploma and a birth certificate are two papers.
papers = Number of papers
papers-help = From 1 to 10 papers can be handed in at a time.
papers-error-required = You have not chosen how many papers. Please choose from 1 to 10.
page-paper = What is paper number { $n }?
page-paper-help = It must be legible and unaltered, and bear the seal of the office that issued it.
papers-name = Name of the paper
papers-name-help = For example a diploma, a birth certificate, a land certificate.
papers-name-error-required = The name of the paper is missing. Please write it, for example: diploma.
papers-pages = Pages of the original
papers-pages-help = Count the sides with writing.
papers-copies = How many certified copies
papers-copies-help = Each copy costs 2,000 đồng a page for the first two pages and 1,000 đồng for each page after that, at most 200,000 đồng a copy.

## The appointment
page-appointment = When will you bring the originals?
page-appointment-help = An officer looks at the originals and then certifies.
visit_time = When you come
page-scan = Would you like to send pictures beforehand?
page-scan-help = With pictures the officer can prepare for you. If you have none, press “Continue”.
receive-counter = At the counter, when you bring the originals

## Papers and fees
paper-original = The original of paper { $n }: { $name }
paper-scan = Pictures of the papers to certify
fee-copies = Certified copies of paper { $n }: { $name }
