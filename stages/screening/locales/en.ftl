### Screening: the queue, the check list, the decision.
## The queue

screening-queue = Screening
screening-lead = Each dossier is checked by a list made from the rules. The authors are told at once.
screening-start = Take the next one
screening-tab-draft = Draft
screening-tab-submitted = Waiting
screening-tab-returned = With their authors
screening-tab-admitted = Admitted
screening-tab-refused = Refused
screening-tab-withdrawn = Withdrawn
screening-empty = Nothing here.
screening-empty-who = Entries come into the queue when their authors submit or complete them.
screening-filter = Filter by number, title, unit
screening-number = Number
screening-title = Title
screening-category = Category
screening-flags = Flags
screening-received = Received on
screening-flag-completed = Completed
screening-flag-overdue = Time ran out
screening-flag-alike = Similar title

## One dossier

screening-dossier = Dossier
screening-checklist = Check list
screening-previous = Previous
screening-next = Next
screening-authors = Authors
screening-unit = Unit
screening-handed-in = Handed in by
screening-organisation = Organisation
screening-open-file = Open the PDF
screening-read-here = Read it here
screening-missing = Missing
screening-alike = Entries with similar titles ({ $count })
screening-same = Entries with similar texts ({ $count })
screening-same-as = Show what is the same: { $percent }% of this one, { $back }% of the other
screening-alike-percent = { $percent }% alike
screening-passed = In order
screening-failed = Not in order
screening-answers = The answers it rests on
screening-note = Note
screening-note-label = The secretariat's note
screening-item-category = The category fits the solution
screening-item-distinct = No other entry is the same solution
screening-item-anonymous = What judges read names neither authors nor units
screening-check-shares = Shares
screening-check-created = Day of creation
screening-check-arrival = Arrival
screening-check-whole = Complete by the rules

## What the program answers by itself

screening-auto-part-missing = The dossier lacks this part.
screening-auto-text = { $count } characters.
screening-auto-pdf = A PDF of { $size }; it opens and is the one that was submitted. Open it, look at its content, signatures and confirmation, then answer.
screening-auto-same-file = This file is the very file of the part “{ $part }”.
screening-auto-stamp-follows = The signed and stamped form is missing; the rules let it follow.
screening-auto-stamp-differs = The stamped form no longer matches. { $changes }
screening-auto-stamp-stands = The print that it shows says what the dossier says.
screening-auto-stamp-elsewhere = The form was not printed here: compare it with the dossier line by line.
screening-auto-pdf-broken = The PDF is damaged or locked.
screening-auto-pdf-put-apart = The file was put apart because of malware: the part counts as missing; return the dossier for another file.
screening-auto-pdf-lost = The submitted file cannot be read. Tell the administrator.
screening-auto-declared = Declared by the authors.
screening-auto-not-declared = Not declared.
screening-auto-category = A person has to look.
screening-auto-distinct = No similar title in this edition or an earlier one.
screening-auto-alike = { $count } with similar titles; please compare.
screening-auto-same = { $count } with similar texts ({ $percent }% at the most); please compare.
screening-auto-none-the-same = The text is like no other entry’s.
screening-auto-not-compared = The text is still being compared; look again in a few minutes.
screening-auto-anonymous = The typed parts name nobody. Please look into the PDFs.
screening-auto-anonymous-read = The program read what was typed and the files and found no name, unit, telephone or address of the authors. Pictures still need a person.
screening-auto-named = What judges read names: { $names }.
screening-auto-shares = { $count } authors, { $sum } in all.
screening-auto-created = Made on { $day }; the rules admit from { $from }.
screening-auto-created-missing = The day is missing.
screening-auto-created-any = The rules set no limit.
screening-auto-arrival = { $channel }, { $at }.
screening-auto-whole = Nothing that the rules ask for is missing.
screening-channel-online = Online
screening-channel-by-hand = By hand
screening-channel-by-post = Postmark

## The copies that judges get

