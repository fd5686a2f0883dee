# Checking a machine: the officers' page, the report on paper, and motcua --diagnose.

## The page
ready-title = Check this machine
ready-open = Check this machine
ready-lead = This machine: { $machine }. Each part checks itself; for what is not green, see what to do.
ready-again = Check again
ready-again-one = Check this part again
ready-checking = Checking…
ready-loading = Opening the checks…
ready-back = Back
ready-summary-green = All that was checked is well.
ready-summary-amber = The machine works; some parts need a look.
ready-summary-red = Something is broken: see to it before serving people.
ready-summary-checking = { $count } still being checked…
ready-light-green = Well
ready-light-absent = None here
ready-light-grey = Not known
ready-light-amber = Needs a look
ready-light-red = Broken
ready-print-report = Print the report
ready-report-printing = Printing the report…
ready-report-printed = The printer says the report was printed.
ready-report-trial = The trial printer kept the report as a PDF file; no paper comes out.
ready-report-failed = The report was not printed: { $cause }.
ready-report-unknown = It is not known whether the report was printed: { $cause }. Look at the printer before printing again.
ready-hung = The device did not answer for too long.
ready-hung-do = Unplug the device, wait ten seconds and plug it in again. If that does not help, restart the machine.

## Names of the parts
ready-printer = Printer
ready-reader = Card and code reader
ready-camera = Document camera
ready-scanner = Scanner
ready-scan-folder = Scanner's folder
ready-speaker = Loudspeaker
ready-touch = Touchscreen
ready-clock = Clock
ready-zone = Time zone
ready-disk = Disk
ready-store = Data on this machine
ready-network = Connection to the central system
ready-unsent = Not sent yet
ready-program = Program version
ready-system = Operating system
ready-fonts = Fonts of papers
ready-catalogue = Procedures

## The printer
ready-printer-none = No printer is set up for this machine.
ready-printer-none-do = Ask an administrator to set one up (option --printer).
ready-printer-none-here = This machine does not print.
ready-printer-ready = The printer says it is ready. No test page was printed yet. ({ $printer })
ready-printer-ready-do = Print the test page and see whether it is clear and whole.
ready-printer-good-page = The printer says it is ready, and its test page came out right. ({ $printer })
ready-printer-bad-page = The test page did not come out right. ({ $printer })
ready-printer-bad-page-do = Check the paper's size and which way round the roll is, and clean the head. If print is faint, change paper or ink. Then print the test page again.
ready-printer-trial = This is the trial printer: no paper comes out, PDF files are kept. ({ $printer })
ready-printer-trial-do = For training only. Before serving people, ask an administrator for a real printer.
ready-printer-no_paper = The printer is out of paper. ({ $printer })
ready-printer-no_paper-do = Load paper, close the cover, and check again.
ready-printer-paper_low = The printer is nearly out of paper. ({ $printer })
ready-printer-paper_low-do = Have paper ready and change it when nobody waits.
ready-printer-cover_open = The printer's cover is open. ({ $printer })
ready-printer-cover_open-do = Close the cover until it clicks, and check again.
ready-printer-jam = Paper is stuck in the printer. ({ $printer })
ready-printer-jam-do = Open the cover, pull the paper out the way it runs, close the cover, and check again.
ready-printer-output_full = The printer's output tray is full or missing. ({ $printer })
ready-printer-output_full-do = Take the paper out, put the tray in, then check again.
ready-printer-no_ink = The printer is out of toner or ink. ({ $printer })
ready-printer-no_ink-do = Change the cartridge, then check again.
ready-printer-offline = The printer is off or not connected. ({ $printer })
ready-printer-offline-do = Look at its power light and cable, switch it on, and check again.
ready-printer-paused = The printer is paused. ({ $printer })
ready-printer-paused-do = Let it go on at its button, or ask an administrator to resume its queue.
ready-printer-mute = The printer does not answer. ({ $printer })
ready-printer-mute-do = Switch it off, wait ten seconds, and switch it on. If that does not help, tell an administrator.
ready-printer-in_use = The program is using this printer, so it could not be asked this time. ({ $printer })
ready-printer-other = The printer reports a fault that is not known here. ({ $printer })
ready-printer-other-do = Follow what its display or lights say, and check again.

