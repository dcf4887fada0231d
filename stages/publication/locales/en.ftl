### Publication: the portal of an edition, the result, certificates and their register.

publication-intake-from = Dossiers are received from { $day }
publication-intake-until-hour = Dossiers are received until { $hour }:{ $minute } (GMT+7) on { $weekday }, { $day }
publication-intake-until-day = Dossiers are received until the end of { $weekday }, { $day }
publication-intake-over = The intake closed on { $day }
publication-days-left = { $days ->
    [one] { $days } day left
   *[other] { $days } days left
}
publication-last-day = last day
publication-weekday-1 = Monday
publication-weekday-2 = Tuesday
publication-weekday-3 = Wednesday
publication-weekday-4 = Thursday
publication-weekday-5 = Friday
publication-weekday-6 = Saturday
publication-weekday-7 = Sunday
publication-enter = Submit an entry
publication-see-result = See the result
publication-rules = Rules
publication-step-write = Write the dossier
publication-step-write-text = Open an account and fill the dossier part by part. You can stop and go on later.
publication-step-submit = Check and submit
publication-step-submit-text = Read the whole dossier once more, submit it and get a receipt with a number.
publication-step-follow = Follow it
publication-step-follow-text = You will be asked to complete what is missing. The result is announced on this page.
publication-figures = Figures
publication-figure-solutions = solutions judged
publication-figure-prizes = prizes
publication-forms = Forms
publication-documents = Documents
publication-no-documents = Rules, plan and letters will appear here.
publication-no-documents-who = The standing agency makes them public once they are signed.

publication-result = Result of the contest
publication-announced-at = Announced at { $at }
publication-by-decision = By decision { $decision }.
publication-decision-cited = { $number } of { $day }, { $issuer }
publication-decision-pdf = Decision and list of winners (PDF)
publication-all-solutions = See all { $count } solutions that were judged
publication-in-use = Solutions after their prizes: { $count ->
    [one] { $count } answer of an author
   *[other] { $count } answers of authors
}
publication-verify-link = Check the code on a paper
publication-not-announced = The result will appear here once it is announced.
publication-not-announced-who = The standing agency announces it after the award decision.
publication-to-edition = To the contest's page
publication-solutions = Solutions
publication-solutions-lead = The solutions that were judged. Descriptions are not published, to keep the solutions' novelty.
publication-all-categories = All categories
publication-number = Number
publication-solution = Solution
publication-authors = Authors
publication-category = Category
publication-unit = Unit
publication-prize = Prize
publication-window = { $first }–{ $last } of { $found } solutions
publication-search = Search
publication-search-hint = Number, title, unit; marks do not matter.
publication-find = Search
publication-none-found = There is no such solution.
publication-none-found-who = Try fewer words or all categories.
publication-to-judged = See the solutions to be judged

publication-verify = Check the code on a paper
publication-verify-lead = Type the code that is printed on a certificate, a commendation or the receipt of a dossier, or scan the square code.
publication-code = Code
publication-code-hint = Capitals and hyphens do not matter.
publication-code-line = Code { $code }
publication-check = Check
publication-check-again = Check again
publication-check-other = Check another code
publication-receipt-verdict-valid = The dossier was received
publication-receipt-verdict-supplemented = The dossier was received and supplemented later
publication-receipt-verdict-withdrawn = The dossier was withdrawn
publication-receipt-says = Receipt of the dossier { $number }, { $contest }.
publication-receipt-number = Number of the dossier
publication-receipt-at = Received at
publication-receipt-supplemented-at = Supplemented at
publication-receipt-withdrawn-at = Withdrawn at
publication-receipt-closed = The solution and its authors are named on the paper alone, and to those who may read the dossier.
publication-verdict-valid = In the register and valid
publication-verdict-revoked = Revoked
publication-verdict-unknown = No paper bears this code
publication-ask = For questions, ask { $agency }.
publication-ask-issuer = For questions, ask the body named on the certificate.
publication-revoked-at = Revoked at { $at }
publication-revoked-because = Reason: { $reason }
publication-says = Certificate { $number }, issued to { $name }: { $prize }, { $contest }.
publication-compare = Compare each line with the sheet. Where they differ, the sheet is not the one that was issued.
publication-unknown-text = No paper that was given out bears the code { $code }. Look at each character again; if it is still not found, the contest did not issue this paper.
publication-holder = Issued to
publication-contest = Contest
publication-decision = Decision
publication-decision-line = { $number } of { $day }, { $issuer }
publication-register-number = Register number
publication-issued-at = Issued at

publication-register = Register of certificates
publication-register-empty = Issued certificates will appear here.
publication-register-empty-who = They can be issued once the award decision is recorded.
publication-register-filter = Filter by number, name, prize, solution
publication-to-prizes = Prizes
publication-to-issue = { $count ->
    [one] { $count } certificate is not issued yet
   *[other] { $count } certificates are not issued yet
}
publication-to-issue-text = Every author named in the decision receives one. Register numbers count on within the year.
publication-issue = Issue certificates
publication-issued = The certificates are issued and stand in the register.
publication-state = State
publication-sheet = Sheet
publication-counts = Valid
publication-void = Revoked
publication-check-it = check
publication-revoke-it = revoke
publication-to-announcement = Announce the result
publication-revoke = Revoke a certificate
publication-reason = Reason
publication-reason-hint = Whoever checks this certificate can read the reason.
publication-paper = The leader's paper
publication-paper-hint = This is the leader's decision. An officer records it from the signed paper.
publication-paper-leader = Signed by
publication-paper-number = Number and symbol
publication-paper-date = Day of the paper
publication-paper-scan = Scan of the paper
publication-revoke-bar = A revoked certificate cannot be used again; its line in the register stays.
publication-revoke-now = Revoke the certificate
publication-keep = Do not revoke
publication-revoked = The certificate is revoked.

