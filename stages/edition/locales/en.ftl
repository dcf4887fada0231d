### Edition: the rule book, its versions, launch and amendments.

edition-list = Editions
edition-local-list = Contests of your unit
edition-name = Edition
edition-unit = Held by
edition-parent = Contest above
edition-agency = Standing agency
edition-state = State
edition-launched-on = Launched
edition-launched-at = at { $at }
edition-state-preparing = In preparation
edition-state-launched = Launched
edition-state-announced = Results announced
edition-none = Editions will appear here.
edition-none-who = The standing agency sets up an edition from a rule-book file.
edition-none-local = Contests held by units will appear here.
edition-none-local-who = A unit's organiser sets one up from a rule-book file once the contest above has been launched.
edition-choose = Choose
edition-ceremony = Award ceremony
edition-intake-until = Entries are received until the end of { $day }
edition-intake-until-hour = Entries are received until { $hour } on { $day }
edition-public-page = Public page
edition-not-public-yet = Not public yet
edition-not-public-yet-text = Only the organisers can see this page until the launch.
edition-local-contests = Contests of units

edition-set-up = Set up an edition
edition-set-up-local = Set up your unit's contest
edition-set-up-action = Set up the edition
edition-set-up-lead = A rule book records the rules, the plan, the marking and the prizes in a form this program carries out. Whatever is not right will be pointed out line by line.
edition-was-set-up = The edition is set up. Please compare the explanation with the documents before launching.
edition-book = Rule book
edition-book-hint = You may edit here; if you choose a file, the file's text is taken.
edition-book-file = Rule-book file
edition-book-file-hint = A .toml text file in UTF-8.
edition-faulty = Lines to correct
edition-line = Line
edition-written = As written
edition-correct = What to write

edition-replace = Correct the rule book
edition-replace-lead = Before the launch the rule book can be corrected without a document. Every time you record it, a version is kept.
edition-replace-action = Record the rule book
edition-book-was-replaced = A new version of the rule book has been recorded.

edition-parts = Parts of the rules
edition-part = Part
edition-part-rules = Rules
edition-part-calendar = Calendar
edition-part-marking = Marking
edition-part-prizes = Prizes
edition-part-money = Prize money
edition-document = Document
edition-source = No. { $number } of { $day }, { $issuer }
edition-in-force = In force from
edition-part-is-in-force = In force
edition-part-is-coming = Not yet in force
edition-part-is-missing = Missing
edition-missing-rules = None yet.
edition-missing-calendar = None yet.
edition-missing-marking = None yet: no judging round can be opened.
edition-missing-prizes = None yet: entries can be marked and ranked, prizes cannot be proposed.
edition-missing-money = None yet: the award decision will name no amounts.
edition-explained = Explanation for comparison
edition-explained-open = Show the whole explanation

edition-launch = Launch
edition-launch-missing = The rules still lack some parts
edition-launch-missing-text = You may launch all the same. The missing parts can be added by an amendment before they are needed.
edition-launch-says = After the launch the rules are public and change only by a document.
edition-launch-action = Launch the contest
edition-was-launched = The contest has been launched.

edition-paper = The leader's signed paper
edition-paper-hint = The leader decides this. You record it from the signed paper; the journal shows both of you.
edition-paper-leader = Signed by
edition-paper-number = Number and symbol
edition-paper-date = Date of the paper
edition-paper-scan = Scan of the paper
edition-paper-scan-hint = A PDF or an image.