## The reader
ready-reader-none = This machine has no reader.
ready-reader-away = There is no reader at { $device }.
ready-reader-away-do = Check the reader's cable and plug it in again. Its light must be on.
ready-reader-refused = The program may not open { $device }.
ready-reader-refused-do = Ask an administrator to put the program's account into the group dialout.
ready-reader-silent = There is a device at { $device }, and the program cannot open it.
ready-reader-silent-do = End the other program that uses the reader, then plug it in again.
ready-reader-tried = The test code was read. ({ $device })
ready-reader-held = The reader at { $device } is in use by another program, and is not opened for a test.
ready-reader-there = There is a reader at { $device }. Nothing was scanned for a test yet.
ready-reader-there-do = Hold the test page's QR under the reader. This turns green when it is read.
ready-reader-code = No test page? Hold this code on the screen before the reader.

## The camera
ready-camera-none = This machine has no document camera.
ready-camera-unplugged = There is no camera.
ready-camera-unplugged-do = Check the camera's cable and plug it in again.
ready-camera-refused = The program may not open the camera.
ready-camera-refused-do = Ask an administrator to put the program's account into the group video.
ready-camera-there = There is a camera. No test picture was taken yet.
ready-camera-there-do = Lay a sheet with writing under it and press "Take a test picture".
ready-camera-busy = Another program uses the camera.
ready-camera-busy-do = End that program and take a test picture again.
ready-camera-silent = The camera gives no picture.
ready-camera-silent-do = Unplug it, wait ten seconds, plug it in again, and take a test picture.
ready-camera-dark = The picture is black.
ready-camera-dark-do = Uncover the lens, switch its lamp on, and take a test picture again.
ready-camera-sees = The camera gives a picture.
ready-camera-trial = This is the trial camera: it only plays pictures.
ready-camera-trial-do = For training only. Before serving people, ask an administrator for a real camera.
ready-camera-take = Take a test picture
ready-camera-taking = Taking a picture…
ready-camera-picture = The test picture. It is not kept.
ready-camera-hide = Close the picture

## The scanner
ready-scanner-none = This machine drives no scanner.
ready-scanner-unplugged = The scanner does not answer.
ready-scanner-unplugged-do = Switch it on, check its cable, and check again.
ready-scanner-busy = Another program uses the scanner.
ready-scanner-busy-do = Wait until it has scanned, or end that program, and check again.
ready-scanner-there = The scanner answers.
ready-scan-folder-none = This machine uses no scanner's folder.
ready-scan-folder-missing = The folder { $folder } is not there.
ready-scan-folder-missing-do = See whether the scanner and the network drive of the folder are on, or tell an administrator.
ready-scan-folder-locked = Files in { $folder } cannot be read or deleted.
ready-scan-folder-locked-do = Ask an administrator to let the program's account write there.
ready-scan-folder-usable = The folder { $folder } can be used.

## The loudspeaker
ready-speaker-none = This machine makes no sound.
ready-speaker-no-voice = There is no voice.
ready-speaker-no-voice-do = Ask an administrator to install espeak-ng with a Vietnamese voice.
ready-speaker-no-sound = No sound can be played.
ready-speaker-no-sound-do = Check the loudspeaker's cable and power, and check again. If that does not help, ask an administrator to look at the player.
ready-speaker-not-heard = The test sound was played and nobody heard it.
ready-speaker-not-heard-do = Turn the loudspeaker up, check its cable and power, and play the test sound again.
ready-speaker-trial = This is the trial loudspeaker: it makes no sound and writes down its words.
ready-speaker-trial-do = For training only. Before serving people, ask an administrator for a real loudspeaker.
ready-speaker-heard = The test sound was heard.
ready-speaker-there = Sound can be played. Nobody has listened to it yet.
ready-speaker-there-do = Press "Play the test sound" and listen.
ready-speaker-play = Play the test sound
ready-speaker-playing = Playing the test sound…
ready-speaker-question = Did you hear the test sound?
ready-speaker-yes = Yes, clearly
ready-speaker-no = No

