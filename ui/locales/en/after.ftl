# After submitting: the steps, the money, and the page on a phone.

## The steps of a submission

ladder-title = How far your submission has come
ladder-saved = Saved
ladder-sent = Sent
ladder-received = Received by the portal
ladder-accepted = Accepted by an officer
ladder-paid = Paid
ladder-not-yet = Not yet

## Costs

cost-postage = Postage
cost-postage-later = Paid to the post on delivery
cost-total = Total

## Paying

pay-title = Payment
pay-choose = How would you like to pay { $amount } đồng?
pay-by-qr = Pay now with a QR code
pay-by-qr-help = You use your bank's app on your own phone.
pay-at-counter = Pay at the counter
pay-at-counter-help = You tell the officer your submission code and pay there.
pay-counter-chosen = At the counter, tell the officer your submission code. They will take { $amount } đồng.
pay-other-way = Choose another way
pay-how = Open your bank's app on your phone, scan this code, check the amount and the purpose, then transfer.
pay-qr = QR code for the transfer
pay-amount = Amount
pay-account = To
pay-number = Account number
pay-purpose = Purpose
pay-said = I have transferred it
pay-unset = An officer will say the amount
pay-unset-help = There is nothing to pay yet. An officer looks at the submission and says how much. Look again with the code on your receipt, or ask at a counter.
pay-waiting = Waiting for payment
pay-waiting-help = You can pay with the QR code or at the counter. Your submission is kept either way.
pay-waiting-counter-help = You pay at the counter. Your submission is kept.
pay-checking = Being checked
pay-checking-help = The bank usually tells us within a few minutes. You need not wait here: look again at any time with the code on your receipt.
pay-checking-not-yet = If you have not transferred yet, you can still pay with the QR code. If you have, please do not transfer again.
pay-kept = Being checked, as you say
pay-kept-help = This machine has noted that you transferred, but could NOT tell the centre yet. It will do so by itself when it is connected. Please do not transfer again.
pay-received = Money received
pay-received-help = The centre received { $amount } đồng at { $time } on { $date }.
pay-needs_officer = An officer needs to look
pay-needs_officer-help = Money came, but it does not fit the submission. An officer will look at it and contact you, or you can ask at a counter. Your submission is kept.
pay-away = This machine cannot ask the central system now. If you have transferred, your money is not lost: please look again later with the code on your receipt, or ask an officer.

## Submission receipt

paper-receipt-delivery = Result
paper-receipt-ladder = When this was printed
paper-receipt-pay = Payment
paper-receipt-pay-ways = Scan this code with your bank's app, or pay at the counter. Pay only once.
paper-receipt-pay-counter = Pay at the counter: tell the officer your submission code.
paper-receipt-pay-received = The centre has received the money.
paper-receipt-pay-checking = You say that you have transferred the money. The centre is checking. Please do not transfer again. If you have not transferred, look up this code at a machine to see the transfer code, or pay at the counter.
paper-receipt-pay-officer = Money came, but it does not fit the submission. An officer will look at it. Please do not transfer again.
paper-receipt-pay-qr = Transfer code: { $amount } đồng
paper-receipt-pay-to = To
paper-receipt-pay-purpose = Purpose
paper-receipt-follow-phone = Scan with a phone to see how far it has come, or hold it under the machine's reader.

## The page on a phone

phone-follow-code = Submission code
phone-follow-unknown = This submission was not found. If you have just submitted it, it may still be on its way: please try again later, or ask an officer.
phone-follow-due = Result due: { $time } on { $date }
phone-follow-at = { $time } on { $date }
phone-follow-bring = Bring to the counter
phone-follow-pay = Payment: { $amount } đồng
phone-follow-pay-unset = Payment: an officer will say the amount
phone-follow-transfer = Take a screenshot and open the picture of this code in your bank's app, or copy the account number, the amount and the purpose. Transfer only once.
phone-follow-ask = To see details, type the last 4 digits of the applicant's citizen number.
phone-follow-digits = Last 4 digits
phone-follow-show = Show details
phone-follow-wrong =
    { $left ->
        [0] These 4 digits are wrong. The details are locked for an hour.
       *[other] These 4 digits are wrong. You have { $left } tries left.
    }
phone-follow-locked = Wrong digits were typed several times, so the details are locked until { $time }. You can still see the steps.
phone-follow-details = Details
phone-follow-applicant = Applicant: { $name }
phone-follow-delivery = Result: { $delivery }
phone-follow-papers = Papers sent
phone-follow-costs = Costs

## What is missing

supplement-asked = An officer asks for more
supplement-how = You can send it in at this machine now, or bring the papers and your submission code to a counter. Your submission is kept and waits for it.
phone-follow-supplement = An officer asks for something that is missing. Type the last 4 digits below to read it. Then send it in at a machine of the centre, or bring it to a counter.

## The time to come

hold-title-pending = The time you chose
hold-pending = { $day }, { $from }. It is held only once your dossier is submitted.
hold-title-held = Appointment
hold-held = { $day }, { $from } to { $until }. Appointment code: { $code }.
hold-held-come = When you come, hold your receipt under the reader of the machine to get a number, or type the appointment code.
hold-title-over = Appointment
hold-over = { $day }, { $from }. That day is over.
hold-title-taken = The time you chose
hold-taken = { $day }, { $from }. This time could not be held. Please choose another one: touch “Come another day” at a machine of the centre, or ask an officer.
hold-title-wish = The time you wish for
hold-wish = { $day }, { $part }. The centre does not hold it. Please ask an officer for an appointment.
hold-title-later = When you come
hold-later = You have not chosen a time. Please book one at a machine of the centre, or ask an officer.
hold-come = Look at the appointment and get a number
hold-choose = Book a time

## Payment slip

pay-print = Print the payment slip
pay-print-valid = The QR code and the account number are still on this screen.
paper-payslip-title = Payment slip
paper-payslip-no-receipt = This slip is not a receipt. It does not show that you have paid.
paper-payslip-for = What is to be paid
paper-payslip-total = To pay: { $amount }
paper-payslip-state = At { $when }: { $state }
paper-payslip-state-waiting = Not paid yet
paper-payslip-state-checking = Being checked
paper-payslip-state-received = Money received
paper-payslip-state-needs_officer = An officer must look at it
paper-payslip-how = Scan this code with your bank's app, check the amount and the purpose, then pay. You can also pay at the counter. Pay only once.
paper-payslip-counter = Please pay at the counter: give this slip to the officer.
paper-payslip-checking = You said that you transferred the money. The centre is checking. Please do not pay again. If you have not paid, please pay at the counter.
paper-payslip-received = The centre has the money. You need not pay again. For a receipt, please ask an officer at the counter.
paper-payslip-officer = Money came but does not fit the application. An officer will look at it. Please do not pay again.
paper-payslip-to = Pay to
paper-payslip-amount = Amount
paper-payslip-purpose = Purpose
