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
address-help = House number, hamlet, commune or ward, province.
address-error-required = Your address is missing. Please type house number, hamlet, commune or ward, province.
phone = Your telephone number
phone-help = If you have no telephone, leave it empty.

## The papers to certify
page-paper_1 = Which paper do you need certified?
page-paper_1-help = It must be legible and unaltered, and bear the seal of the office that issued it.
paper_1_name = Name of the paper
paper_1_name-help = For example a diploma, a birth certificate, a land certificate.
paper_1_name-error-required = The name of the paper is missing. Please write it, for example: diploma.
paper_1_pages = Pages of the original
paper_1_pages-help = Count the sides with writing.
paper_1_copies = How many certified copies
page-more_1 = Do you have another paper?
more_1 = There is a second paper
more_1-error-required = There is no answer yet. Please choose “Yes” if there is another paper, “No” if that is all.
page-paper_2 = What is the second paper?
page-paper_2-help = It must be legible and unaltered, and bear the seal of the office that issued it.
paper_2_name = Name of the paper
paper_2_name-help = For example a diploma, a birth certificate, a land certificate.
paper_2_name-error-required = The name of the paper is missing. Please write it, for example: diploma.
paper_2_pages = Pages of the original
paper_2_pages-help = Count the sides with writing.
paper_2_copies = How many certified copies
page-more_2 = Do you have a third paper?
page-more_2-help = Three papers can be handed in at a time. For more, please submit once again.
more_2 = There is a third paper
more_2-error-required = There is no answer yet. Please choose “Yes” if there is another paper, “No” if that is all.
page-paper_3 = What is the third paper?
page-paper_3-help = It must be legible and unaltered, and bear the seal of the office that issued it.
paper_3_name = Name of the paper
paper_3_name-help = For example a diploma, a birth certificate, a land certificate.
paper_3_name-error-required = The name of the paper is missing. Please write it, for example: diploma.
paper_3_pages = Pages of the original
paper_3_pages-help = Count the sides with writing.
paper_3_copies = How many certified copies

## The appointment
page-appointment = On which day will you bring the originals?
page-appointment-help = An officer looks at the originals and then certifies. Choose a working day within the next 30 days.
appointment_date = Day of the appointment
appointment_date-error-required = You have not chosen a day. Please fill in day, month and year.
appointment_slot = Time of the appointment
appointment_slot-morning_1 = Morning, 8:00 to 9:00
appointment_slot-morning_2 = Morning, 9:00 to 10:00
appointment_slot-afternoon_1 = Afternoon, 14:00 to 15:00
appointment_slot-afternoon_2 = Afternoon, 15:00 to 16:00
appointment_slot-error-required = You have not chosen a time. Please choose one.
page-scan = Would you like to send pictures beforehand?
page-scan-help = With pictures the officer can prepare for you. If you have none, press “Continue”.
receive-counter = At the counter, when you bring the originals

## Papers and fees
paper-original_1 = The original: { $paper_1_name }
paper-original_2 = The original: { $paper_2_name }
paper-original_3 = The original: { $paper_3_name }
paper-scan = Pictures of the papers to certify
fee-paper_1 = Certified copies: { $paper_1_name }
fee-paper_2 = Certified copies: { $paper_2_name }
fee-paper_3 = Certified copies: { $paper_3_name }