## The screen
ready-touch-untried = How exactly it feels a finger was not tried yet.
ready-touch-untried-do = Press "Measure the screen", compare with a ruler, and touch nine points.
ready-touch-good = Touches land within { $worst } mm.
ready-touch-fair = Touches land up to { $worst } mm off.
ready-touch-fair-do = It still works. Wipe the screen and measure again; if that does not help, ask an administrator to calibrate it.
ready-touch-bad = Touches land up to { $worst } mm off: people will press the wrong thing.
ready-touch-bad-do = Wipe the screen and measure again. If that does not help, ask an administrator to calibrate it.
ready-touch-measure = Measure the screen

## Clock, time zone
ready-clock-right = It goes with the central system's clock.
ready-clock-unknown = It could not be compared: the central system cannot be reached.
ready-clock-unknown-do = Reconnect, then check this part again.
ready-clock-ahead = { $seconds } seconds ahead of the central system.
ready-clock-ahead-do = Ask an administrator to switch time synchronisation (NTP) on. Times on papers may be wrong.
ready-clock-behind = { $seconds } seconds behind the central system.
ready-clock-behind-do = Ask an administrator to switch time synchronisation (NTP) on. Times on papers may be wrong.
ready-zone-right = Việt Nam's time ({ $zone }).
ready-zone-other = The machine is not set to Việt Nam's time ({ $zone }).
ready-zone-other-do = Papers still say Việt Nam's time. Ask an administrator to set the time zone Asia/Ho_Chi_Minh.
ready-zone-unknown = The machine's time zone cannot be read.

## Disk, data
ready-disk-missing = The data folder { $folder } is not there.
ready-disk-missing-do = See whether the option --data is right, or start the program once to make the folder.
ready-disk-locked = Nothing can be written to { $folder }.
ready-disk-locked-do = Ask an administrator to look at its permissions and the disk. The machine cannot save submissions.
ready-disk-full = Only { $free } free at { $folder }.
ready-disk-full-do = Ask an administrator to clear the disk now. Soon the machine cannot save submissions.
ready-disk-low = { $free } free at { $folder }.
ready-disk-low-do = Ask an administrator to clear the disk this week.
ready-disk-room = { $free } free, and it can be written to.
ready-store-missing = There is no data: the program never ran with this folder.
ready-store-missing-do = Start the program once, or see whether the option --data is right.
ready-store-locked = The data file cannot be opened.
ready-store-locked-do = Ask an administrator to look at the permissions of kiosk.sqlite.
ready-store-damaged = The data file is damaged.
ready-store-damaged-do = Do not switch the machine off and delete no file. Tell an administrator now, to save what was not sent.
ready-store-unsafe = SQLite { $version } may damage the data.
ready-store-unsafe-do = Ask an administrator to install a newer version of the program.
ready-store-sound = The data is sound (SQLite { $version }).

## The connection
ready-network-away = { $address } cannot be reached.
ready-network-away-do = Check the network cable and switch, then tell an administrator. The machine goes on giving numbers of its own.
ready-network-asleep = The central system runs inside this program, and the program is not running.
ready-network-asleep-do = Start the program and check again.
ready-network-unready = The central system answers, but cannot do its work.
ready-network-unready-do = Ask an administrator to look at the central system's machine.
ready-network-quiet = The central system answers within { $took } ms, but its news do not arrive.
ready-network-quiet-do = Wait a minute and check again. If that does not help, ask an administrator to look at firewall and switch.
ready-network-slow = The central system answers slowly: { $took } ms.
ready-network-slow-do = Ask an administrator to look at the local network. Use a cable instead of Wi-Fi if you can.
ready-network-good = The central system answers within { $took } ms.
ready-unsent-nothing = Everything was sent.
ready-unsent-waiting = Not sent: { $submissions } submissions, { $numbers } numbers given while cut off.
ready-unsent-waiting-do = The machine sends them when it is connected. Do not switch it off or delete its data. If they are still here after an hour of connection, tell an administrator.
ready-unsent-unknown = The data cannot be read to tell.

