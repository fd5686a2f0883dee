## Pages of papers (Rust says this; the screen only shows it)

guide-fault-blurred = This page is blurred and hard to read. Lay the paper still and take the picture again.
guide-fault-dark = This page is too dark. Turn on a light or keep shadows off the paper, then take it again.
guide-fault-glare = A light is mirrored on this page. Turn or move the paper a little, then take it again.
guide-fault-cut = An edge of the paper is outside the picture. Put the whole sheet inside the frame, then take it again.
guide-fault-upside-down = This page is upside down. Press “Turn” until the letters stand upright.
guide-fault-small = This picture is too small to read. Bring the camera closer to the paper, then take it again.
guide-error-doubtful = A page is hard to read. Take it again, or press “Use this page anyway” if you can read it well.

## Papers from a phone (the page on the phone)

phone-upload-intro = Take a picture of each page of this paper. The pictures go straight to the machine you are using at the centre.
phone-upload-take = Photograph a page
phone-upload-choose = Choose a picture or PDF
phone-upload-send = Send
phone-upload-page = Page { $number }
phone-upload-preparing = Preparing the picture…
phone-upload-sending = Sending…
phone-upload-waiting = Sent. The machine is looking at this page…
phone-upload-taken = The machine has it, and it can be read well.
phone-upload-refused = The machine did not take this page.
phone-upload-cut = No connection. This page goes on by itself when the connection is back.
phone-upload-left = This page was not sent completely. Remove it and take it again.
phone-upload-failed = This page could not be sent. Remove it and take it again.
phone-upload-too-large = This file is larger than 15 MB. Remove it and photograph page by page.
phone-upload-kind = This file is neither a picture nor a PDF. Remove it and choose another.
phone-upload-pages = This paper takes { $most } pages at most. Please remove this one.
phone-upload-full = Too much was sent. Wait until the machine has the earlier pages, then remove this one and take it again.
phone-upload-try = Try again now
phone-upload-again = Take this page again
phone-upload-remove = Remove this page
phone-upload-look = See whether the machine has it
phone-upload-done = Done
phone-upload-finished = All done. Please look at the machine’s screen to go on.
phone-upload-until = This page can be used until { $time }.
phone-upload-ended = This page can no longer be used: its time is over, or the visit at the machine has ended.
phone-upload-ended-next = To send more, go back to the machine and press “Use your phone” for a new code.
phone-upload-fault-blurred = The picture is blurred. Hold the phone still and take it again.
phone-upload-fault-dark = The picture is too dark. Move to more light, or use the phone’s lamp, then take it again.
phone-upload-fault-glare = A light is mirrored in the picture. Tilt the paper a little, then take it again.
phone-upload-fault-cut = An edge of the paper is outside the picture. Hold the phone further away and take the whole sheet.
phone-upload-fault-upside-down = This page is upside down. On the machine, press “Turn” until the letters stand upright.
phone-upload-fault-small = The picture is too small to read. Bring the phone closer to the paper and take it again.

## Papers from a phone: when it does not work

error-unknown-upload = This page for sending papers can no longer be used. Press “Use your phone” on the machine for a new code.
error-upload-wrong = The page for sending papers could not be opened. Try again, or call an officer.
error-upload-no-address = Phones cannot reach this centre yet. Choose another way, or call an officer.
error-upload-empty = No picture was chosen. Go back and take or choose one.
error-upload-pages = This paper takes { $most } pages at most. Remove a page and send it again.
error-upload-full = Too much was sent. Wait until the machine has the earlier pages, then go on.
error-upload-offset = This part does not follow the one before. Send the page again.
error-upload-too-long = The file is longer than it was said to be. Remove it and send it again.
error-upload-taken = The machine has this page. To remove it, press “Remove” on the machine.
error-upload-differs = The page did not arrive from the phone as it was sent. Send it again.
error-slow-down = That was too fast. Wait { $seconds } seconds and try again.
