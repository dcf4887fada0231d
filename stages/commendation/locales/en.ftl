### Commendation: standings, formula, proposals, what units gave.
commendation-standings = Merit of the units
commendation-standings-lead = Points come from confirmed evidence; open a unit to see where each comes from. Units are compared within their group only.
commendation-not-announced = The result is not announced yet
commendation-not-announced-text = Prizes do not count yet, and the public does not see this page.
commendation-proposals = Proposals
commendation-decided-word = Decided
commendation-waits = Waits for the decision
commendation-none = The points of the units will stand here.
commendation-none-who = Officers confirm publicity; entries and reports count by themselves.
commendation-choose = Choose
commendation-place = Place
commendation-unit = Unit
commendation-kinds = Criteria with points
commendation-points = Points
commendation-honour = What is proposed
commendation-honour-hint = Tick the units above, choose the honour, then draw up the paper.
commendation-honour-choose = Choose
commendation-honour-provincial = Certificate of merit of the province
commendation-honour-agency = Commendation of the standing agency
commendation-honour-movement = Prize for the movement
commendation-propose-says = The paper becomes a draft of the register, with the list.
commendation-propose = Draw up the paper
commendation-read-back = Read back before it is drawn up
commendation-choose-again = Choose again
commendation-forward-says = Once the paper is drawn up, today's places and points are kept and the formula of this edition stands, unless the proposal is withdrawn before it is decided.
commendation-forward-early = Prizes are not among these points yet.
commendation-not-yet = Nobody can be put forward yet
commendation-reports-open = { $open } reports may still change the points
commendation-reports-open-text = They are not due yet, not approved, given back, or a later day is asked for them. Answer and approve them all, or close the period, before a paper is drawn up.
commendation-close-reports = Close the period
commendation-waits-reports = No unit of this group can be chosen yet: { $open } reports of the group may still change the points.
commendation-waits-points = No unit of this group can be chosen yet: none has points.
commendation-proposed = The draft was drawn up, with its list.
commendation-group-localities = Communes, wards, special zones
commendation-group-districts = Districts and towns (until 30 June 2025)
commendation-group-departments = Departments, unions, associations
commendation-group-schools = Schools
commendation-group-enterprises = Enterprises
commendation-group-others = Other units
commendation-criterion-component-portal = Articles on the component portal
commendation-criterion-email-system = Letters by the e-mail system
commendation-criterion-bulletin = Bulletins
commendation-criterion-periodical = Periodicals
commendation-criterion-print = Print
commendation-criterion-radio-television = Radio and television
commendation-criterion-meeting = Told at meetings
commendation-criterion-social-network = Posts on social networks
commendation-criterion-entry-sent = Entries sent
commendation-criterion-entry-qualified = Entries admitted to judging
commendation-criterion-prize-1 = Highest prize
commendation-criterion-prize-2 = Second prize
commendation-criterion-prize-3 = Third prize
commendation-criterion-prize-4 = Other prizes
commendation-report-came = Report due { $due }, received { $on }
commendation-criterion-report-on-time = Report on time
commendation-public = Standings of the units
commendation-public-lead = Every unit stands in its own group.
commendation-public-later = The standings come after the announcement.
commendation-public-later-who = Entries are judged blind, so figures by unit are not public yet.
commendation-achievements = Achievements (PDF)
commendation-progress = Progress of the unit
commendation-place-in-group = Place in the group
commendation-no-points = The unit has no points yet.
commendation-cut = cut by the ceiling
commendation-formula = How points are counted
commendation-formula-lead = The merit of a unit is counted by this table, published beforehand.
commendation-assumed-title = No formula of this edition yet
commendation-assumed = The default formula is used; the committee has not decided one.
commendation-criterion = Criterion
commendation-each = Points for one
commendation-ceiling = At most
commendation-no-ceiling = no limit
commendation-rule-confirmed = Publicity counts once the standing agency confirmed it.
commendation-rule-reports = A report on time counts once it is approved, each by itself. As long as a unit owes, has to correct or was late with any report that the edition asks of it, none of its reports counts.
commendation-rule-groups = Units are compared within their group only.
commendation-rule-prizes = Prizes count from the announcement on.
commendation-versions = Published versions
commendation-version = Version { $version }
commendation-version-none = That of the rule book, or the default
commendation-of-book = The formula stands in the rule book, by document { $document }.
commendation-formula-edit = Change the formula
commendation-formula-edit-lead = At most two decimals. Leave the limit empty where there is none. Saving publishes a new version.
commendation-in-use = It can no longer be changed
commendation-why = Basis or reason
commendation-why-hint = For instance: Plan 86/KH-BTC of 27 July 2020.
commendation-publish = Publish the new version
commendation-formula-published = The formula was published.
commendation-proposal = Proposal: { $honour }
commendation-paper = Paper
commendation-paper-minutes = Minutes of the meeting that weighed it
commendation-paper-decision = Decision (drafted here)
commendation-paper-missing = Not there yet
commendation-paper-signer = Who signs
commendation-write-draft = Write the draft
commendation-whole-dossier = Download the whole dossier
commendation-drafted = The draft was written, with its list. Open it in the register to correct it and put it forward.
commendation-draft-lead-minutes = The draft with its list goes into the register; there write time, people and votes, and put it forward.
commendation-draft-lead-decision = The draft with its list goes into the register; there it is corrected, put forward and numbered.
commendation-unsigned =
    { $papers ->
        [submission] The submission is not signed
        [minutes] There are no signed minutes
       *[both] The submission is not signed, and there are no signed minutes
    }
