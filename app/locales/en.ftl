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
nav-opening = Sealing and opening
nav-ranking = Ranking and prizes
nav-forwarding = Forwarding upward
nav-certificates = Certificates
nav-unit = Unit
nav-unit-work = My unit's work
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