screening-copies = Judges’ copies
screening-copies-lead = Judges read only copies that a person has read and released. No round starts while a copy waits.
screening-copies-waiting = Not released
screening-copies-released = Released
screening-copies-none = No entry is in the secretariat’s hands yet.
screening-copies-not-blind = Judges of this contest read dossiers with their authors’ names.
screening-copies-not-blind-who = The rule book does not ask for blind judging, so no copies are released.
screening-copy = Judges’ copy
screening-copy-see = Read and release the judges’ copy
screening-copy-is-released = Released
screening-copy-waits = Not released
screening-copy-lead = This is all that judges read of this entry. A file opens as judges get it: without what writing programs hide in it, its pages unchanged.
screening-copy-open = Open the judges’ file ({ $size })
screening-copy-read = The program read every page
screening-copy-read-but = { $pages } pages have no words that the program could read
screening-copy-silent = The program could read no words
screening-copy-unread = The machine lacks the program that reads files
screening-copy-points = { $count } places that may tell who the author is
screening-copy-page = page { $page }
screening-copy-ask = Ask for a copy without names
screening-copy-cover = Cover these places on the judges’ copy
screening-copy-uncover = Uncover
screening-copy-covered = Places covered: { $count }
screening-copy-covered-flash = { $number }: covered. Please open the judges’ file and look at it.
screening-copy-uncovered-flash = { $number }: uncovered.
screening-ask-title = The title names an author or a unit. Please give the solution another title.
screening-ask-part = The part “{ $part }” says { $places }. Please hand this part in again without the names of authors and units, telephones and addresses.
screening-copy-though = I have read every page; this copy does not tell judges who the authors are or where they work
screening-copy-though-hint = To be ticked because the program points at something, or could not read every page.
screening-copy-release = Release to judges
screening-copy-release-says = You are recorded as who released this copy. What goes back to its authors is released anew.
screening-copy-released-flash = { $number }: the judges’ copy is released.
screening-copy-released-by = Released by { $who }, { $when }
screening-copy-released-text = The program read every page and found nothing that tells who the authors are.
screening-copy-released-though = Whoever released it has read what the program pointed at or could not read.
screening-copy-outdated = The dossier or the rules changed since: it is to be released anew.
screening-copy-take-back = Take the released copy back
screening-copy-taken-back = { $number }: the judges’ copy is taken back.

## The decision

screening-decision = Decision
screening-admit = Admit to judging
screening-return = Return for completion
screening-refuse = Refuse
screening-refuse-sure = Refuse { $number }?
screening-refuse-what = The dossier leaves the contest for the reasons below. This cannot be taken back in the program. If it can still be completed, choose “{ $other }”.
screening-refuse-now = Refuse it and tell the author
screening-reasons = What is missing, or why not
screening-reasons-hint = Add what is not among the reasons above. One line each; the authors read exactly these lines.
screening-codes = Usual reasons
screening-codes-hint = The authors read exactly the chosen sentence. At least one reason is needed to ask for a completion or to refuse.
screening-reason-ends = { $text } (only to refuse)
screening-within = Working days to complete it
screening-within-hint = Counted from the working day after today. The number of the rule book ends with { $day }.
screening-used = Reasons given in this edition
screening-not-completed = The time to complete it ended on { $until }, and it was not submitted again
screening-not-completed-text = Give more time by returning it with a new day, or refuse it.
screening-until = To be completed by
screening-until-hint = Write this day where working days do not count; the whole day is included.
screening-returned-until = To be completed by the end of { $until }.
screening-recorded-admitted = { $number }: eligible. { $told }
screening-recorded-admitted-but = { $number }: eligible. { $told }
screening-recorded-returned = { $number }: returned for completion. { $told }
screening-recorded-returned-but = { $number }: returned for completion. { $told }
screening-recorded-refused = { $number }: not eligible. { $told }
screening-recorded-refused-but = { $number }: not eligible. { $told }
screening-will-be-told = The author gets a mail with these reasons.
screening-told = The letter to the author is in the outbox.
screening-to-be-called = The author has no e-mail address: please call { $phone }.
screening-nobody-told = The author left neither an e-mail address nor a telephone number: please tell them through their unit.
screening-outcome-admitted = Admitted
screening-outcome-returned = Returned
screening-outcome-refused = Refused

## What stands in the way

refusal-screening-copies-not-blind = Judges of this contest read dossiers with names: no copy is released.
refusal-screening-copy-not-received = The entry is not in the secretariat’s hands (being completed, withdrawn or refused), so no copy is released.
refusal-screening-copy-tells = Something in it points at the authors or was not read. Read every page and tick the box, or ask for another copy.
refusal-screening-copy-not-released = No copy of this entry is released.
refusal-screening-nothing-to-cover = The program found nothing in this part that could be covered.
refusal-screening-cover-not-found = The program cannot tell where on its page something stands, so it is not covered. Please ask the authors for a copy without names.
refusal-screening-cannot-cover = The machine makes no picture of this page, so it is not covered. Please ask the authors for a copy without names.
refusal-screening-copy-is-released = This copy is released. Take it back before covering or uncovering.
refusal-screening-no-copy = A file cannot be cleaned of hidden notes, so there is no copy for judges. Ask the authors for that file anew, exported from their writing program.

