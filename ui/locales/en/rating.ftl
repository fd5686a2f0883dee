# What people say after they were served: at a kiosk, on the tablet at a counter and on a phone.

## Four grades
rating-4 = Very satisfied
rating-3 = Satisfied
rating-2 = Neutral
rating-1 = Not satisfied

## Reasons
rating-reason-nhanh = Quick
rating-reason-than-thien = Friendly
rating-reason-cho-lau = A long wait
rating-reason-huong-dan-chua-ro = Unclear guidance
rating-reason-thai-do = Poor manners

## Asking and thanking
rating-ask = How were you served?
rating-ask-number = Number { $label }: how were you served?
rating-help = Please choose one. Your name is not recorded.
rating-why = Why? You may choose, or leave it out.
rating-send = Send
rating-sending = Sending…
rating-skip = Skip
rating-thanks = Thank you for telling us
rating-thanks-lead = What you say helps the centre serve people better.
rating-already = Number { $label } was rated already. Thank you.
rating-not-sent = This could not be sent: the machine is cut off. Please press Send once more, or use the code on your ticket later.
rating-language = Tiếng Việt

## The tablet at a counter
tablet-counter = Counter { $counter }
tablet-rest = When you are done, please tell us here how it was
tablet-starting = Connecting…
tablet-away = This tablet is cut off and reconnects by itself. Please wait a moment.
tablet-enrol-title = Connect this tablet to counter { $counter }
tablet-enrol-lead = For staff: enter the code an administrator made. Each code is good once, for 15 minutes.
tablet-enrol-again = This tablet may not connect any more. It needs a new code.
tablet-code = Enrolment code
tablet-enrol = Connect
tablet-name = Counter { $counter } tablet
