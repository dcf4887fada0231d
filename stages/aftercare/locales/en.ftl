### Aftercare: winners are asked one and three years later what became of their solutions.
aftercare-title = In use after the prize
aftercare-lead = Winners are asked { $terms } after the announcement ({ $at }). Amounts are what authors say, added up for each time of asking.
aftercare-lead-nobody = Nobody is asked at present; what was asked may still be answered.
aftercare-after-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
aftercare-after-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
aftercare-after = after { $after }
aftercare-none = Winners who were asked, and their answers, will stand here.
aftercare-none-who = The system asks by itself when the time after the announcement has come.
aftercare-none-such = No winner like that.
aftercare-none-such-who = Choose another view.
aftercare-summary = Summary by time of asking
aftercare-winners = Winners who were asked
aftercare-asked-after = Asked after
aftercare-asked = Asked
aftercare-asked-at = { $at }, { $after } after the announcement
aftercare-last-link = Last link sent
aftercare-every-term = Every time
aftercare-show = Show
aftercare-show-all = All
aftercare-show-replied = Answered
aftercare-show-open = Not answered
aftercare-show-paper = No mail address
aftercare-filter = Filter
aftercare-place = { $first }–{ $last } of { $found } winners
aftercare-workbook = Download workbook (XLSX)
aftercare-to-public = Public page
aftercare-solution = Solution
aftercare-prize = Prize
aftercare-winner = Author
aftercare-unit = Unit
aftercare-phone = Telephone
aftercare-email = Mail
aftercare-entry = Dossier
aftercare-reply = Answer
aftercare-no-reply = The author has not answered.
aftercare-open = Not answered
aftercare-replied = Answered
aftercare-remind = Send a reminder
aftercare-was-reminded = The reminder is sent with a new link. The old one opens no more.
aftercare-record = Record the answer
aftercare-was-recorded = The answer is recorded.
aftercare-how = How the answer came
aftercare-how-account = by the author, signed in
aftercare-how-link = by the author’s link
aftercare-how-telephone = by telephone
aftercare-how-paper = on paper
aftercare-how-mail = by mail
aftercare-how-visit = in person
aftercare-came-on = Came on
aftercare-came = { $how }, on { $day }
aftercare-print-paper = Print codes for { $count }
aftercare-paper = Slips to hand over
aftercare-paper-lead = A slip for each. The codes are shown this once; printed again, the old ones open no more.
aftercare-paper-type = Open { $door } and type the code:

aftercare-own = In use after the prize
aftercare-own-none = Questions about your awarded solutions will stand here.
aftercare-own-none-who = The standing agency asks one and three years after the announcement.
aftercare-reply-title = The solution after its prize
aftercare-reply-lead = A few lines tell how the solution lives on. No answer is right or wrong.
aftercare-replied-at = Answered at { $at }
aftercare-may-be-changed = It may be changed and sent again; the later one stands in the place of the former.
aftercare-used = State
aftercare-used-question = Is the solution in use?
aftercare-used-in-use = In use
aftercare-used-stopped = Was in use, no longer
aftercare-used-not-yet = Not used yet
aftercare-place-of-use = Where
aftercare-place-hint = The agency, unit or commune. Leave it empty where it is not used yet.
aftercare-since = Since when
aftercare-since-hint = Month and year, such as 3/2022; the year alone where the month is forgotten.
aftercare-money = Benefit in money
aftercare-money-hint = Of one year. Leave it empty where it cannot be said in money.
aftercare-dong = đồng
aftercare-money-year = Of the year
aftercare-money-of = (in { $count } answers)
aftercare-money-said = The benefit is the sum of what authors say, each of one year.
aftercare-benefit-of-year = { $money } in { $year }
aftercare-others = Who else took it up
aftercare-others-hint = Who uses it again or spread it.
aftercare-remarks = Remarks
aftercare-file = Photograph or file
aftercare-file-hint = The solution in use, a confirmation of who uses it. Only the standing agency sees it.
aftercare-file-now = File that was sent
aftercare-publish = I agree that this answer is published
aftercare-publish-hint = The words and figures above with the solution’s title; no photograph, file or telephone. Untick it and send again to take it back.
aftercare-publish-row = May be published
aftercare-yes = Yes
aftercare-no = No
aftercare-send = Send the answer
aftercare-was-replied = Your answer is received. Thank you.

aftercare-code-title = Answer about an awarded solution
aftercare-code = Code on the slip
aftercare-code-hint = 16 letters and figures; hyphens and capitals do not matter.
aftercare-code-open = Open the questions
aftercare-link-shut = The link does not open
aftercare-link-unknown = This link or code is wrong.
aftercare-link-expired = This link has expired.
aftercare-link-revoked = A newer link stands in the place of this one.
aftercare-link-shut-call = Call the standing agency for another, or to answer by telephone.

aftercare-public = Solutions after their prizes
aftercare-public-lead = In the authors’ words, published with their consent.
aftercare-public-none = What became of the solutions will stand here.
aftercare-public-none-who = An answer is published only where its author agrees.
aftercare-to-result = The result
aftercare-said-after = Said after { $after }

aftercare-settings = When winners are asked
aftercare-settings-lead = Winners are asked so many months after the announcement, each time by one mail. What was due more than a year ago is not asked any more.
aftercare-months = Ask after (months)
aftercare-months-hint = Such as 12, 36. Leave it empty to ask nobody.
aftercare-save = Save
aftercare-settings-saved = Saved.
aftercare-officer-sets = An officer of the standing agency sets this.

aftercare-mail-subject = Your solution after { $after }: a few lines, please
aftercare-mail-body =
    Dear { $name },

    The solution “{ $title }” won { $prize } at { $contest }. { $after } after the announcement the organizing committee would like to know whether it is in use, where and since when, what it brings and who else took it up.

    Answer here, without signing in:
    { $link }

    The link is yours alone and opens for a year. The answer is published only if you agree.

refusal-aftercare-used-missing = Say whether the solution is in use.
refusal-aftercare-place-missing = Say where it is in use.
refusal-aftercare-since = Type month and year, such as 3/2022, or the year alone.
refusal-aftercare-since-ahead = That time has not come.
refusal-aftercare-money = Type the amount in đồng, such as 120.000.000.
refusal-aftercare-money-year = Type the year of the amount, not after this one.
refusal-aftercare-unused-brings = What was never used brought no money.
refusal-aftercare-too-long = At most { $max } characters.
refusal-aftercare-changed-meanwhile = Somebody else saved meanwhile. Look again, then send.
refusal-aftercare-answered = The author has answered.
refusal-aftercare-no-address = No mail address is known: print a code to hand over, or call and record the answer.
refusal-aftercare-nobody-without-mail = Nobody who has not answered is without mail.
refusal-aftercare-how-missing = Choose how the answer came.
refusal-aftercare-came-on = Type the day on which it came, from the day of asking to today.
refusal-aftercare-months = Type at most five numbers of months, each from 1 to 120.
refusal-aftercare-code-missing = Type the code on the slip.