publication-reissue = Issue the certificate anew
publication-reissue-it = issue anew
publication-reissue-lead = The new one takes the place of the void certificate { $number }: a new number and a new code, the same prize by the same decision.
publication-reissue-name = Name as printed
publication-reissue-name-hint = Put right what was printed wrong.
publication-reissue-paper-hint = Leave it empty to print the same again. Another name or unit is the leader's decision: an officer records it from the signed paper.
publication-reissue-bar = Whoever checks the old one is told the number of the new one.
publication-reissue-now = Issue anew
publication-reissued = The certificate is issued anew and in the register.
publication-replaces = in place of { $number }
publication-replaced-by = replaced by { $number }
publication-replaced-by-new = It was replaced by certificate { $number }.
publication-in-place-of = In place of
publication-in-place-of-number = Certificate { $number }, void

publication-announcement = Announce the result
publication-announcement-lead = Once announced, everybody can read the winners, the decision and the titles of the solutions that were judged. Authors and units' contacts who have an address are each written their own result.
publication-task-decision = Award decision
publication-task-decision-hint = Without a decision nothing can be announced.
publication-task-certificates = Certificates issued
publication-task-certificates-hint = They may also be issued after the announcement.
publication-prizes = { $count ->
    [one] { $count } prize
   *[other] { $count } prizes
}
publication-not-yet = Not yet
publication-early = This comes before the day of the plan
publication-early-text = The plan says { $planned }; today is { $today }.
publication-read-back = Read back before announcing
publication-name-kept-back = (The author has not consented to be named)
publication-title-kept-back = (Title to be published later)
publication-kept-back-why = Some solutions are being judged blind by the contest above. Their titles and the decision appear here once that contest has announced its result.
publication-keeps-back = Titles kept back
publication-keeps-back-what = { $count } solutions sent to the contest above are being judged blind: their titles and the decision appear only when it announces its result; authors' names and prizes appear at once.
publication-everybody-reads = Everybody reads
publication-everybody-reads-what = { $prizes } prizes with the names of { $authors } authors; decision { $decision } with its list; the titles of { $solutions } judged solutions. No marks and no descriptions.
publication-who-is-written = Mail
publication-who-is-written-what = { $authors } letters to authors, { $units } letters to units' contacts.
publication-was-read = I have read the list and the decision again, and they are right to announce.
publication-announcement-bar = An announced result cannot be hidden; errors are corrected by a new decision.
publication-announce = Announce
publication-announced = The result is announced.

## Letters

publication-mail-subject = { $contest }: the result of { $number } is announced
publication-mail-prize =
    The organisers of { $contest } have announced the result.

    { $number }, “{ $title }”, has won: { $prize }.

    The list of prizes and the decision: { $link }

    The organisers congratulate you.
publication-mail-no-prize =
    The organisers of { $contest } have announced the result.

    { $number }, “{ $title }”, is not on the list of prizes.

    The list of prizes and the decision: { $link }

    The organisers thank you for taking part.
publication-mail-unit-subject = { $contest }: the result is announced
publication-mail-unit =
    The organisers of { $contest } have announced the result. The entries of { $unit }:

    { $lines }

    The list of prizes and the decision: { $link }
publication-mail-unit-prize = - { $number }, “{ $title }”: { $prize }
publication-mail-unit-no-prize = - { $number }, “{ $title }”: not on the list of prizes

refusal-publication-not-read-back = Please read it back and tick the box before announcing.
refusal-publication-certificate-counts = This certificate still counts. Declare it void before issuing it anew.
refusal-publication-replaced-already = This certificate was issued anew already.
refusal-publication-not-decided = There is no award decision yet.
refusal-publication-nothing-to-issue = Every certificate is issued already.
refusal-publication-changed-meanwhile = This certificate was changed elsewhere. Reload the page.
refusal-publication-code-form = This is not a code. Enter all letters and digits of the code on the paper: 28 on a certificate or commendation, 10 on a receipt.
refusal-publication-round-not-opened = The round has not been opened.
refusal-publication-award-not-decided = This prize is not decided.
refusal-publication-certificate-already-revoked = The certificate was revoked at { $at }.
refusal-publication-reason-missing = Enter why the certificate is revoked.
refusal-publication-already-published = The result was announced at { $at }.
refusal-publication-no-award = There is no prize to announce.
publication-arrival = What counts as in time
publication-arrival-online = Online: what counts is the instant at which the server records the submission; it must be before { $closes }. The clock of your own device does not count.
publication-arrival-uploads = A file that is still being uploaded at the deadline does not count as submitted, although its upload began before: all of it has to be here before the dossier is submitted, except a file whose SHA-256 was given with the submission where the rules let files follow.
publication-arrival-hand = By hand, to { $place }: what counts is when the dossier lay on the table, before { $closes }, even if it is entered later.
publication-arrival-post = By post, to { $place }: what counts is the day of the postmark, { $last } at the latest.
publication-arrival-post-latest = By post, to { $place }: what counts is the day of the postmark, { $last } at the latest; and it must arrive by { $latest }.
publication-extensions = More time for single entries
publication-arrival-files = On a bad connection: give the SHA-256 of a file with the submission; that very file may follow within { $hours } { $hours ->
        [one] hour
       *[other] hours
    }.
