### The desks.

app-home = Technical innovation contest
app-desk = Desk
app-no-edition = The contest will be shown here.
app-no-edition-who = The standing agency sets an edition up from its rules and launches it.
app-brand = Technical innovation contest
app-journal-lead = Each line is one deed: who did it, when, to what. Nobody can change a line unnoticed.
app-journal-when-who = When, who
app-journal-deed = What, to what
app-journal-event = What
app-journal-actor = Who
app-journal-facts = Facts
app-outbox-lead = Mail that the system sends, one recipient each.
app-outbox-empty = Mail that the system sends will be shown here.
app-outbox-empty-who = A mail is written when there is something to tell: a new letter, a dossier received, the outcome of a check.
app-mail-waiting = waiting
app-mail-sent = sent
app-mail-kept = kept, not sent out
app-mail-failed = could not be sent

## The left column

nav-desk = Desk
nav-edition = This edition
nav-rules = Rules and plan
nav-documents = Documents
nav-campaign = Units' progress
nav-summary = Consolidated report
nav-entries = Entries
nav-screening = Screening
nav-jury = Jury
nav-progress = Progress of judging
nav-opening = Sealing and opening
nav-ranking = Ranking and prizes
nav-forwarding = Forwarding upward
nav-certificates = Certificates
nav-announcement = Announcement
nav-unit = Unit
nav-unit-work = My unit's work
nav-unit-entries = My unit's entries
nav-local-contests = The unit's own contests
nav-author = Author
nav-own-entries = My dossiers
nav-judge = Judging
nav-sheets = My score sheets
nav-house = The house
nav-editions = Editions
nav-units = Administrative units
nav-accounts = Accounts
nav-outbox = Outbox
nav-journal = Journal
nav-self = My account

## The portal's first page

app-intake-from = Dossiers are taken from
app-intake-until = Dossiers are taken until
app-intake-over = The intake ended at
app-announced = The result was announced at
app-days-left = { $days ->
    [one] one day left
   *[other] { $days } days left
}
app-enter = Submit a dossier
app-see-result = See the results
app-edition-page = About this contest
app-how = How to take part
app-step-read = Read the rules
app-step-read-text = Who may enter, which solutions are accepted, what a dossier contains.
app-step-read-link = Open the rules
app-step-write = Write the dossier
app-step-write-text = Register, then fill in one part after another; each part is saved, and you can go on later.
app-step-send = Submit and get a receipt
app-step-send-text = Read all of it back, then submit. The receipt carries your number and also comes by e-mail.
app-documents = Documents
app-no-documents = The rules, the plan and the letter to the units will be shown here.
app-no-documents-who = The standing agency makes documents public after issuing them.
app-received = Dossiers received
app-received-entries = dossiers
app-help = Help
app-help-text = For any difficulty please ask { $agency }.
app-verify = Check a certificate

## The desk

app-todo = To do
app-todo-none = Nothing waits for you now.
app-todo-none-who = Dossiers to screen and units that have not confirmed or reported will be shown here.
app-todo-screen = Screen dossiers
app-todo-screen-what = { $count ->
    [one] one submitted dossier waits
   *[other] { $count } submitted dossiers wait
}
app-todo-remind = Remind
app-todo-silent-what = { $count ->
    [one] Letter { $letter }: one unit has not confirmed it
   *[other] Letter { $letter }: { $count } units have not confirmed it
}
app-todo-owing-what = { $count ->
    [one] Letter { $letter }: one unit has not reported
   *[other] Letter { $letter }: { $count } units have not reported
}
app-first-accounts = Open accounts for head and officer
app-first-accounts-what = Open the accounts, then give the roles of the standing agency
app-first-units = Import the register of units
app-first-units-what = Letters and dossiers belong to the units in it
app-first-edition = Set up an edition from a rule book
app-first-edition-what = Rules, calendar, marking and prizes are read from one file
app-first-launch = Launch the edition
app-first-launch-what = { $name } is set up and not launched
app-due-sign = Sign
app-due-sign-what = A document awaits your signature: { $name }
app-due-assign = Give out entries
app-due-assign-what = { $name }: some entries lack judges
app-due-start = Start marking
app-due-start-what = { $name } is given out and waits to be started
app-due-seal = Seal
app-due-seal-what = { $name }: every sheet is locked
app-due-open = Confirm the opening
app-due-open-what = { $name } is sealed; two persons have to confirm
app-due-propose = Propose prizes
app-due-propose-what = The marks are open; no prizes are proposed
app-due-decide = Decide the prizes
app-due-decide-what = The proposed prizes wait for the decision
app-due-issue = Issue certificates
app-due-issue-what = { $name } certificates are not issued
app-due-announce = Announce the result
app-due-announce-what = The prizes are decided and not announced
app-figure-entries = dossiers received
app-figure-acknowledged = units confirmed { $letter }
app-figure-reported = units reported on { $letter }
app-places = Places of work