commendation-unsigned-text = The decision comes after these papers and rests on the submission. They should be signed and numbered first.
commendation-unsigned-row = Papers before the decision
commendation-draft-early = I know; draft the decision all the same
commendation-decide-early = I know; record the decision all the same
commendation-decision = Decision
commendation-proposed-units = Proposed units
commendation-group = Group
commendation-papers = Papers
commendation-sheet = Print the sheet (PDF)
commendation-record-decision = Record the decision
commendation-decide-says = Once recorded it stands; the sheets of the units are printed with this number and day.
commendation-number = Number of the decision
commendation-number-hint = For instance: 2704/QĐ-UBND.
commendation-day = Day of the decision
commendation-body = Who decided
commendation-body-hint = For instance: the chairman of the provincial People's Committee.
commendation-decided = The decision was recorded. The sheets can be printed.
commendation-of-book-later-title = The rule book has a formula that is not in force yet
commendation-of-book-later = The formula of the rule book (document { $document }) is in force from { $day }. Until then points are counted by the table below.
commendation-withdraw = Withdraw the proposal
commendation-withdraw-lead = The proposal names { $count } units and is not decided yet.
commendation-withdraw-why = Why it is withdrawn
commendation-withdraw-why-hint = For instance: made anew once the publicity of two units is verified.
commendation-withdraw-says = It cannot be taken up again; make another one when needed. With no proposal left the formula may change again. Drafts in the register stay.
commendation-withdraw-keep = Do not withdraw
commendation-withdraw-too-late = This proposal is decided or was withdrawn.
commendation-was-withdrawn = The proposal was withdrawn.
commendation-withdrawn-word = Withdrawn
commendation-withdrawn-at = Withdrawn at { $at }
commendation-verify = Check a unit's commendation or movement prize
commendation-verdict-valid = In the list of those who were honoured
commendation-fallen-replaced = Decision { $number } of { $day } was replaced by { $by }, from { $since }
commendation-fallen-withdrawn = Decision { $number } of { $day } was withdrawn by { $by }, from { $since }
commendation-fallen-recalled = Decision { $number } of { $day } was recalled on { $since }
commendation-fallen-recalled-for = Decision { $number } of { $day } was recalled on { $since }; in its place stands { $by }
commendation-fallen-text = Sheets by this decision are printed no more and the public check says that they hold no more; those handed over are to be taken back. To honour the units again, put them forward anew.
commendation-fallen-word = Decision holds no more
commendation-verdict-fallen = This sheet is not valid any more
commendation-verdict-says = { $honour } for { $unit }, { $contest }.
commendation-verdict-unknown = Not in the list
commendation-verdict-unknown-text = No sheet bears the code { $code }. Please check every letter.
commendation-verdict-elsewhere = Check another code
commendation-verdict-ask = With questions turn to { $agency }.
commendation-verdict-honour = Honour
commendation-verdict-contest = In
commendation-verdict-decision = No. { $number } of { $day }, { $body }
commendation-verdict-place = Number in the list
commendation-verdict-code = Code
commendation-verdict-compare = Compare each line with the sheet in your hand: the unit's name, number and day of the decision must agree.
commendation-kept-back = One entry (its number is for those who read entries)
commendation-own = Commendations by the unit
commendation-own-lead = Record the decisions by which your unit commended collectives and persons for the contest. The figure goes into your report.
commendation-receiver = Who was commended
commendation-receiver-kind = Kind
commendation-collective = Collective
commendation-person = Person
commendation-merit = For what
commendation-draft-hint = Without number and day it is kept as a draft and does not count.
commendation-save = Save
commendation-cancel = Do not change it
commendation-own-list = Commended ({ $count })
commendation-own-none = The unit's commendations will stand here.
commendation-own-none-who = The unit's contact records them.
commendation-change = Change
commendation-draft = Draft
commendation-remove = Remove
commendation-remove-title = Remove a commendation
commendation-remove-says = What is removed does not come back, and the report's figure falls with it.
commendation-keep = Keep it
commendation-own-decision = Decision (PDF)
commendation-own-sheet = Giấy khen (PDF)
commendation-recorded = Saved.
commendation-removed = Removed.