## Versions
ready-program-alone = Version { $own }. The central system's is not known.
ready-program-same = Version { $own }, as the central system.
ready-program-other = This machine is version { $own }, the central system { $central }.
ready-program-other-do = Ask an administrator to bring both to the same version.
ready-system-known = Linux { $kernel }, WebKit { $webkit }.
ready-system-no-webkit = Linux { $kernel }. WebKit was not found.
ready-system-no-webkit-do = Ask an administrator to install WebKitGTK.
ready-fonts-there = Papers can be drawn with the fonts that come along.
ready-fonts-missing = Papers cannot be drawn with the fonts that come along.
ready-fonts-missing-do = Ask an administrator to install the program again.
ready-catalogue-none = There are no procedures yet.
ready-catalogue-none-do = Connect to the central system once so that they come.
ready-catalogue-there = Revision { $revision }.
ready-catalogue-left-out = Revision { $revision }. { $count } forms cannot be used by this version of the program.
ready-catalogue-left-out-do = Ask an administrator to update the program on this machine.
ready-catalogue-unknown = The data cannot be read to tell.

## The test page, on the screen
ready-test-print = Print the test page
ready-test-printing = Sending the test page to the printer…
ready-test-printed = The printer says it was printed.
ready-test-trial = The trial printer kept a PDF file; no paper comes out.
ready-test-failed = The printer says it was not printed: { $cause }.
ready-test-unknown = The printer does not say whether it was printed: { $cause }. See whether paper came out.
ready-test-look = Take the sheet and look:
ready-test-look-trial = Open the PDF file and look:
ready-test-look-frames = The frames at its top and bottom have all four sides.
ready-test-look-marks = Every mark of the Vietnamese line is clear; no letter became a box or a question mark.
ready-test-look-qr = The QR code is read by the reader or a phone.
ready-test-look-ruler = The ruler on paper fits a real ruler.
ready-test-look-cut = The paper was cut below "End of the test page", not through letters.
ready-test-question = Did the sheet come out like this?
ready-test-yes = All of it
ready-test-no = No

## Measuring the screen
ready-screen-title = Measure the touchscreen
ready-screen-lead = Do this on the screen that citizens use. If this window is on another, drag it there.
ready-screen-size = 1. True size
ready-screen-size-lead = Hold a ruler to the bar: it must be 100 mm long. Hold a citizen's card into the frame: it must fit exactly.
ready-screen-smaller = Smaller
ready-screen-larger = Larger
ready-screen-bar = 100 mm
ready-screen-card = Citizen's card, 85.6 × 53.98 mm
ready-screen-right = If both fit exactly, nothing has to be changed.
ready-screen-set = When both fit exactly, ask an administrator to set: --px-per-mm { $value }
ready-screen-now = Set to { $set }, now trying { $value } pixels in a millimetre.
ready-screen-touch = 2. How exactly touches land
ready-screen-touch-lead = Press "Start", then touch the middle of each cross with a fingertip.
ready-screen-start = Start
ready-screen-target = Touch the middle of cross { $number } / { $count }
ready-screen-stop = Stop
ready-screen-errors = How far each touch was off
ready-screen-error = Point { $number }: { $error } mm

## The test page and the report, on paper
paper-test-title = Test page
paper-test-top = TOP EDGE
paper-test-bottom = BOTTOM EDGE
paper-test-machine = Machine
paper-test-printer = Printer
paper-test-time = Time
paper-test-marks = Vietnamese with all its marks
paper-test-qr = Hold this code under the reader
paper-test-ruler = Ruler (mm)
paper-test-end = End of the test page. The paper is cut below this line.
paper-ready-title = Report of a machine's check
paper-ready-machine = Machine
paper-ready-centre = Centre
paper-ready-time = Checked at
paper-ready-result = Result
paper-ready-part = Part
paper-ready-light = Result
paper-ready-found = Found, and what to do
paper-ready-without = This machine has no: { $names }.
paper-ready-todo = To do: { $todo }
paper-ready-checker = Checked by
paper-ready-keeper = Keeper of the machine
paper-ready-sign = (Signature and full name)

## motcua --diagnose
ready-cli-title = Một Cửa { $version }: check of the machine "{ $machine }", { $time }
ready-cli-todo = To do: { $todo }

## Errors
error-readiness-busy = Somebody is filling in a form at this machine. Wait until they have finished, then try again.
error-readiness-unchecked = Nothing was checked yet. Wait for the checks to end, then print.