refusal-screening-until-too-late = { $until } is not before judging begins by the plan ({ $judging }). Please choose an earlier day.
refusal-screening-nothing-failed = No question is marked as failed. A dossier is refused only where at least one of them failed.
refusal-screening-already-decided = It was decided at { $at }.
refusal-screening-with-authors = It is with its authors until { $until }.
refusal-screening-not-completed = It was not completed by { $until }, so it cannot be admitted. Give more time, or refuse it.
refusal-screening-item-unanswered = No answer yet: { $item }
refusal-screening-item-failed = Not in order, so it cannot be admitted: { $item }
refusal-screening-reason-missing = Please write what is missing, or why not.
refusal-screening-until-too-soon = { $until } leaves no day. Please choose a later one.
refusal-screening-until-malformed = Please write the last day, for instance 30/6/2021.
refusal-screening-no-decision = Please decide.
refusal-screening-blind-code-form = “{ $given }” is no blind code, as in 7KQ-M2X.

## A stack decided at once

screening-choose = Choose
screening-choose-one = Choose the dossier “{ $title }”
screening-stack = Admit several dossiers
screening-stack-says = The chosen dossiers are checked by the program and read back before anything is decided.
screening-stack-read = Read back the chosen dossiers
screening-stack-read-all = Read back all that wait
screening-stack-more = Not read back this time: { $count }
screening-stack-more-text = At most 100 dossiers are read back at once, in the order of the list.
screening-stack-none = No dossier passes everything that the program can check.
screening-stack-none-who = Go through the check list of each one to decide.
screening-stack-lead = Pass everything that the program can check: { $count }. Untick those that still need a look of their own.
screening-stack-ready = Dossiers that pass everything the program can check
screening-stack-files = Files to see
screening-stack-to-see = What only a person can answer
screening-stack-seen = I have seen each chosen dossier; all of the above is in order
screening-stack-final = Each dossier is decided and journalled by itself. Authors are told at once; a decision cannot be taken back in the program.
screening-stack-admit = Admit the chosen dossiers
screening-stack-left = Dossiers to be checked one by one
screening-stack-left-text = These are not part of the stack. Open each one to check it.
screening-stack-against = Why
screening-stack-told = Telling the author
screening-stack-done = Admitted: { $count }.
screening-stack-failed = Could not be decided: { $count }
screening-stack-failed-text = They stand as they did. Open each one to check it.
screening-stack-not-waiting = The dossier does not wait for screening any more.
screening-stack-note = Seen and answered by the secretary in one go; dossiers in it: { $count }.
refusal-screening-stack-empty = Choose at least one dossier.
refusal-screening-stack-unseen = Confirm that you have seen each chosen dossier.
refusal-screening-within-malformed = Working days to complete a dossier are from 1 to 60, for example 5.
refusal-screening-reason-unknown = The rule book has no reason “{ $code }”.
refusal-screening-reason-unfit = “{ $text }” is no reason for this decision.

## Somebody else decides

screening-move = Move to another category
screening-move-to = Where it belongs
screening-move-hint = It is judged and counted there. What the authors chose stays in the dossier that was received.
screening-move-choose = Choose a category
screening-move-why = Why
screening-move-why-hint = The authors read these words.
screening-move-do = Move it
screening-moved = Moved from “{ $from }” to “{ $to }”, { $at }.
screening-moved-now = The entry was moved and its authors are told.
screening-publish = Publish the admitted entries
screening-earlier = Solutions of earlier editions
screening-supplement-link = Send the author a link or slip to complete it
screening-conflict = Somebody else decides on this dossier
screening-conflict-other = Whoever else may screen opens this very page to decide.
screening-conflict-mine = I should not decide on this dossier
screening-conflict-mine-text = For dossiers of kin, of people you worked with on the solution, or where a decision might not be impartial for another reason. What you declare is journalled and cannot be taken back.
screening-conflict-declare = Declare a conflict of interest and leave the decision to another
screening-conflict-recorded = Recorded. The dossier goes on waiting for somebody else.
refusal-screening-conflict-is-author = You are an author of this dossier.
refusal-screening-conflict-same-unit = This dossier comes from the unit where you work or for which you answer.
refusal-screening-conflict-declared = You declared a conflict of interest with this dossier.
refusal-screening-move-too-late = Judging has begun, so the dossier stays in its category.
refusal-screening-move-unknown-category = Choose a category of the rules.
refusal-screening-move-same-category = The dossier is in this category already.
refusal-screening-move-reason-missing = Say why: the authors read it.
refusal-screening-publish-nothing-chosen = Choose how much is published.
refusal-screening-publish-not-allowed = The rules, or blind judging above, do not allow so much.
refusal-screening-publish-nothing-admitted = No entry has been admitted yet.
refusal-screening-publish-announced = The result was announced: the list with the prizes stands in its place.
refusal-screening-publish-changed-meanwhile = The list changed meanwhile. Read it again, then publish.
refusal-screening-publish-reason-missing = Say why it is taken back.
refusal-screening-publish-nothing-published = Nothing is published at present.
