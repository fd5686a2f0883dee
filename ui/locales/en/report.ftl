# A day's report: the console's page and the spreadsheet.

## Page
report-title = Day's report
report-loading = Working it out…
report-until = As of { $time }; the day is not over.
report-empty = Nothing is known of { $day }
report-empty-lead = The centre gave no numbers on this day, or did not use the system yet.
report-refresh = Refresh
report-save = Save as CSV
report-saved = Saved: { $path }
report-minutes = { $minutes } min
report-hours-minutes = { $hours } h { $minutes } min

## Counts
report-hall = Whole hall
report-service = Service
report-services = By service
report-issued = Issued
report-called = Called
report-finished = Served
report-no-show = Not there
report-cancelled = Given back
report-expired = Left at the end
report-open = Waiting or at a counter
report-kept = From the day before

## Durations
report-durations = Time
report-unit = min
report-waiting = Wait until the first call
report-way = From the call to the counter
report-serving = At the counter
report-mean = Mean
report-median = Half no longer than
report-most = 90% no longer than
report-longest = Longest
report-waiting-mean = Mean wait
report-serving-mean = Mean at the counter

## Counters
report-counter = Counter
report-counters = By counter
report-opened-at = Opened at
report-open-time = Time open
report-breaks = Breaks
report-break-time = Time on breaks
report-visits = Visits
report-busy = Time serving

## Hours of arrival
report-hours = By hour of arrival
report-hour = Hour
report-hour-of = { $hour }:00: { $issued } numbers
report-hour-waited = { $hour }:00: { $issued } numbers, mean wait { $minutes } min
report-hours-axis = Bars: numbers given in the hour. Below: mean wait in minutes.

## Reasons of calls
report-why = Reason of the call
report-calls = Calls
report-why-turn = Their turn
report-why-priority = Priority
report-why-age = Waited too long
report-why-front = Sent to the front
report-why-finally = Helping another service
report-why-chosen = Chosen by an officer

## The wait people were told
report-accuracy = The wait people were told
report-told = Told (people)
report-silent = Not told (people)
report-error = Mean error
report-late = Called later than told
report-covered = Within the range told (%)
report-told-words = { $told } people were told; off by { $error } min in the mean; { $covered }% within the range told.
report-late-words = On the whole called { $minutes } min later than told.
report-early-words = On the whole called { $minutes } min earlier than told.
report-silent-words = { $count } people were told nothing, since too little was known.
report-none-told = Nobody was told a wait.
report-accuracy-short = off by { $error } min, { $covered }% right
report-accuracy-column = Wait told

## Ratings
report-ratings = Satisfaction
report-ratings-count = { $count } ratings
report-ratings-none = Nobody has rated yet.
report-grade = Grade
report-reason = Reason
report-people = People

## On paper
report-print = Print the report
paper-day-title = REPORT OF THE DAY
paper-day-of = How the hall was on { $day }
paper-day-unit = Durations are in minutes.
paper-day-minutes = Duration
paper-day-groups = By group of services
paper-day-group = Group of services
paper-day-other = Other
paper-day-waiting = Mean wait
paper-day-serving = Mean at the counter
paper-day-busy = Time serving
paper-day-share = Share
paper-day-reasons = Reasons given
paper-day-signs-made = REPORT MADE BY
paper-day-signs-head = HEAD OF THE CENTRE
