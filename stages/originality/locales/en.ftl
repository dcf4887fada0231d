# Entries that say the same: texts compared over all editions and contests.

originality-side-by-side = What is the same
originality-advice = { $percent }% alike. This is a hint for a reader, not a finding.
originality-share = { $percent }% of { $of } stands in { $in }.
originality-not-readable = The other entry is of another contest that has announced its result: only this entry’s own words are shown.
originality-passages = Passages in both
originality-on-page = { $part }, page { $page }
originality-no-passage = The texts were changed just now; nothing is the same any more.
originality-more = { $count } more passages are not shown here.
originality-what = What it is
originality-say = Why are they alike?
originality-what-coincidence = Coincidence: words and phrases of the field
originality-what-own-earlier = An earlier solution by the same authors
originality-what-ask-author = The authors must be asked
originality-words = Note
originality-words-hint = Neither judges nor authors see this. If the authors are to be asked, write down what.
originality-note = Record it
originality-was-noted = Recorded with the entry.

originality-bands = From how much on dossiers are alike
originality-bands-lead = From which share on dossiers are pointed at in the queue and on the desk. What was noted before stays as it was noted.
originality-bands-alike = Alike from
originality-bands-hint = At least { $least }%, the larger of both shares.
originality-bands-very = Very alike from
originality-bands-very-hint = No less than the one above.
originality-bands-set = Save
originality-bands-were-set = Saved for this edition.

refusal-originality-nothing-chosen = Choose why the two are alike.
refusal-originality-question-missing = Write what the authors are to be asked.
refusal-originality-too-long = The note is longer than { $max } characters.
refusal-originality-band-malformed = Give a percentage from 20 to 100.
refusal-originality-bands-crossed = Very alike cannot begin below alike.
