## Pages of papers (Rust says this; the screen only shows it)

guide-fault-blurred = This page is blurred and hard to read. Lay the paper still and take the picture again.
guide-fault-dark = This page is too dark. Turn on a light or keep shadows off the paper, then take it again.
guide-fault-glare = A light is mirrored on this page. Turn or move the paper a little, then take it again.
guide-fault-cut = An edge of the paper is outside the picture. Put the whole sheet inside the frame, then take it again.
guide-fault-upside-down = This page is upside down. Press “Turn” until the letters stand upright.
guide-fault-small = This picture is too small to read. Bring the camera closer to the paper, then take it again.
guide-fault-gap = A page beside this one could not be read again. Take what is missing again. If nothing is, press “Use this page anyway”.
guide-error-doubtful = A page is hard to read. Take it again, or press “Use this page anyway” if you can read it well.

## Taking pictures of papers at the machine

papers-ways = How would you like to take a picture of this paper?
papers-more = Add another page
papers-way-camera = Use this machine’s camera
papers-way-camera-how = Put the paper under the camera and press the button.
papers-way-scanner = Use the scanner
papers-way-scanner-how = Put the paper into the scanner; it scans page by page.
papers-way-folder = Use the scanner beside the machine
papers-way-folder-how = Put the paper into the scanner and press the scanner’s button.
papers-way-phone = Use your phone
papers-way-phone-how = Scan a code, then take pictures with your phone.
papers-other-way = Choose another way
papers-optional = If you do not have this paper yet, press “Continue” and hand it in later.
papers-none = This machine cannot take pictures of papers now.
papers-none-required = Take this paper to the counter, or call an officer.
papers-none-optional = Press “Continue” to go on, then take this paper to the counter.
papers-full = This paper has { $most } pages, which is as many as it may have.
papers-camera-picture = What the camera sees
papers-camera-place = Put the whole sheet inside the frame, with the letters upright.
papers-camera-shoot = Take the picture
papers-camera-cancel = Wait, not yet
papers-camera-working = Taking the picture…
papers-camera-blank = The camera shows nothing yet. Wait a moment, or choose another way.
papers-camera-trial = This is a trial camera: the pictures come from the program.
papers-scanner-picture = Drawing: a sheet face down on the scanner’s glass
papers-scanner-put = Put the paper into the scanner with the printed side down.
papers-scanner-scan = Scan
papers-scanner-working = Scanning…
papers-folder-put = Put the paper into the scanner with the printed side down, then press the scanner’s button.
papers-folder-waiting = Waiting for the scanner…
papers-phone-code = QR code that opens the page for your phone
papers-phone-step-1 = Open your phone’s camera and point it at this code.
papers-phone-step-2 = Tap the link that appears on your phone.
papers-phone-step-3 = Take a picture of each page. They appear on this screen.
papers-phone-asking = Getting a code…
papers-phone-waiting = Waiting for your phone.
papers-phone-opened = Your phone is connected. Take a picture of each page.
papers-phone-sending =
    { $count ->
        [one] One page is coming from your phone…
       *[other] { $count } pages are coming from your phone…
    }
papers-phone-done = Your phone has sent everything. Check the pages on this screen.
papers-phone-until = The code can be used until { $time }.
papers-phone-over = The code for your phone can no longer be used. Get a new one, or choose another way.
papers-phone-again = Get a new code
papers-page = Page { $number }
papers-clear = Easy to read
papers-kept = You chose to use this page
papers-look = View and change
papers-again = Take it again
papers-keep = Use this page anyway
papers-turn = Turn
papers-crop = Crop
papers-crop-how = Drag the four corners until only the sheet is inside.
papers-crop-do = Keep what is inside
papers-crop-whole = Keep the whole picture
papers-crop-cancel = Do not crop
papers-crop-top-left = Top left corner
papers-crop-top-right = Top right corner
papers-crop-bottom-left = Bottom left corner
papers-crop-bottom-right = Bottom right corner
papers-remove = Remove page
papers-remove-ask = Remove page { $number }?
papers-remove-text = The picture of this page will be gone and will not be sent.
papers-remove-no = Keep it
papers-earlier = Move up
papers-later = Move down
papers-close = Done looking
papers-retaking = You are taking page { $number } again. The new picture replaces the old one.
papers-retaking-stop = Stop, keep the old one

## Papers from a phone (the page on the phone)

phone-upload-intro = Take a picture of each page of this paper. The pictures go straight to the machine you are using at the centre.
phone-upload-take = Photograph a page
phone-upload-choose = Choose a picture or PDF
phone-upload-send = Send
phone-upload-page = Page { $number }
phone-upload-preparing = Preparing the picture…
phone-upload-sending = Sending…
phone-upload-waiting = Sent. The machine is looking at this page…
phone-upload-silent = Sent, but the machine at the centre does not answer. Look at its screen, or ask an officer.
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
phone-upload-until = This link can be used until { $time }.
phone-upload-ended = This link can no longer be used: its time is over, or the visit at the machine has ended.
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
error-upload-taken = The machine has this page. To remove it, press “Remove page” on the machine.
error-upload-differs = The page did not arrive from the phone as it was sent. Send it again.
error-slow-down = That was too fast. Wait { $seconds } seconds and try again.