## The line of stages

stage-launch = Launch
stage-intake = Entries received
stage-screening = Screening
stage-preliminary = Preliminary judging
stage-final = Final judging
stage-deliberation = Deliberation
stage-announcement = Announcement
stage-ceremony = Ceremony

## The journal and the outbox, in words

app-journal-any-event = Any deed
app-journal-subject-search = To what
app-journal-from = From (30/6/2021)
app-journal-to = To
app-search = Search
app-show-all = Show all
app-journal-none = No line fits.
app-journal-none-who = Check the person, the object and the days.
app-journal-line = Line { $seq }
app-journal-code = Event
app-journal-subject-id = Object’s id
app-journal-actor-id = Actor’s id
app-journal-raw = As recorded
app-journal-leaf = Leaf of the tree
app-journal-place = { $first }–{ $last } of { $found } lines
app-journal-unnamed = (without a title)
app-journal-paper = by document { $number } of { $day }, { $role }
app-journal-door-page = A visitor
app-journal-door-api = Another program
app-journal-door-command = An administrator’s command
app-journal-door-job = The program itself
app-journal-yes = yes
app-outbox-find = Recipient or subject
app-mail-state = State
app-mail-any-state = Any state
app-mail-subject = Subject
app-mail-to = To
app-mail-error = Last attempt
app-mail-again = Send again
app-mail-again-done = The mail waits to be sent again.
app-mail-again-needless = This mail has not failed, so there is nothing to send again.
app-mail-text-not-shown = The text is shown to people who may read dossiers.
app-mail-at = When
app-outbox-none = No mail fits.
app-outbox-none-who = Check the recipient, the subject or the state.
app-outbox-place = { $first }–{ $last } of { $found } mails
refusal-app-day-malformed = This is no day. Write day/month/year, for example 30/6/2021.

app-journal-event-account-opened = Account opened
app-journal-event-awards-decided = Award decision recorded
app-journal-event-awards-proposed = Prizes proposed
app-journal-event-certificate-issued = Certificate issued
app-journal-event-certificate-revoked = Certificate declared void
app-journal-event-conflict-declared = Conflict of interest declared
app-journal-event-document-published = Document made public
app-journal-event-document-put-forward = Put a document forward for signature
app-journal-event-document-registered = Document entered in the register
app-journal-event-document-revised = Draft revised
app-journal-event-document-signed = Number and day of the signed document recorded
app-journal-event-document-unpublished = Document no longer public
app-journal-event-edition-amended = Rules amended
app-journal-event-edition-announced = Edition marked as announced
app-journal-event-edition-book-replaced = Rule book replaced before the launch
app-journal-event-edition-launched = Edition launched
app-journal-event-edition-set-up = Edition set up
app-journal-event-edition-version-in-force = Version of the rules in force
app-journal-event-entry-admitted = Entry admitted
app-journal-event-entry-begun = Dossier begun
app-journal-event-entry-changed = Dossier changed
app-journal-event-entry-promoted = Entry received from a local contest
app-journal-event-entry-refused = Entry refused
app-journal-event-entry-returned = Entry returned for completion
app-journal-event-entry-sent-up = Entry sent to the level above
app-journal-event-entry-submitted = Entry submitted
app-journal-event-entry-supplemented = Entry completed and submitted again
app-journal-event-entry-withdrawn = Entry withdrawn
app-journal-event-judge-recused = Judge withdrew from a sheet
app-journal-event-jury-set-up = Jury set up
app-journal-event-letter-due-changed = Changed the due day of what a letter asks
app-journal-event-letter-duty-called-off = Called off what a letter asked
app-journal-event-letter-reminded = Reminded units
app-journal-event-letter-sent = Letter sent to units
app-journal-event-account-closed = Close an account
app-journal-event-account-reopened = Open an account again
app-journal-event-password-reset = Set a password anew
app-journal-event-mail-tried-again = Mail set to be sent again
app-journal-event-password-changed = Change password
app-journal-event-publicity-recorded = Publicity recorded
app-journal-event-ranking-tie-settled = Entries of one place put in order
app-journal-event-report-submitted = Report submitted
app-journal-event-result-announced = Result announced
app-journal-event-role-ended = Role ended
app-journal-event-role-granted = Role given
app-journal-event-round-assigned = Entries assigned to judges
app-journal-event-round-entry-left-out = Withdrawn entry taken out of the round
app-journal-event-round-opened = Round opened
app-journal-event-round-opening-confirmed = Opening confirmed
app-journal-event-round-sealed = Round sealed
app-journal-event-round-started = Round started
app-journal-event-screening-decided = Screening decided
app-journal-event-sending-acknowledged = Unit confirmed receipt
app-journal-event-sending-opened = Unit opened the letter
app-journal-event-session-ended = Signed out
app-journal-event-session-opened = Signed in
app-journal-event-sheet-locked = Score sheet locked
app-journal-event-sheet-saved = Score sheet saved
app-journal-event-task-answered = Unit answered a task
app-journal-event-unit-added = Unit added
app-journal-event-units-imported = Units imported

