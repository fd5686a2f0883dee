## Pages of a form (the machine says this, the screen only shows it)

guide-signed = Signed
guide-offer-card = From the card
guide-card-marks-lost = The reader lost the Vietnamese marks on the card. Please type the name and address yourself, with their marks. The number and birth date are filled in.
guide-offer-answer = Same as “{ $label }”
guide-error-required-address = “{ $label }” is still empty. Please choose the province and the commune, then type the house number and street or hamlet.
guide-error-unit = “{ $label }” lacks its province or commune. Please choose the province, then the commune from the list.
guide-error-street = “{ $label }” lacks the house number and street or hamlet. Please type them as well.
guide-error-required-amount = “{ $label }” has no amount yet. Please type it.
guide-error-range-amount = “{ $label }” must be an amount from { $least } to { $most } đồng. Please type it again.
guide-error-required-appointment = You have not chosen a day and a time. Please choose, or touch “I cannot choose a time yet”.
guide-error-appointment = This day and time could not be read. Please choose again.
guide-error-past-appointment = The time you chose is over. Please choose another one.
guide-error-closed-appointment = The centre is closed then. Please choose another day.
guide-error-required-signature = You have not signed yet. Please sign in the box with your finger.
guide-error-signature = The signature could not be read. Please press “Sign again” and sign once more.
guide-error-long-signature = The signature has too many strokes. Please press “Sign again” and sign more briefly.