edition-amend = Amend the rules
edition-amend-lead = Give the whole new rule book. The program compares it with the one before and states every difference in words.
edition-decision = Amending document
edition-number = Number and symbol
edition-number-hint = For example 85/QĐ-BTC.
edition-issued = Date signed
edition-issuer = Issued by
edition-effective = Applies from
edition-effective-hint = On this day the new version takes the place of the old one.
edition-reason = Reason
edition-reason-hint = One sentence, printed in the public notice.
edition-new-book = New rule book
edition-preview-action = Show the differences first
edition-preview = Version { $version }
edition-preview-next = Nothing has been recorded. If this is right, press “Record the amendment” at the end of the page.
edition-amend-action = Record the amendment
edition-was-amended = The amendment is recorded and the public notice is posted.
edition-differences = Differences from the version before
edition-differences-count = { $count ->
    [one] 1 difference
   *[other] { $count } differences
}
edition-notice = Public notice
edition-rounds-opened = Rounds that have opened keep their marking
edition-round-opened = { $round }: marked by version { $version }, opened at { $at }

edition-versions = Versions
edition-version = Version
edition-version-title = Rule book, version { $version }
edition-version-counts = in force
edition-version-waits = waiting for its day
edition-version-refused = could not come into force
edition-before-launch = Recorded before the launch
edition-decision-line = No. { $number } of { $issued }, applies from { $effective }
edition-recorded = Recorded
edition-download = Download the rule-book file

edition-rules = Rules
edition-documents-behind = Issued by these documents
edition-notice-title = Amended by document no. { $number }, applies from { $day }
edition-notice-counts = The text below contains this amendment.
edition-notice-waits = It does not apply yet; the text below is the one in force.
edition-notice-why = Issued by { $issuer } on { $issued }. Reason: { $reason }

refusal-edition-book-line = Line { $line }: { $sentence }
refusal-edition-book-missing = Please choose a rule-book file, or paste its text.
refusal-edition-book-not-text = This file is not UTF-8 text. Please save it as UTF-8 and choose it again.
refusal-edition-book-of-other-edition = The slug in this book belongs to another edition. Please keep the slug of the edition you are changing.
refusal-edition-slug-taken = There is an edition with this slug already. Please write another slug under [rules].
refusal-edition-unit-or-parent-missing = A unit's own contest needs both a unit and a contest above.
refusal-edition-unit-unknown = Please choose the unit that holds the contest.
refusal-edition-parent-unknown = Please choose the contest above.
refusal-edition-parent-is-local = The contest above cannot be a unit's own contest.
refusal-edition-level-is-not-unit = A unit's own contest needs level = "unit" under [rules].
refusal-edition-forwards-elsewhere = [rules.forwarding] sends entries to another contest. Please write the slug of the contest above that you chose.
refusal-edition-upward-unknown = A category's upward is a code that the contest above does not have.
refusal-edition-changed-meanwhile = Somebody else has just changed this edition. Please open the page again to see the new version.
refusal-edition-part-not-in-force = The part “{ $part }” of the rules comes into force on { $day }; this can be done from that day on.
refusal-edition-rules-not-in-force = The rules come into force on { $day }; the contest can be launched from that day on.
refusal-edition-already-launched = The edition was launched at { $at }.
refusal-edition-not-launched = The edition has not been launched.
refusal-edition-already-announced = The results were announced at { $at }.
refusal-edition-amendment-changes-nothing = The new rule book says what the one before says.
refusal-edition-amendment-of-other-edition = This is the book of { $new }, not of { $old }.
refusal-edition-amendment-retroactive = It would apply from { $effective }, before it was signed on { $issued }.
refusal-edition-amendment-before-last = It would apply before the amendment that was recorded last.
refusal-edition-opened-round-removed = Round { $round } has opened and must stay in the rule book.
refusal-edition-started-round-moved = Round { $round } has started and must keep its place: rounds that have started come first, new ones after them.
refusal-edition-last-round-removed = Judging has begun and ends with round { $round }, so that round must stay in the rule book.
refusal-edition-results-known = The seal of the last round was opened: the part on { $part } can no longer be changed.
refusal-edition-all-rounds-opened = Every round has opened: the marking can no longer be changed.
refusal-edition-day-malformed = This is not a date. Write day/month/year, for example 30/6/2021.
refusal-edition-issuer-missing = Please say who issued the document.
refusal-edition-reason-missing = Please give the reason in one sentence.