app-journal-fact-added = Added
app-journal-fact-answers = Answers
app-journal-fact-as = Entry above
app-journal-fact-award = Award
app-journal-fact-book-version = Version of the rules
app-journal-fact-category = Category
app-journal-fact-changed = Changed
app-journal-fact-channel = Channel
app-journal-fact-date = Day of the document
app-journal-fact-day = Day
app-journal-fact-days-late = Days late
app-journal-fact-decided-on = Day of the decision
app-journal-fact-decision = Decision
app-journal-fact-deputy = Deputy
app-journal-fact-document = Document
app-journal-fact-dossier-hash = Hash of the dossier
app-journal-fact-edition = Edition
app-journal-fact-effective = In force from
app-journal-fact-endorsed-on = Day of the endorsement
app-journal-fact-endorsement = Endorsement
app-journal-fact-entries = Entries
app-journal-fact-entry = Entry
app-journal-fact-failed = Failed answers
app-journal-fact-file = Hash of the file
app-journal-fact-from = From
app-journal-fact-how = How
app-journal-fact-intake-unfinished = Intake not over at the start
app-journal-fact-judges = Judges
app-journal-fact-kind = Kind
app-journal-fact-last = Last day
app-journal-fact-level = Level
app-journal-fact-local = A unit’s own contest
app-journal-fact-missing = Missing parts
app-journal-fact-new-sheets = New sheets
app-journal-fact-nothing-to-report = Nothing to report
app-journal-fact-number = Number
app-journal-fact-on-behalf = On behalf
app-journal-fact-order = Order
app-journal-fact-outcome = Outcome
app-journal-fact-panels = Panels
app-journal-fact-photo = Hash of the photo
app-journal-fact-place = Place
app-journal-fact-print = Hash of the print
app-journal-fact-prizes = Prizes
app-journal-fact-quota = Quota
app-journal-fact-register-number = Register number
app-journal-fact-report-due = Report due
app-journal-fact-role = Role
app-journal-fact-round = Round
app-journal-fact-scope = Scope
app-journal-fact-sheets = Sheets
app-journal-fact-slot = Slot
app-journal-fact-slug = Name in addresses
app-journal-fact-tasks = Tasks
app-journal-fact-to = To
app-journal-fact-unchanged = Unchanged
app-journal-fact-unit = Unit
app-journal-fact-units = Units
app-journal-fact-until = Until
app-journal-fact-version = Version
app-journal-fact-what = What

app-journal-thing-account = Account
app-journal-thing-grant = Role of
app-journal-thing-unit = Unit
app-journal-thing-document = Document
app-journal-thing-sending = Letter to
app-journal-thing-task = Task of
app-journal-thing-publicity = Publicity of
app-journal-thing-report = Report of
app-journal-thing-entry = Entry
app-journal-thing-screening = Entry
app-journal-thing-round = Round:
app-journal-thing-sheet = Score sheet,
app-journal-thing-certificate = Certificate

app-journal-value-rules = rules
app-journal-value-calendar = calendar
app-journal-value-marking = marking
app-journal-value-prizes = prizes
app-journal-value-money = money
app-journal-value-solution = title and category
app-journal-value-unit = unit
app-journal-value-authors = authors
app-journal-value-declarations = declarations
app-journal-value-part = part “{ $code }”
