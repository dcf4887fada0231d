### The desks.

app-home = Technical innovation contest
app-desk = Desk
app-no-edition = The contest will be shown here.
app-no-edition-who = The standing agency sets an edition up from its rules and launches it.
app-brand = Technical innovation contest
app-journal-lead = Each line is one deed: who did it, when, to what. Nobody can change a line unnoticed.
app-journal-seq = Line
app-journal-at = When
app-journal-event = What
app-journal-subject = To what
app-journal-actor = Who
app-journal-facts = Facts
app-journal-older = Older lines
app-outbox-lead = Mail that the system sends, one recipient each.
app-outbox-empty = Mail that the system sends will be shown here.
app-outbox-empty-who = A mail is written when there is something to tell: a new letter, a dossier received, the outcome of a check.
app-mail-read = Read it
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
nav-unit = Unit
nav-unit-work = My unit's work
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

## The portal's first page

app-intake-from = Dossiers are taken from
app-intake-until = Dossiers are taken until
app-intake-over = The intake ended at
app-days-left = { $days ->
    [one] one day left
   *[other] { $days } days left
}
app-enter = Submit a dossier
app-see-result = See the results
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
    [one] one unit has not confirmed the letter
   *[other] { $count } units have not confirmed the letter
}
app-todo-owing-what = { $count ->
    [one] one unit has not reported
   *[other] { $count } units have not reported
}
app-figure-entries = dossiers received
app-figure-acknowledged = units have confirmed the letter
app-figure-reported = units have reported
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
