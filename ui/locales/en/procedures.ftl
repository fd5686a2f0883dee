# The catalogue of procedures at the officers' console

## The list
procedures-search = Search in everyday words or by code
procedures-all = { $count } { $count ->
    [one] procedure
   *[other] procedures
}
procedures-found = { $count } { $count ->
    [one] procedure
   *[other] procedures
} found
procedures-to-check = { $count } to check in the whole catalogue
procedures-any-field = Every field
procedures-any-department = Every department
procedures-any-level = Every level
procedures-any-review = Every state
procedures-any-plain = Plain words
procedures-any = Remove this filter: { $any }
procedures-pick = Type to find quickly
procedures-pick-none = There is no such name.
procedures-clear = Remove filters
procedures-code = Code
procedures-name = Procedure
procedures-level = Level
procedures-level-commune = Commune
procedures-level-province = Province
procedures-level-ministry = Ministry
procedures-level-other = Other
procedures-level-commune-long = Commune level
procedures-level-province-long = Province level
procedures-level-ministry-long = Ministry level
procedures-level-other-long = Other bodies
procedures-flagged = Not certain
procedures-review = Review
procedures-review-to_check = To check
procedures-review-checked = Checked
procedures-review-certain = Certain
procedures-plain = Plain words
procedures-plain-with = With plain words
procedures-plain-without = Without plain words
procedures-yes = Yes
procedures-no = Not yet
procedures-field-decision = Decision
procedures-field-levels = Level
procedures-field-field = Field
procedures-field-subjects = Who
procedures-field-departments = Department
procedures-field-decides = Authority
procedures-field-address = Address
procedures-field-ways = Time, fees
procedures-field-papers = Papers
procedures-field-results = Result
procedures-field-legal = Legal basis
procedures-field-conditions = Conditions
procedures-field-steps = Steps
procedures-more = Show more ({ $shown } of { $count } shown)
procedures-reading = Searching…
procedures-none = There is no such procedure
procedures-none-lead = Type fewer words, or remove a filter.
procedures-empty = The catalogue has no procedures yet
procedures-empty-lead = An administrator imports them from the national database into the central system.

## One procedure
procedures-back = List
procedures-before = Procedure before
procedures-after = Next procedure
procedures-opening = Opening the procedure…
procedures-sides = Parts of the procedure
procedures-side-record = Contents
procedures-side-words = Plain words
procedures-side-unsaved = not saved
procedures-check = Mark as checked
procedures-checked-by = Checked by { $officer } at { $time }, { $day }
procedures-certain = Everything was read for certain
procedures-shipped = This procedure comes with the software
procedures-print = Print the papers to prepare
procedures-print-which = Choose the person's case
procedures-print-all = Print all cases
procedures-case = Case { $number }
procedures-seen = Citizens see
procedures-source = The national database says
procedures-own = only officers see this
procedures-own-words = Show the original text
procedures-deadlines = How long it takes
procedures-fees = Fees
procedures-only-shown = only shown
procedures-nothing = No information
procedures-versions = Updates from the national database
procedures-version = Version { $version }: { $time }, { $day }
procedures-version-now = (in use)

## Plain words
procedures-words-lead = Citizens' machines show these words about a minute after you save them.
procedures-words-read-only = You can read these words. A supervisor can change them.
procedures-vi = Vietnamese
procedures-en = English (if any)
procedures-words-name = Everyday name
procedures-words-name-lead = Leave it empty if the official name is plain enough: { $official }
procedures-words-summary = Explanation
procedures-words-summary-lead = Two short sentences: what it is for and who needs it.
procedures-words-bring = What to bring
procedures-words-bring-lead = One thing on each line, named as people name it. Press Enter for another line.
procedures-words-synonyms = Other names to find it by
procedures-words-synonyms-lead = What people type when they look for it, abbreviations too.
procedures-words-life_events = Life events
procedures-words-life_events-lead = The procedure is shown when people touch one of these.
procedures-line = Line { $number }
procedures-add-line = Add a line
procedures-add-synonym = Type a name, then press Enter
procedures-add = Add
procedures-save = Save
procedures-saved = Saved. Machines that are online show the new words within about a minute.
procedures-see-field = Not saved. Look where the red line is.
procedures-changed = Not saved. Citizens do not see these changes yet.
procedures-preview = This is what citizens will see
procedures-preview-mine = Your words
procedures-preview-theirs = Newly saved words
procedures-see-newer = See the new words
procedures-newer = { $officer } saved new words at { $time }, { $day }. Which do you keep?
procedures-take-theirs = Use the new words
procedures-take-mine = Keep my words
procedures-history = Changes
procedures-history-none = Nobody has written words for this procedure yet.
procedures-history-shipped = These words come with the software. Nobody has changed them.
procedures-words-version = Change { $version }: { $time }, { $day }
procedures-words-now = in use
procedures-restore = Take back
procedures-restored = The words of change { $version } are back in the fields. Look at them, then save.
procedures-unrestore = Undo
procedures-seen-line = In the list of results
procedures-seen-page = Page of the procedure
procedures-seen-language = Citizen's language
procedures-unsaved = Your changes are not saved
procedures-unsaved-lead = If you leave this page without saving, the changes are lost.
procedures-leave-save = Save and leave
procedures-leave-discard = Drop the changes
procedures-leave-stay = Stay

## What is refused
staff-error-unknown-procedure = The catalogue no longer has this procedure. Go back to the list and search again.
staff-error-procedure-changed = A newer version of this procedure has just come from the national database, so your press was not recorded. The new version is shown below: look through it, then press again.
staff-error-words-changed = Somebody else has just saved new words for this procedure, so yours were not saved. What you typed is still here.
