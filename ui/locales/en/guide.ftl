# Filling in a form

## Keyboard
typing-method = How do you type letters with marks?
typing-keys = Mark keys
typing-keys-example = touch ă, ê, sắc, huyền…
typing-telex = Telex
typing-telex-example = aa → â, as → á
typing-vni = VNI
typing-vni-example = a6 → â, a1 → á
typing-rule = Where does the tone mark stand?
typing-done = Done
key-thousands = Three zeros

## Dates
date-month-of = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
date-month-number = Month { $month }
date-impossible = { $month ->
    [0] No month has a day { $day }.
   *[other] Month { $month } has no day { $day }. Touch “Day” or “Month” to choose again.
}

## Sums
amount-unit = đồng
amount-billions = { $count } billion
amount-millions = { $count } million
amount-thousands = { $count } thousand
amount-read = { $amount } đồng

## Addresses
address-province = Province or city
address-province-choose = Choose the province or city
address-province-search = Touch here to type the name of a province or city
address-commune = Commune or ward
address-commune-choose = Choose the commune or ward
address-commune-search = Touch here to type the name of a commune or ward
address-street = House number, street, hamlet
address-street-all = House number, street, hamlet, commune
address-street-hint = For example: 12 Lê Lợi, khóm 3
address-change = Change
address-none = No such name here. Delete some letters, or press “Type the address as on the paper”.
address-all-letters = All
address-letter = Names beginning with { $letter }
address-not-known = This machine has no list of communes for this place. Please type the commune’s name as well.
address-on-paper = Type the address as on the paper
address-on-paper-help = Write just what your paper says. Old names of districts and communes are fine.
address-from-list = Choose from the list
address-again = Choose again from the list
address-correct = Correct the text

## Signing
signature-here = Sign with your finger in this box
signature-again = Sign again
signature-signed = Signed. If it is not right, press “Sign again”.
signature-picture = Picture of your signature

## A page read aloud
aloud-wrong = Please note:
aloud-date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
aloud-signed = Signed.
aloud-date-how = Choose day, month and year below.
aloud-tail = a number ending in { $tail }
aloud-units = There are { $count } names. Touch the first letter of the name, or touch the box to type it.
aloud-units-found = { $count ->
    [one] There is one name. Touch it if it is the right one.
   *[other] There are { $count } names. Touch the right one.
}
aloud-page = { $page }: { $said }
aloud-goes-on = This page goes on. Please read on at the screen, or ask an officer to read it to you.
aloud-offer = One touch fills it in. { $label }: { $shown }.

## Day and time to come

time-at = { $day }, { $time }
time-wish = { $day }, { $part } (a wish: the centre does not hold it)
time-none-chosen = No time chosen yet
time-looking = Looking for free times.
time-chosen = You chose: { $time }
time-kept-later = The time is held for you once you have submitted.
time-other-day = Choose another day
time-none-free = The centre has no free times for this. You can say which day you wish for. That is not an appointment.
time-away = The free times are not known now, because the central system cannot be reached. You can say which day you wish for. That is not an appointment.
time-gone = The time you chose before is no longer free. Please choose another one.
time-pick-morning = In the morning
time-pick-afternoon = In the afternoon
time-pick-later = I cannot choose a time yet
time-pick-later-help = You can submit all the same, and book a time later at this machine or with an officer.
