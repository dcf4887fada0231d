### Forwarding: a unit's own contest sends its best upward.

forwarding-title = Send entries to the contest above
forwarding-lead = Choose from the ranking which solutions go to { $above }. The dossier is passed on as it was submitted.
forwarding-least = Only solutions with at least { $points } points go up.
forwarding-left = places left
forwarding-quota = { $sent } of { $quota } sent
forwarding-nothing = The solutions to choose from will appear here once the sealed sheets are opened.
forwarding-nothing-who = The two persons named by the local contest's rules confirm the opening.
forwarding-not-here = The contest above is not in this system.
forwarding-by-paper = Dossiers go up on paper, at most { $quota } entries by the rules. The list below comes from the ranking.
forwarding-none-fits = No entry may be sent up yet.
forwarding-none-fits-who = An entry needs the points and a category that the contest above has.
forwarding-paper-list = Entries to send up, by place
forwarding-entries = Solutions by place
forwarding-place = Place
forwarding-number = Number
forwarding-solution = Solution
forwarding-result = Points
forwarding-choose = Send up
forwarding-choose-this = Choose
forwarding-went = Sent: { $number }
forwarding-endorsement-title = The unit's letter of endorsement
forwarding-endorsement-text = The unit stands behind the solution with a document of its own.
forwarding-endorsement = Number and symbol
forwarding-endorsement-hint = For instance 45/CV-CĐMH.
forwarding-endorsement-date = Day of the document
forwarding-endorsement-signer = Signed by
forwarding-behind = { $better } better solutions have not gone up: choosing this one needs a reason.
forwarding-because = Why it goes before better solutions
forwarding-because-hint = Only where the chosen solution is not the best of those still here. The reason is kept with the sending.
forwarding-bar = Once sent, the dossier is in the contest above under a new number and cannot be taken back from here.
forwarding-send = Send to the contest above
forwarding-sent = The entry was sent to the contest above. The authors' representative is told its new number.
forwarding-gone = Documents sent along
forwarding-passed-over = Sent before { $better } better solutions. Why: { $because }
forwarding-gone-line = Place { $slot }: document { $document } of { $day }, signed by { $signer }; sent at { $at }.
forwarding-by-rule-lead = The rules choose from the ranking which solutions go to { $above }. Every change has its reason.
forwarding-by-rule = By rule
forwarding-listed = on the list
forwarding-limit = at most { $limit }
forwarding-waiting = not sent yet
forwarding-stands-chosen = Chosen
forwarding-stands-taken-in = Taken in by decision
forwarding-stands-left-out = Left out by decision
forwarding-stands-tied = Equal at the last place, waits for a decision
forwarding-stands-reserve = Reserve { $at }
forwarding-stands-not-chosen = Not chosen
forwarding-send-list = Send by rule: { $count } solutions
forwarding-list-sent = The list was sent to the contest above. The authors' representatives are told the new numbers.
forwarding-change = Change the list
forwarding-change-text = Take one in or leave one out against the rule. What is left out leaves a place to the reserve.
forwarding-decided = Decision
forwarding-decided-in = Send
forwarding-decided-out = Do not send
forwarding-reason = Reason
forwarding-reason-hint = Leave it empty to go back to the rule's own answer.
forwarding-change-do = Record the change
forwarding-changed = The change of the list was recorded.

refusal-forwarding-nothing-above = The rules of this contest send nothing upward.
refusal-forwarding-quota-full = { $limit } solutions have gone up; that is the quota of the rules.
refusal-forwarding-already-sent = This solution has gone up already.
refusal-forwarding-entry-out = This solution was withdrawn or is out of the contest.
refusal-forwarding-result-missing = This solution has no result in an opened round yet.
refusal-forwarding-result-too-low = { $given } points; at least { $least } are needed to go up.
refusal-forwarding-out-of-order = { $better } better solutions may go up and have not. Send those first, or say why not.
refusal-forwarding-category-unmapped = Its category has no counterpart in the contest above.
refusal-forwarding-endorsement-missing = Name the unit's letter of endorsement.
refusal-forwarding-endorsement-from-future = { $date } has not come yet. Enter the day on the signed document.
refusal-forwarding-entry-missing = Choose a solution in the table.
refusal-forwarding-day-malformed = Enter the day of the document, for instance 5/4/2021.
refusal-forwarding-reason-missing = Write the reason.
refusal-forwarding-no-contender = This solution cannot go up.
refusal-forwarding-list-full = The list has its { $limit } solutions. Leave one out first.
refusal-forwarding-decision-missing = Choose whether it is sent.
refusal-forwarding-not-on-the-list = This solution is not on the list that goes up by rule.
refusal-forwarding-nothing-to-send = Nothing on the list waits to be sent.

## Packages between houses