refusal-commendation-not-points = “{ $given }” is not a number of points with at most two decimals.
refusal-commendation-too-much = More than the { $most } points that one rule may be worth.
refusal-commendation-ceiling-below-one = The limit { $ceiling } is below the points for one ({ $each }).
refusal-commendation-missing =
    Please fill in “{ $field ->
        [receiver] { commendation-receiver }
        [kind] { commendation-receiver-kind }
        [merit] { commendation-merit }
        [decision] { commendation-number }
       *[day] { commendation-day }
    }”.
refusal-commendation-too-long =
    “{ $field ->
        [receiver] { commendation-receiver }
        [kind] { commendation-receiver-kind }
        [merit] { commendation-merit }
        [decision] { commendation-number }
       *[day] { commendation-day }
    }” is longer than { $max } characters.
refusal-commendation-not-a-day = “{ $given }” is not a day, as in 27/7/2020.
refusal-commendation-day-in-future = { $day } has not come yet.
refusal-commendation-no-units = Tick at least one unit.
refusal-commendation-honour = Choose what is proposed.
refusal-commendation-unit-without-points = A chosen unit has no points in this edition.
refusal-commendation-reports-open = No paper can be drawn up yet: { $open } reports of the chosen groups are not due, not approved, given back, or a later day is asked for them. Answer and approve them all, or close the period, and try again.
refusal-commendation-why-missing = Write the basis or reason.
refusal-commendation-same-formula = The formula changes nothing.
refusal-commendation-formula-in-use = Units were proposed by this formula, so it stands. A proposal that is not decided yet can be withdrawn; then the formula may change.
refusal-commendation-formula-in-book = The formula stands in the rule book. It changes by an amendment.
refusal-commendation-formula-to-come = The formula of the rule book is in force from { $day }; units are put forward from then on.
refusal-commendation-withdrawn = This proposal was withdrawn.
refusal-commendation-withdrawal-without-reason = Say why it is withdrawn.
refusal-commendation-own-decision-unsigned = The decision drafted here bears no number in the register yet. Record its number and day there first.
refusal-commendation-own-decision-differs = The decision drafted here is number { $number } of { $day }. Write that number and day.
refusal-commendation-number-of-other-day = Number { $number } of this body is recorded with the day { $day }. Please check the signed paper.
refusal-commendation-number = A decision has a number and a symbol with a slash between, as in 215/QĐ-UBND.
refusal-commendation-decision-missing = Write the number of the decision.
refusal-commendation-body-missing = Write who decided.
refusal-commendation-day = Write a day, as in 27/7/2020.
refusal-commendation-day-ahead = { $day } has not come yet.
refusal-commendation-decided = This proposal is decided already.
refusal-commendation-decision-fallen = The decision was recalled or replaced, so its sheets are printed no more.
refusal-commendation-papers-unsigned =
    { $papers ->
        [submission] The submission is not signed.
        [minutes] There are no signed minutes.
       *[both] The submission is not signed, and there are no signed minutes.
    } Have them signed and numbered first, or tick this box to go on all the same.
refusal-commendation-paper-there = This paper is in the register already.
refusal-commendation-changed-meanwhile = Somebody changed it meanwhile. Open the page again.
commendation-signer = Who signs the proposal
commendation-signer-post = Post of the signer
