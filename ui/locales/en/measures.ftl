# The page “Forms” of the console: where people stop when they submit by themselves.

## Page
measures-title = Forms: where people stop
measures-loading = Adding up…
measures-range = { $from } – { $to }
measures-days = { $count } days
measures-before = Period before
measures-after = Period after
measures-empty = Nobody worked on a form in these days
measures-empty-lead = Choose more days, or the period before.
measures-form = Procedure
measures-version = Version of the form
measures-version-of = Version { $version }
measures-version-any = The common form
measures-privacy = These are only counts of many people added up. Of a page that was seen fewer than { $few } times neither times nor errors are told.

## The whole form
measures-begun = Begun
measures-alone = Submitted alone
measures-assisted = Submitted with an officer
measures-share = { $percent } %

## Page by page
measures-pages = The form page by page
measures-page = Page
measures-shown = Seen
measures-on = Went on
measures-back = Went back
measures-left = Stopped here
measures-helped = Called an officer
measures-median = Usually takes
measures-most-left = Most people stop here
measures-bar = Seen { $shown } times: { $on } went on, { $left } stopped here
measures-legend-on = Went on
measures-legend-back = Went back, or still at it
measures-legend-left = Stopped here
measures-seconds = { $from }–{ $to } seconds
measures-seconds-at-most = At most { $to } seconds
measures-minutes = { $from }–{ $to } minutes
measures-longer = More than { $from } minutes

## Errors
measures-errors = Often in the way
measures-times = { $count } times
measures-error-refused = “{ $label }” not agreed to
measures-error-missing = Paper “{ $label }” not there
measures-error-doubtful = Picture of “{ $label }” hard to read
measures-error-required = “{ $label }” left empty
measures-error-short = “{ $label }” too short
measures-error-long = “{ $label }” too long
measures-error-range = “{ $label }” out of range
measures-error-choice = “{ $label }” not in the list
measures-error-not = “{ $label }” does not fit another answer
measures-error-unknown = “{ $label }” is not in the form
measures-error-person-name = “{ $label }” has digits or signs
measures-error-citizen-number = “{ $label }” is no citizen number
measures-error-phone = “{ $label }” is no telephone number
measures-error-year = “{ $label }” is no year
measures-error-date = “{ $label }” is no day of the calendar
measures-error-future = “{ $label }” has not come yet
measures-error-appointment = “{ $label }” was no time
measures-error-past = “{ $label }” at a time that is over
measures-error-closed = “{ $label }” on a day the office is closed
measures-error-unit = “{ $label }” without province or commune
measures-error-street = “{ $label }” without house number or hamlet
measures-error-signature = “{ $label }” could not be signed
measures-error-other = “{ $label }” not right ({ $cause })