forwarding-package-of = Package to send up: { $count } dossiers
forwarding-package-text = Where the contest above uses another system, dossiers go as one file: the solutions of the list above by place and within the quota of the rules, and dossiers corrected since the last package.
forwarding-package-bar = The package takes each dossier as it was received. A place that went into a package does not come back.
forwarding-package-make = Make the package
forwarding-package-made = The package was made. Take the file along, print the cover sheet and send both.
forwarding-packages = Packages made
forwarding-package-line = { $count } dossiers, made at { $at }
forwarding-package-take-along = Download the package
forwarding-cover = Cover sheet of the package
forwarding-cover-lead = Print this sheet, sign it and send it with the letter of endorsement. Whoever receives the package types the check code before anything is taken in.
forwarding-code = Check code
forwarding-code-note = If a letter or a file of the package is changed, this code no longer fits.
forwarding-cover-from = Sent by the contest
forwarding-cover-organiser = Organiser
forwarding-cover-made = Made at
forwarding-cover-entries = Dossiers of the package
forwarding-hash = Dossier’s hash
forwarding-package-read-first = PACKAGE OF DOSSIERS FOR THE CONTEST ABOVE
    { $contest }
    { $organiser }
    Letter of endorsement { $document } of { $day }, signed by { $signer }.

    Each dossier is a folder in “ho-so”: ho-so.txt is what was received, word by word, each line with the name of a field, its bytes and its content; the PDF files are what came with it.
    manifest.json tells all of it: authors, shares, categories, the result where the rules show it, and the SHA-256 of every file. The check code is the first twenty digits of the SHA-256 of manifest.json.

    Dossiers and their hashes (SHA-256 of ho-so.txt):
    { $entries }
forwarding-arrivals = Take in a package from another system
forwarding-arrivals-entries = Entries
forwarding-arrivals-lead = A local or lower contest that uses another system sends its dossiers as one file. The file is read first; nothing is taken in yet.
forwarding-package-file = Package file
forwarding-package-file-hint = A ZIP file of at most 48 MB.
forwarding-package-read = Read it first
forwarding-arrivals-table = Packages that were brought
forwarding-came = Brought at
forwarding-arrival-state = State
forwarding-arrival-taken = Taken in
forwarding-arrival-waits = Waits
forwarding-arrival = Package read first
forwarding-arrival-lead = Nothing is taken in yet. See which dossiers can come in, which cannot and why; then take them in with the check code of the cover sheet.
forwarding-arrives = can come in
forwarding-arrives-not-many = cannot come in
forwarding-arrives-new = New entry
forwarding-arrives-corrects = Correction
forwarding-arrives-not = Cannot come in
forwarding-unit = Unit
forwarding-arrival-outcome = What the reading found
forwarding-category-here = Category “{ $category }” goes to
forwarding-choose-category = Choose a category of this contest
forwarding-sending-unit = Sending unit
forwarding-sending-unit-hint = For dossiers whose unit is not in the register by its name: judges of this unit do not mark them.
forwarding-no-unit = Not in the register
forwarding-code-hint = Type the code printed on the cover sheet; do not copy it from this page or from the file.
forwarding-leave-out = Leave out { $count } dossiers that cannot come in
forwarding-arrival-bar = Each new dossier gets a number of this contest; a correction keeps the old one.
forwarding-arrival-take = Take the package in
forwarding-another-package = Another package
forwarding-package-taken = { $new } new dossiers and { $corrected } corrections were taken in.

refusal-forwarding-package-no-file = Choose the package file.
refusal-forwarding-package-broken = The file is broken, closed by a password, or no package.
refusal-forwarding-package-too-large = Unpacked, the package is larger than what is taken. Ask the sender for several packages.
refusal-forwarding-package-no-manifest = The package has no manifest.json that can be read.
refusal-forwarding-package-file-missing = The manifest names { $path }, which is not in the package.
refusal-forwarding-package-file-changed = { $path } is not what the manifest says.
refusal-forwarding-package-file-unknown = The package holds { $path }, which the manifest does not name.
refusal-forwarding-package-entry-malformed = Dossier { $number } holds something that no dossier holds.
refusal-forwarding-package-text-differs = Dossier { $number } of the manifest is not what was received.
refusal-forwarding-package-no-pdf = { $path } is no PDF that can be read.
refusal-forwarding-package-taken-already = This package was taken in already.
refusal-forwarding-package-code-differs = The check code does not fit this package. Compare the cover sheet once more; if it still differs, do not take the package.
refusal-forwarding-package-category-missing = Choose a category of this contest for dossier { $number }.
refusal-forwarding-package-unit-unknown = This unit is not in the register.
refusal-forwarding-package-some-refused = { $count } dossiers cannot come in. Tick to leave them out and take the others.
refusal-forwarding-package-nothing-comes = Nothing of the package can come in.
refusal-forwarding-package-above-is-here = The contest above is held in this system: send directly, no package is needed.
refusal-forwarding-package-nothing-to-pack = No dossier waits to go into a package.
forwarding-secret-part = Kept secret, part { $part }: { $why }
