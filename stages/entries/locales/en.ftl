### Entries: dossiers, receipts, the staff's lists.
## Own dossiers

entries-mine = My dossiers
entries-mine-empty = Your dossiers will appear here.
entries-mine-empty-who = You begin a dossier, fill it part by part, read it back and submit it. You may stop and go on another day.
entries-mine-empty-closed = No contest takes dossiers at the moment.
entries-begin-action = Begin a dossier
entries-begin-another = Begin another dossier
entries-contest = Contest
entries-untitled = (untitled)

## Beginning

entries-begin = Begin a dossier
entries-begin-lead = The dossier is kept from this step on. Fill it part by part, stop whenever you like, and submit it once you have read it back.
entries-on-behalf = Enter a dossier for its authors
entries-on-behalf-lead = For authors who brought paper or asked their unit. The dossier says that it was entered for them, and by whom.
entries-doors-closed = The contest no longer receives dossiers.
entries-doors-closed-who = Dossiers that came in time can still be read under “My dossiers”.
entries-begin-submit = Begin and go on
entries-needed = A dossier holds
entries-choose = Choose a category
entries-limit-text = Typed here, at most { $max } characters
entries-limit-pdf = One PDF of at most { $max } MB
entries-limit-video = One video (MP4, MOV or WebM) of at most { $max } MB and { $minutes } minutes. The original is kept as it is; judges see a small copy without place and device.
entries-limit-photographs = Or choose several photographs at once (JPEG, PNG, at most { $most }): they are turned upright, where they were taken is left out, and they become one PDF in the order chosen.
entries-files-most = The files chosen are larger than { $max } MB together. Choose fewer photographs, or take them smaller.
entries-photographs-name = { $count } photographs.pdf
entries-photographs-agreed = I have looked through the photographs: no patient or child can be recognised, or they (for children: parents or guardian) agreed that these are sent.
entries-photographs-agreed-hint = Needed only when photographs are sent.
entries-video-agreed = I have watched the whole video: no patient or child can be recognised, or they (for children: parents or guardian) agreed that it is sent.
entries-versions = Versions of the file
entries-versions-count = All files ever sent ({ $count })
entries-versions-lead = Every file that was ever given for this part, the latest first. What was received stays when another file takes its place.
entries-version-file = File
entries-version-received = Received
entries-version-not-received = Not received
entries-version-current = In use
entries-version-photographs = made of { $count } photographs
entries-version-agreed = Whoever sent the photographs confirmed: { $words }
entries-label = Bar code label
entries-label-print = Print the label for the papers
entries-scanning = File scans
entries-scanning-lead = Shoot the bar code on the label of the papers, or type the number printed under it. The part that waits for its scan opens.
entries-scanning-code = Number on the label
entries-scanning-code-hint = For example QN8-0042. A hand scanner types it into this field.
entries-scanning-find = Open the dossier
entries-scan-clean = Scanned, no malware found
entries-scan-infected = Put apart: malware
entries-scan-not-scanned = Not scanned for malware
entries-put-apart = “{ $name }” was put apart because of malware
entries-put-apart-found = The scanner found: { $found }. The file cannot be opened any more and the part counts as missing. Please scan your computer, make the PDF anew and send it.
entries-intake-until = Dossiers are received until
entries-deadline-hour = { $hour }:{ $minute } (GMT+7) on { $weekday }, { $day }
entries-deadline-day = the end of { $weekday }, { $day } (GMT+7)
entries-deadline-left = { $days } { $days ->
        [one] day
       *[other] days
    } left
entries-deadline-today = today is the last day
entries-deadline-over = over
entries-weekday-1 = Monday
entries-weekday-2 = Tuesday
entries-weekday-3 = Wednesday
entries-weekday-4 = Thursday
entries-weekday-5 = Friday
entries-weekday-6 = Saturday
entries-weekday-7 = Sunday

## The dossier

entries-solution = The solution
entries-authors-task = Authors and their shares
entries-unit-task = Unit where it was made or is in use
entries-declarations = Declarations
entries-task-done = Done
entries-task-todo = To do
entries-task-lacks = Incomplete
entries-task-optional = Optional
entries-characters = { $count } { $count ->
        [one] character
       *[other] characters
    }
entries-left = { $left } { $left ->
        [one] part has
       *[other] parts have
    } to be completed before submitting.
entries-nothing-left = Every required part is there. Please read it back and submit.
entries-review = Read back and submit
entries-result-announced = The result has been announced
entries-see-result = See the result
entries-read-all = Read the whole dossier
entries-see-receipt = See the receipt
entries-received-at = Received at { $at }
entries-complete-until = To be completed by the end of { $day }.
entries-withdrawn-at = Withdrawn at { $at }
entries-reasons-returned = The secretariat asks you to complete the dossier
entries-reasons-withdrawn = The secretariat had asked to complete the dossier before it was withdrawn
entries-reasons-refused = The entry will not be judged
entries-save = Save and go back
entries-saved = Saved.
entries-saved-but = Saved, but still to be mended: { $problem }
entries-saved-at = Saved at { $time }
entries-autosave-failed = Could not be saved, perhaps the connection is lost. The text is still on the screen and saves itself once the connection is back; or press Save.
entries-back = Back to the dossier
entries-meanwhile = The dossier was changed in another window
entries-meanwhile-do = What you typed is still below and is not saved. This is what is kept now; press Save again to replace it with what you typed.

## The solution

entries-title = Title of the solution
entries-title-hint = Short and to the point. Exactly as on the form and in the description.
entries-category = Category
entries-category-chosen = Category that the authors chose
entries-category-moved = The secretariat moved the dossier to the category above to be judged; yours is “{ $category }” and stays in the dossier.
entries-created-on = Day on which it was made and first used
entries-created-from = Only solutions made on { $day } or later.
entries-entrant = Entered by
entries-entrant-hint = One author is an individual, two or more are a group.
entries-entrant-individual = An individual
entries-entrant-group = A group of authors
entries-entrant-organisation = An organisation
entries-organisation = Organisation
entries-organisation-hint = Only where an organisation enters. The natural persons who made it are still named.
entries-unit = Unit
entries-unit-hint = Helps to report by place and to choose judges from elsewhere.
entries-unit-lead = Choose the unit where the solution was made or is in use.
entries-unit-none = None
entries-unit-choose = Choose a unit
entries-assisting = Units that helped
entries-assisting-hint = Units that helped with the solution and do not send it. It is counted with the unit that sends it; judges of a unit that helped do not mark it.
entries-assisting-nth = Unit that helped, { $place }
entries-assisting-add = None
entries-assisting-none = Take this unit out

## Authors

entries-authors = Authors
entries-author = Author
entries-authors-lead = Name everybody who made the solution. The shares add up to 100%, and one person speaks for all.
entries-authors-empty = No author yet.
entries-authors-empty-who = Add each person who made the solution.
entries-author-add = Add an author
entries-author-name = Full name
entries-author-name-hint = As in their papers; it will stand on the certificate.
entries-author-born = Date of birth
entries-author-workplace = Place of work or residence
entries-author-workplace-hint = For instance: Minh Họa High School, Hạ Long.
entries-author-unit = Unit of the register
entries-author-unit-hint = Where the author belongs to one of these units, its judges will not mark this entry.
entries-author-email = E-mail
entries-author-phone = Telephone
entries-author-agreed = This author agreed and signed the registration form
entries-author-agreed-hint = This is the word of whoever writes the dossier. It counts as signed once the form with the signature is in the dossier.
entries-author-remove = Take this author out
entries-author-removed = The author was taken out.
entries-share = Share
entries-shares-sum = The shares add up to { $sum }
entries-shares-whole = 100%
entries-shares-not-whole = not 100%
entries-shares-save = Save the shares
entries-representative = Representative
entries-speaks = Speaks for the authors
entries-confirmed = Confirmed
entries-confirmed-in-app = Confirmed here
entries-confirmed-on-form = Signed the form
entries-confirmed-said = Said by the writer, no signed form
entries-confirmed-not = Not yet
entries-confirmed-by-mail = Confirmed by the link sent by mail, at { $at }
entries-confirmed-by-code = Confirmed by a code handed over, at { $at }
entries-confirmed-signed = Signed on “{ $name }”, recorded at { $at }
entries-confirm = The author’s confirmation
entries-confirm-ask = Ask for confirmation
entries-confirm-see = See how it was confirmed
entries-confirm-lead = Authors confirm their own share: they open the link on a telephone, without an account. When the share changes, the old confirmation ends and they are asked again.
entries-confirm-no-mail = The dossier has no e-mail address of this author: make a code to hand over or to read out.
entries-confirm-by-mail = Send a link to { $email }
entries-confirm-by-code = Make a code to hand over
entries-confirm-revoke = Take the link back
entries-confirm-mailed = The link was sent. Earlier links no longer open.
entries-confirm-revoked = The links were taken back.
entries-confirm-signed = The signature was recorded.
entries-confirm-made = The code was made
entries-confirm-made-text = The address and the code below are shown this once. Give them to the author alone: whoever holds the code can answer in the author’s place.
entries-confirm-spoken = The code to read out or write down, typed at the page /tac-gia:
entries-confirm-links = Links that were made
entries-confirm-made-at = Made at
entries-confirm-way = Way
entries-confirm-way-mail = By e-mail
entries-confirm-way-shown = A code handed over
entries-confirm-until = Opens until
entries-confirm-opens = Waiting for an answer
entries-confirm-ended = No longer opens
entries-confirm-declined = The author does not agree
entries-confirm-sign-heading = Record the signature on the paper form
entries-confirm-scan = The scan with the author’s signature
entries-confirm-scan-hint = Choose a file that lies in the dossier. Whoever records it saw the signature on it.
entries-confirm-scan-choose = Choose a file
entries-confirm-sign = Record the signature
entries-confirm-back = Back to the authors

## What an author opens by a personal link

entries-link-lead = { $name }, the share that the dossier gives you: { $share }.
entries-link-agree-means = By pressing the button below you agree to be named and confirm this very share. When the share is changed, the confirmation ends.
entries-link-agree = I agree to a share of { $share }
entries-link-agreed-now = Your confirmation was recorded.
entries-link-no-share = The dossier gives you no share yet. Please open this link again later.
entries-link-decline-heading = If it is not right
entries-link-reason = What is not right
entries-link-reason-hint = For example: the share must be 30%; I am no author. Whoever writes the dossier reads this.
entries-link-decline = I do not agree
entries-link-declined-now = Recorded; whoever writes the dossier was told.
entries-link-declined-at = You answered at { $at } that you do not agree
entries-link-closed = The dossier was submitted or closed, so the answer can no longer change.
entries-link-shut = The link does not open
entries-link-unknown = This address or code is not right.
entries-link-expired = The link has expired.
entries-link-revoked = The link was taken back, or another one stands in its place.
entries-link-shut-call = Please ask whoever writes the dossier for a new link.
entries-link-code-title = Type an author’s code
entries-link-code = Code
entries-link-code-hint = 16 letters and figures, in any case; hyphens do not count.
entries-link-code-open = Open
refusal-entries-link-code-missing = Please type the code: the 16 letters and figures that whoever writes the dossier handed over.
entries-supplement-title = Complete the dossier
entries-supplement-code-title = Type the code to complete a dossier
entries-supplement-lead = { $name }, solution “{ $title }”. This page opens what was asked for and nothing else; no account is needed.
entries-supplement-until = To be completed by the end of { $day }
entries-supplement-given = Given
entries-supplement-open = Asked for
entries-supplement-choose = Open each part above to send a file or write it anew. Once one part has come, the button to send the dossier in again stands here.
entries-supplement-send-means = After it is sent in again, this link changes nothing any more; the number stays.
entries-supplement-send = Send the dossier in again
entries-supplement-sent = The dossier was sent in again. The secretariat sees it in the queue at once.
entries-supplement-part-given = The part was saved. The dossier is still to be sent in again.
entries-supplement-received = Completed and received at { $at }. Keep this code.
entries-supplement-closed = This link takes nothing any more: the dossier was sent in again, was screened, or its time is over.
entries-supplement-files = Files by a link: 20 MB at most.
entries-supplement-ask = Link for the author to complete it
entries-supplement-ask-lead = { $name } completes it by a personal link, without an account, until the end of { $day }. The link opens these parts alone.
entries-supplement-parts = What the link opens
entries-supplement-made-text = Address and code are shown this once. Print them or read them to the author alone: whoever holds the code completes the dossier in their place.
entries-supplement-spoken = Code to be read out or written down, typed at /bo-sung:
entries-supplement-slip = Make a slip with a code
entries-supplement-back = Back to the dossier

## What authors consent to

entries-consents = What the authors consent to
entries-consents-lead = Each is a consent of its own and can be taken back at any time. To refuse has no effect on the judging.
entries-consent-to = Consent to what
entries-consent-change = Change
entries-consent-words-processing = The organisers keep and use my personal data in the dossier to run the contest.
entries-consent-words-publish-name = My name is published on the contest’s site if the solution wins a prize.
entries-consent-none = Not given
entries-consent-given-at = Given at { $at } ({ $how })
entries-consent-withdrawn-at = Taken back at { $at }
entries-consent-by-guardian = guardian: { $name }
entries-consent-how-link = by the personal link
entries-consent-how-account = in the account
entries-consent-how-form = on the signed form
entries-consent-guardian = The guardian who consents
entries-consent-guardian-hint = The author is not yet 18: write the name of father, mother or guardian.
entries-consent-give = Consent
entries-consent-withdraw = Take back
entries-consent-not-yours = The author answers
entries-consent-saved = Recorded.

## Parts

entries-parts = Parts of the dossier
entries-part-required = This part is required.
entries-part-optional = This part is optional.
entries-part-judges = Judges read this part: leave out the names of authors and units.
entries-part-not-judges = Judges do not read this part.
entries-part-foreign = These rules ask for no such part; it came along from the local contest. Take it away before submitting again.
entries-part-remove = Take this part away
entries-part-removed = The part was taken away.
entries-forms = Forms of the contest
entries-file-now = File
entries-file-choose = Choose a file
entries-file-replace = Choose another file instead
entries-file-send = Send the file
entries-file-open = Open
entries-file-save = Save
# In the words of an upload the browser puts megabytes in the place of %done and %all.
entries-upload-bar = How much of the file is uploaded
entries-upload-says = %done of %all MB are uploaded.
entries-upload-cut = The connection was cut. What was uploaded is kept: it goes on by itself once there is a connection; if this page was closed, choose the very same file within 3 days and it goes on where it stopped.
entries-upload-failed = The file could not be uploaded. Please choose it again and try again.
entries-declarations-lead = Read each sentence and tick it. The dossier can be submitted once all are confirmed.
entries-declare = I declare
entries-declared = Declared
entries-not-declared = Not declared

## Reading back and submitting

entries-review-lead = Read everything back. Once submitted, the dossier is closed and cannot be changed.
entries-warn = Worth a look before submitting
entries-warn-named = What judges read says: { $names }. Judges mark without knowing the authors; please take this out.
entries-warn-same-file = “{ $one }” and “{ $other }” are one and the same file.
entries-warn-nothing-changed = Nothing has changed since the dossier was submitted. Please complete what was asked for, then submit it again.
entries-lacking = { $count } { $count ->
        [one] thing stands
       *[other] things stand
    } in the way
entries-not-given = nothing yet
entries-edit = Change
entries-channel = Came by
entries-channel-hint = For a dossier on paper: how the paper came.
entries-channel-online = Online
entries-channel-by-hand = By hand
entries-channel-by-post = By post
entries-came-through-unit = Online, through the contact of { $unit }
entries-postmark = Day of the postmark
entries-postmark-hint = Required for post, left empty otherwise; this is the day that counts.
entries-scans-later = Received on paper, by hand or by post: files that are not scanned yet follow afterwards; the receipt names the parts that were received on paper.
entries-table = The dossier lay on the table before
entries-table-hint = Only where it came by hand and is entered later
entries-table-day = Day on which the paper was received
entries-table-hour = Hour
entries-table-hour-hint = For instance 16:00. This hour counts as the hour of submission.
entries-table-because = Why it is entered later
entries-table-because-hint = At most { $most } days after it was received. The hour and whoever enters it go into the journal, the reason stays with the dossier.
entries-submit-means = By submitting you confirm that all of this is true and enter the contest.
entries-submit = Submit the dossier

## The receipt

entries-receipt = Receipt
entries-receipt-paper = RECEIPT OF A DOSSIER
entries-number = Entry number
entries-slips = Sign-in slips
entries-slips-lead = For authors without e-mail: open an account and print a slip with the name, the page’s address and a code that works once. The code stands on the slip alone.
entries-slip-open = Open the account and print the slip
entries-slip-phone-hint = Better given: where names are the same, the telephone number decides.
entries-slip-holders = People who sign in by slip
entries-slip-filter = Filter by name or telephone
entries-slip-again-hint = Another slip ends the one before and the password that its owner chose; whoever is signed in is signed out. The journal keeps it.
entries-slip-latest = Latest slip
entries-slip-used = Used { $at }
entries-slip-over = Over
entries-slip-until = Works until the end of { $day }
entries-slip-again = Print another slip
entries-slip-print = Print a sign-in slip
entries-slip-for-author = An author without e-mail comes in by this slip, finds the dossier in the own list and claims it. The code stands on the slip alone; another slip ends this one.
entries-slip-paper = Sign-in slip
entries-slip-of = Sign-in slip of
entries-slip-step-open = Go to { $address } or scan the square code.
entries-slip-type-name = Type the full name: { $name }, then the code below.
entries-slip-type-either = Type the full name: { $name }, or the telephone number: { $phone }, then the code below.
entries-slip-step-password = Choose a password for the next times, or leave it and ask for another slip when needed.
entries-slip-code-label = Code that works once; capitals and hyphens do not matter:
entries-slip-note = Works until the end of { $day }. Whoever has this slip comes in as you: keep it to yourself.
entries-claim = Claim an entry made on your behalf
entries-claim-lead = If a unit’s contact or the secretary entered your dossier, type the code on its receipt. The name of your account must be the author’s name in the dossier.
entries-claim-code-hint = The code printed on the receipt, such as 7KQM2-X0V9D.
entries-claim-it = Claim this entry
entries-claim-waits = Somebody else wrote this dossier for you
entries-claim-what = Once claimed it is yours: you change, submit and withdraw it. Whoever wrote it goes on reading and helping.
entries-claimed = Owner
entries-claimed-from = Its author claimed this entry from whoever wrote it.
entries-claimed-now = The entry is in your list.
entries-mail-claimed-subject = Author claimed the entry: { $title }
entries-mail-claimed = { $name } claimed the entry “{ $title }” { $number } ({ $contest }), which you wrote on their behalf.

    You go on reading and helping; taking it back is the author’s.
entries-receipt-code = Receipt code
entries-receipt-code-note = Receipt code: { $code }. Keep it.
entries-receipt-note = Receipt code { $code }. This paper proves that the content and the files with these hashes were received. Contact: { $agency }.
entries-receipt-save = Save the receipt (PDF)
entries-submitted-at = Submitted at
entries-on-table = Paper received at
entries-on-paper = Received on paper, to be scanned
entries-scans-awaited = Received on paper, not scanned yet
entries-handed-in = Handed in by
entries-handed-in-authorised = { $by }, on behalf, on the authorisation of { $day } by { $name }
entries-authorisation = Authorisation
entries-authorisation-required = The rules allow submitting online on behalf only with the author’s signed authorisation.
entries-authorisation-free = The rules do not ask for it. With one the receipt says that it was submitted on authorisation.
entries-authorisation-by = Author who signed
entries-authorisation-on = Signed on
entries-authorisation-until = Holds until the end of
entries-authorisation-scan = Scan of the authorisation
entries-authorisation-scan-hint = A scan or a photo: PDF, JPEG, PNG.
entries-authorisation-another = If another is recorded the latest counts; the earlier ones stay.
entries-authorisation-recorded = The authorisation is recorded.
entries-authorisation-used = Submitted on it
entries-authorisation-is = signed by { $name } on { $day }
entries-handed-in-contact = { $name }, contact of { $unit }
entries-handed-in-organisers = { $name }, for the organisers
entries-supplemented-at = Completed at
entries-dossier-hash = Hash of the dossier (SHA-256)
entries-files-received = Files received
entries-initiative = From the initiative
entries-origin = Number in the local contest
entries-next = What happens next
entries-next-screening = The secretariat checks the dossier; if something is missing, you are told by e-mail and on this page.
entries-next-judging = What is in order gets a blind code; judges see neither authors nor units.
entries-next-result = The result is announced on the contest's site and mailed to every author who gave an address.

## What the public reads

entries-public = Solutions to be judged
entries-public-lead = The solutions that passed screening. Authors and units are named together with the result, so that judging stays blind.
entries-public-search-hint = Words of the title; marks do not matter.
entries-public-later = The titles appear here once the contest above has announced its result.
entries-public-later-why = Solutions of this contest may go up to a contest that judges blind. A title read beside the unit's name would tell where it comes from.
entries-public-later-back = See the contest's page
entries-public-not-yet = The organisers publish the list once the dossiers are screened.
entries-public-counts = { $count } solutions passed screening and will be judged. Titles, authors and units are published together with the result.
entries-publish = Publish the admitted entries
entries-publish-lead = Until the result is announced anybody reads what is published here and nothing else. Never an author, a unit or a number.
entries-publish-now = Published now
entries-publish-stands = { $how }; published by { $by }, { $at }.
entries-publish-see = See the public page
entries-publish-because = Why it is taken back
entries-publish-because-hint = The reason stays in the register.
entries-publish-end = Take the list back
entries-publish-list = What would be published ({ $count })
entries-publish-none = There is nothing to publish.
entries-publish-none-who = Admitted entries stand here once they are screened; the rules may allow nothing before the result.
entries-publish-screening = Open the queue of screening
entries-publish-how = Publish
entries-publish-how-hint = As much as the rules allow. Entries that are admitted later appear when the list is published again.
entries-publish-how-counts = how many, by category
entries-publish-how-titles = titles, by category
entries-publish-bar = This takes the place of the list that is published, if there is one.
entries-publish-do = Publish
entries-publish-was-published = The list was published.
entries-publish-was-ended = The list was taken back.
entries-earlier = Solutions of earlier editions
entries-earlier-lead = Lists of editions held before this program, with which titles are compared. Authors and units are read by those who screen alone.
entries-earlier-see-public = See what anybody reads
entries-earlier-place = { $from }–{ $to } of { $total } solutions
entries-earlier-year = Year
entries-earlier-prize = Prize
entries-earlier-remove = Take out
entries-earlier-none = There is no such solution.
entries-earlier-none-who = The secretariat takes the lists of earlier editions in from a workbook.
entries-earlier-public = Solutions of earlier contests
entries-earlier-public-lead = Titles and prizes of editions that are over, so that entrants know what there was.
entries-earlier-public-none = The list stands here once the secretariat took in earlier editions.
entries-earlier-import = Take in from a workbook
entries-earlier-import-lead = The workbook is read first and nothing is written; every row is read back before it is taken in.
entries-earlier-file = Workbook
entries-earlier-file-hint = XLSX, at most 4 MB and 5,000 rows; the first sheet is read.
entries-earlier-read-first = Read every row first
entries-earlier-format = How a workbook is read
entries-earlier-format-heads = The head has these columns, in any order; year and title at least:
entries-earlier-format-key = A row with year and title of a known solution changes that one; an empty cell takes nothing away.
entries-earlier-preview = The list read back
entries-earlier-preview-lead = No row was taken in yet. This is what would become of each.
entries-earlier-preview-bar = New and changed rows go into the lists of earlier editions.
entries-earlier-take-in = Take the list in
entries-earlier-nothing-to-take = This workbook changes nothing.
entries-earlier-was-imported = Taken in: { $added } solutions new, { $changed } changed.
entries-earlier-was-removed = The solution was taken out.
entries-public-empty = The entries will appear here.
entries-public-empty-who = The list is there once the secretariat has screened the dossiers. If you are searching, try fewer words.

## Withdrawing

entries-withdraw = Withdraw the entry
entries-withdraw-means = A withdrawn entry is not judged and cannot be taken up again. Its number and the reason stay in the register.
entries-withdraw-reason = Reason
entries-withdraw-request = The authors’ signed request
entries-withdraw-request-hint = An entry sent in for its authors and received is withdrawn on their request alone. A scan or a photo: PDF, JPEG, PNG.
entries-withdrawn-done = The entry was withdrawn.

## States, for the author and for the staff

entries-own-state-draft = Being written
entries-own-state-submitted = Submitted, to be checked
entries-own-state-returned = To be completed
entries-own-state-admitted = In order, to be judged
entries-own-state-refused = Not judged
entries-own-state-withdrawn = Withdrawn
entries-state = State
entries-state-draft = Draft
entries-state-submitted = To be screened
entries-state-returned = Returned
entries-state-admitted = Admitted
entries-state-refused = Refused
entries-state-withdrawn = Withdrawn
entries-state-announced = Judged, result announced

## The staff's pages

entries-all = Entries
entries-of-unit = The unit's entries
entries-search = Search
entries-search-hint = Number, title, author, unit; marks do not matter.
entries-received = Received on
entries-any = Any
entries-sort = Order
entries-sort-number = By number
entries-sort-title = By title
entries-filter = Filter
entries-helped = Entries that the unit helped with ({ $count })
entries-helped-text = Another unit sends them, yours helped. They are counted with the unit that sends them.
entries-helped-sender = Sent by
entries-place = { $from }–{ $to } of { $total }
entries-everything = Show all { $total } on one page
entries-search-shared = { $name } (shared)
entries-search-keep = Keep this search
entries-search-name = Name of the search
entries-search-name-hint = For example: medicine, to be completed.
entries-search-share = Share it
entries-search-share-hint = Everybody who reads this list sees the search, with the words that are looked for.
entries-search-save = Keep the search
entries-search-forget = Forget
entries-search-was-saved = The search was kept.
entries-search-was-forgotten = The search was forgotten.
entries-list-empty = No entry matches.
entries-list-empty-who = Entries appear here when authors begin and submit them, or when the staff enters them. If a filter is on, try a wider one.
entries-open-dossier = Open to change
entries-contact = Contact
entries-kept-by = Written by
entries-kept-on-behalf = Somebody else, for the authors
entries-history = What happened
entries-when = When
entries-what = What
entries-who = Who
entries-line = Journal line
entries-frozen = Submissions and their hashes
entries-event-entry-begun = Begun
entries-event-entry-changed = Changed
entries-event-entry-conflict-declared = The screener declared a conflict of interest
entries-event-entry-submitted = Submitted
entries-event-entry-supplemented = Completed
entries-event-entry-choice-restored = Back to the rule's choice
entries-event-entry-left-out = Left out of the list that goes up
entries-event-entry-taken-in = Taken into the list that goes up
entries-event-entry-passed-on = Handed over to a successor
entries-event-entry-promoted = Received from a local contest
entries-event-entry-corrected-below = Corrected by the local contest
entries-event-entry-moved = Moved to another category
entries-event-entry-returned = Returned for completion
entries-event-entry-admitted = Admitted
entries-event-entry-refused = Refused
entries-changed-solution = title and category
entries-changed-authors = authors
entries-changed-unit = unit
entries-changed-assisting = units that helped
entries-changed-declarations = declarations
entries-event-entry-withdrawn = Withdrawn
entries-event-entry-file-quarantined = File with malware put apart
entries-event-author-asked = Author asked to confirm
entries-event-author-confirmed = Author confirmed
entries-event-author-declined = Author does not agree
entries-event-authorisation-recorded = Authorisation recorded
entries-event-authorisation-used = Submitted on authorisation
entries-event-author-joined = Author joined with their account
entries-event-entry-claimed = Author claimed an entry made on their behalf
entries-event-author-links-revoked = Author’s links taken back
entries-event-author-signed = Author’s signature recorded
entries-event-supplement-asked = Link for the author to complete it
entries-event-supplement-given = Author gave a part by the link
entries-event-supplement-links-revoked = Links for completing taken back
entries-event-consent-given = Author consented to something
entries-event-consent-withdrawn = Author took a consent back

entries-sealed = Sealed copy of the local dossier
entries-sealed-same = Equal to the origin
entries-sealed-other = Not equal to the origin
entries-sealed-earlier = Sealed copy before the correction

entries-local-result = Result in the local contest
entries-local-result-is = place { $place }, { $points } points

## A unit's list

entries-unit-lists = Entries confirmed by units
entries-unit-lists-lead = Each unit puts its entries in order and confirms them by a signed list.
entries-unit-quota = At most { $quota } entries of each unit.
entries-unit-list = Entries confirmed by the unit
entries-unit-list-lead = Put the unit's submitted entries in order, print the list for signature, then send the signed one.
entries-unit-list-required = By the rules an entry is admitted only once its unit has confirmed it.
entries-unit-list-optional = The rules do not require the unit's word.
entries-unit-list-empty = There is no entry to put in order yet.
entries-unit-list-empty-who = Entries appear here once authors of the unit have submitted them.
entries-list-received = Submitted
entries-list-listed = On the list
entries-list-waiting = Waiting for the signed list
entries-list-confirmed = Confirmed
entries-list-place = Order
entries-list-order-hint = Write 1, 2, 3… beside what the unit sends; leave the others empty. What is confirmed keeps its place.
entries-list-order = Save the order
entries-list-ordered = The order of the unit's entries was saved.
entries-list-sign = Send the signed list
entries-list-sign-text = The signed list confirms the { $count } entries that wait on it.
entries-list-document = Number and symbol
entries-list-document-hint = For instance 12/DS-CĐMH.
entries-list-signed-on = Day of signature
entries-list-signed-by = Signed by
entries-list-scan = The signed list
entries-list-scan-hint = A scan, a photo or a digitally signed PDF: PDF, JPEG, PNG.
entries-list-sign-bar = Once sent, these entries are marked as confirmed by the unit and their order cannot be changed any more.
entries-list-signed = The signed list was recorded. Its entries are confirmed by the unit.
entries-list-papers = Signed lists
entries-list-paper = signed by { $signer }, received at { $at }
entries-endorsed = Unit's confirmation
entries-endorsed-yes = Confirmed by the unit
entries-endorsed-by = List { $document } of { $day }
entries-endorsed-waiting = Waiting for the signed list
entries-endorsed-not-listed = Not on the list
entries-endorsed-not-yet = Not confirmed by the unit yet
entries-event-entry-endorsed = Confirmed by the unit

## A unit has ended

entries-succession = Pass entries to successors
entries-succession-lead = Choose who takes over each part of what the old unit held in this edition. Where a unit was split, a person chooses for each part. What was received keeps its number, its content and the unit’s name of that day, and counts with the successor from now on.
entries-succession-none = Nothing is left to pass.
entries-succession-no-successor = The register names no successor.
entries-succession-choose = Choose a unit
entries-succession-bar = The journal and the history of each dossier keep that it was handed over.
entries-succession-do = Hand the dossiers over
entries-succession-drafts = Dossiers being written for their authors
entries-succession-received = Received entries
entries-succession-received-text = An entry on the unit's list goes with its place and the paper that confirms it.
entries-succession-stays = Stays with the old unit
entries-succession-places = Free places
entries-succession-places-text = { $count } places of the old unit are free. Say how many pass to each unit.
entries-succession-contests = The unit's own contest
entries-succession-contests-text = The contest goes with the unit's entries in it and its places above by its own rules. Its organisers get their role on the accounts' page.
entries-succession-helps = Entries that the unit helped with
entries-succession-helps-label = { $count } entries sent by others
refusal-entries-places-not-theirs = The old unit has { $left } free places to pass.
refusal-entries-places-malformed = Write the number of places in digits, for instance 2.
entries-event-entry-help-passed-on = Help passed to a successor
entries-event-entry-reserve-raised = Sent up in the stead of one withdrawn above
entries-held-by = Successor
entries-outside-contests = The unit held its contest outside this system: record the decision and send entries up
entries-succession-own = { $count } dossiers that authors write themselves still name this unit; their authors choose the unit anew.
entries-successor = { $unit } ({ $extent })
entries-passed-on = The dossiers were handed over.

## Letters

entries-mail-receipt-subject = Received: { $number }
entries-mail-receipt =
    The committee of { $contest } received your dossier.

    Number: { $number }
    Solution: { $title }
    Submitted at: { $at }
    Receipt code: { $code }
    Hash (SHA-256): { $hash }
    Place in the journal: line { $line }

    Files received, with their SHA-256:
    { $files }

    The secretariat will check it and write to you.
entries-mail-receipt-itself =
    The committee of { $contest } received your dossier. It was complete and submitted itself at the deadline, as you chose.

    Number: { $number }
    Solution: { $title }
    Counted as submitted at: { $at }
    Receipt code: { $code }
    Hash (SHA-256): { $hash }
    Place in the journal: line { $line }

    Files received, with their SHA-256:
    { $files }

    The secretariat will check it and write to you.
entries-mail-no-files = (no files)
entries-mail-lacks-subject = Not complete enough to submit itself: { $title }
entries-mail-lacks =
    You chose that your dossier for { $contest }, “{ $title }”, submit itself at the deadline ({ $closes }). It still lacks:

    { $lacks }

    Sign in and complete it in time. While something is missing, it will not submit itself.
entries-mail-missed-subject = Could not submit itself: { $title }
entries-mail-missed =
    The deadline of { $contest } has passed ({ $closes }). The dossier “{ $title }” could not submit itself, because it then lacked:

    { $lacks }

    The draft is kept. If you need help, please contact { $agency }.
entries-mail-extended-subject = Draft { $code } has more time, until { $until }
entries-mail-extended =
    The committee of { $contest } gives the draft with the code { $code } more time, until { $until }.

    Reason: { $reason }

    The extension stands in the contest's public list, without the title and the authors.
entries-mail-supplemented =
    The committee of { $contest } received your completed dossier.

    Number: { $number }
    Solution: { $title }
    Completed at: { $at }
    Receipt code: { $code }
    New hash (SHA-256): { $hash }
    Place in the journal: line { $line }

    Files received, with their SHA-256:
    { $files }
entries-mail-returned-subject = Please complete { $number } by { $until }
entries-mail-returned =
    The secretariat of { $contest } asks you to complete { $number }, “{ $title }”:

    { $reasons }

    Until the end of { $until }. Sign in, change these parts and submit again; the number stays.
entries-mail-returned-link =
    The secretariat of { $contest } asks you to complete { $number }, solution “{ $title }”:

    { $reasons }

    By the end of { $until }. Send what is missing by your personal link, without an account; the number stays:
    { $address }

    Do not pass this link on: whoever opens it completes the dossier in your place.
entries-mail-confirm-subject = Please confirm your share: { $title }
entries-mail-confirm =
    Dear { $name },

    The entry “{ $title }” in { $contest } names you as an author with a share of { $share }.

    See it and answer at your personal link; no account is needed:
    { $address }

    Do not pass the link on: whoever opens it can answer in your place.
entries-mail-declined-subject = { $name } does not agree to “{ $title }”
entries-mail-declined =
    The author { $name } does not agree to be named as the entry “{ $title }” in { $contest } says now:

    { $reason }

    Please talk to the author, correct the dossier and ask for confirmation again.
entries-mail-moved-subject = { $number } was moved to another category
entries-mail-moved =
    The secretariat of { $contest } moved { $number }, solution “{ $title }”, from the category “{ $from }” to “{ $to }” to be judged there.

    Why: { $why }

    The dossier that was received does not change. Answer the secretariat before judging begins if you do not agree.
entries-merged = Merged
entries-merged-into = Merged into
entries-merged-see = See the entry
entries-merged-at = Merged into the entry of the same solution at { $at }
entries-event-entry-merged = Merged into the entry of the same solution
entries-event-entry-twin-taken-in = Another entry of the same solution merged into it
entries-event-entry-taken-apart = Taken apart, an entry of its own again
entries-event-entry-twin-left = The merged entry was taken apart
entries-mail-merged-subject = Entry { $number } was merged into { $other }
entries-mail-merged = Entry { $number }, “{ $title }”, and entry { $other } are one solution that was sent twice. A solution takes part in { $contest } once: { $number } is closed, the solution goes on as { $other }. Reason: { $reason } If this is wrong, tell the standing agency at once: until screening decides, the two can be taken apart.
entries-mail-twin-subject = Entry { $other } was merged into { $number }
entries-mail-twin = “{ $title }” was sent to { $contest } twice. Entry { $number } goes on; { $other } is closed, and the unit that sent it is recorded as a helper. Reason: { $reason } If this is wrong, tell the standing agency at once: until screening decides, the two can be taken apart.
entries-mail-apart-subject = Entries { $number } and { $other } go on apart
entries-mail-apart = Entry { $number }, “{ $title }”, and entry { $other } were merged and are taken apart again: each takes part in { $contest } under its own number. Reason: { $reason }
entries-mail-withdrawn-subject = Entry { $number } was withdrawn
entries-mail-withdrawn = Entry { $number }, “{ $title }”, was withdrawn from { $contest }. Reason in the register: { $reason } If the authors did not ask for it, tell the standing agency at once.
entries-mail-quarantined-subject = A file of your dossier was put apart because of malware
entries-mail-quarantined = In the dossier of “{ $title }” for { $contest }, the file “{ $name }” of the part “{ $part }” was put apart because the scanner found malware in it ({ $found }). Nobody can open it any more and the part counts as missing. Please scan your computer, make the file anew and send the part again; if the dossier was submitted, please ask the contest's secretary to return it for completion.
entries-mail-admitted-subject = { $number } is in order
entries-mail-admitted = { $number }, “{ $title }”, is in order and will be judged in { $contest }. You will hear the result when it is announced.
entries-mail-refused-subject = { $number } will not be judged
entries-mail-refused =
    { $number }, “{ $title }”, will not be judged in { $contest }:

    { $reasons }

    If you disagree, write to the committee.

## What stands in the way

refusal-entries-supplement-in-account = An author with an account wrote this dossier and completes it there, not by a link.
refusal-entries-not-given-back = The dossier does not lie with its author.
refusal-entries-nothing-given = Nothing that was asked for was given yet.
refusal-entries-search-name = Name the search, in { $most } letters at most.
refusal-entries-search-nothing = Ask for something first.
refusal-entries-searches-full = This list has { $most } searches. Forget one first.
refusal-entries-earlier-year = Write a year from { $first } to { $last }: 2019, or 2018-2019.
refusal-entries-earlier-too-long = At most { $max } letters in a cell.
refusal-entries-earlier-doubled = The same title of the same year stands in row { $row }.
refusal-entries-earlier-empty = The workbook names no solution.
refusal-entries-earlier-changed-meanwhile = Somebody changed the list meanwhile. Read it again, then go on.
refusal-entries-window-not-open = Dossiers are received from { $opens_at }; the draft is kept.
refusal-entries-window-closed = The intake closed at { $closed_at }. What you wrote is kept; please contact the standing agency if need be.
refusal-entries-no-such-channel = This contest does not take dossiers this way.
refusal-entries-postmark-after-close = The postmark of { $postmark } is after the last day ({ $last_day }).
refusal-entries-postmark-ahead = The postmark of { $postmark } is later than the day it arrived ({ $arrived }). Look at the envelope again.
refusal-entries-arrived-too-late = It arrived on { $arrived }, after the last day for post ({ $latest }).
refusal-entries-title-missing = Please write the title.
refusal-entries-title-too-long = The title has { $length } characters; at most { $max } fit.
refusal-entries-category-missing = Please choose a category.
refusal-entries-category-unknown = This contest has no category “{ $category }”.
refusal-entries-entrant-not-admitted = The rules admit no entrant of this kind.
refusal-entries-entrant-unknown = Please say who enters.
refusal-entries-organisation-missing = Please name the organisation.
refusal-entries-individual-with-co-authors = An individual enters, but { $authors } authors are named. Choose a group.
refusal-entries-group-of-one = A group has two authors or more.
refusal-entries-creation-day-missing = Please write the day on which it was made ({ $from } or later).
refusal-entries-not-created-in-window = It was made on { $day }, before { $from }.
refusal-entries-created-in-future = { $day } has not come yet.
refusal-entries-no-author = Please name an author.
refusal-entries-too-many-authors = There are { $authors } authors; at most { $max } may be named.
refusal-entries-share-zero = Please write the share of { $name }.
refusal-entries-share-not-a-percentage = “{ $given }” is no percentage. Write 0 to 100 with at most two decimals, for instance 33.33.
refusal-entries-shares-not-100 = The shares add up to { $sum }. Please make it 100%.
refusal-entries-representative-missing = Please choose who speaks for the authors.
refusal-entries-representative-not-one = { $count } are chosen; one speaks for all.
refusal-entries-author-unconfirmed = { $name } has not agreed yet.
refusal-entries-author-confirmed-already = This author has confirmed already.
refusal-entries-author-no-address = The dossier has no e-mail address of this author. Please write one, or make a code to hand over.
refusal-entries-author-no-share = This author has no share yet. Please save the shares before asking for confirmation.
refusal-entries-guardian-missing = The author is not yet 18: please write the name of the guardian who consents.
refusal-entries-author-share-changed = The share was just changed; it is { $share } now. Please look again and answer.
refusal-entries-signature-scan-missing = Please choose the scan that bears the signature.
refusal-entries-signature-not-recorded-here = An author writes this dossier: the other authors confirm by their own link or code.
refusal-entries-birth-day-missing = Please write the date of birth of { $name }; the least age is { $min }.
refusal-entries-author-too-young = { $name } is not { $min } years old on { $on }.
refusal-entries-part-missing = “{ $part }” is missing.
refusal-entries-part-too-long = “{ $part }” has { $length } characters; at most { $max } fit.
refusal-entries-part-too-large = The file of “{ $part }” is larger than { $max } MB.
refusal-entries-part-of-other-kind = “{ $part }” takes another kind of content.
refusal-entries-part-unknown = The rules ask for no part “{ $part }”. Please take it away.
refusal-entries-declaration-missing = Not declared: “{ $declaration }”
refusal-entries-changed-meanwhile = The dossier was changed in another window. What you typed is not saved but still on this page.
refusal-entries-already-submitted = It was submitted in another window as { $number }. Open the dossier again to see what was submitted.
refusal-entries-withdrawn = It was withdrawn at { $at }.
refusal-entries-completion-over = The time to complete it ended with { $until }.
refusal-entries-not-returned = Nothing was asked to be completed.
refusal-entries-frozen = It was submitted as { $number } at { $at } and does not change any more.
refusal-entries-not-submitted = The entry does not wait for screening.
refusal-entries-reason-missing = Please give the reason.
refusal-entries-prizes-decided = The prizes are decided, so it cannot be withdrawn any more. Authors who give up a prize write to the Organizing Committee.
refusal-entries-table-ahead = { $at } has not come yet. Look again at the day and the hour.
refusal-entries-table-too-long-ago = A dossier on paper is entered within { $most } days after it was received. Look again at the day.
refusal-entries-table-because-missing = Say why it is entered later.
refusal-entries-hour-malformed = This is no hour. Write hour:minute, for instance 16:00.
refusal-entries-not-on-the-table = Day and hour of the paper belong to what came by hand. Choose “by hand”, or leave those fields empty.
refusal-entries-no-scan-awaited = The dossier does not wait for a scan of this part.
refusal-entries-scans-awaited = Not scanned yet: { $parts }. Judges read scans, so all of it is scanned before it is admitted.
refusal-entries-unit-stands = This unit has not ended, so nothing is handed over.
refusal-entries-no-successor = Please choose a successor of the register.
refusal-entries-merge-decided = Screening has decided on one of the two, or it was withdrawn or merged: they are neither merged nor taken apart any more.
refusal-entries-not-merged = This entry was not merged into another.
refusal-entries-nothing-to-pass = Nothing was chosen to pass.
refusal-entries-not-endorsed = The unit has not confirmed this entry; the rules admit it only once it has.
refusal-entries-list-changed-meanwhile = The list was changed in another window. Open the page again to see the list as it is now.
refusal-entries-unit-quota-full = The list has { $given } entries, more than the { $limit } that the rules leave to each unit. Take some off.
refusal-entries-nothing-to-confirm = No entry on the list waits to be confirmed.
refusal-entries-list-from-future = { $date } has not come yet. Enter the day on the signed list.
refusal-entries-list-day-malformed = Enter the day on which the list was signed, for instance 5/4/2021.
refusal-entries-place-malformed = Write the order as 1, 2, 3… or leave it empty.
refusal-entries-place-twice = Another entry has this place already.
refusal-entries-request-missing = Add the authors’ signed request.
refusal-entries-already-withdrawn = It was withdrawn at { $at } already.
refusal-entries-not-launched = The contest is not launched yet.
refusal-entries-unit-unknown = There is no such unit. Please choose again.
refusal-entries-unit-missing = Please choose the unit for which you enter it.
refusal-entries-assists-itself = The unit that sends the entry does not help with it besides. Take it out of the units that helped, or choose another sender.
refusal-entries-assisting-too-many = At most { $most } units that helped can be named.
refusal-entries-assisting-unknown = There is no such unit. Please choose the unit that helped again.
refusal-entries-channel-not-yours = A dossier that its author writes is submitted online.
refusal-entries-channel-missing = Please say how the dossier came: online, by hand or by post.
refusal-entries-postmark-missing = Please write the day of the postmark, for instance 30/6/2021.
refusal-entries-file-missing = Please choose a file first.
refusal-entries-not-a-pdf = “{ $name }” is no PDF. Please save it as PDF and choose it again; nothing was changed.
refusal-entries-several-files = A part takes one PDF. Please choose one file, or several photographs.
refusal-entries-label-unknown = No dossier of this edition has that number. Please shoot the bar code again, or type what is printed on the label.
refusal-entries-file-infected = “{ $name }” was put apart because the scanner found malware in it. Please scan your computer, make the file anew and choose it again.
refusal-entries-not-a-picture = “{ $name }” is no photograph. Please choose photographs alone, or one PDF alone; nothing was changed.
refusal-entries-picture-damaged = The photograph “{ $name }” is damaged or cut short. Please take or choose another; nothing was changed.
refusal-entries-picture-too-many-points = The photograph “{ $name }” has more than { $most } million points. Please set the camera to a smaller size and take it again.
refusal-entries-pictures-too-large = Even made small the photographs are more than { $max } MB together. Please send fewer.
refusal-entries-pictures-too-many = At most { $most } photographs are taken at once. Please choose fewer.
refusal-entries-picture-heic = This server cannot read the HEIC photograph “{ $name }”. On an iPhone: Settings → Camera → Formats → “Most Compatible”, then take it again; on Android: switch HEIF (high efficiency pictures) off in the camera's settings.
refusal-entries-pictures-unagreed = Please look through the photographs, tick what is said of patients and children, and choose them again.
refusal-entries-video-unagreed = Please watch the video, tick what is said of patients and children, and choose it again.
refusal-entries-video-several = This part takes one video. Please choose one file.
refusal-entries-not-a-video = “{ $name }” is no MP4, MOV or WebM video, whatever its name says. Please save it as MP4.
refusal-entries-video-broken = The video “{ $name }” is damaged or was not copied to its end. Please copy it again from the camera.
refusal-entries-video-endless = The video “{ $name }” does not say how long it is. Please save it as MP4 and choose it again.
refusal-entries-video-too-long = The video “{ $name }” is longer than { $most } minutes. Please cut it and choose it again.
refusal-entries-pdf-locked = “{ $name }” is locked with a password. Please unlock it and choose it again.
refusal-entries-pdf-damaged = “{ $name }” is damaged, incomplete, or its structure cannot be read. Please open it, print it to PDF again and choose the new file.
refusal-entries-pdf-too-much = “{ $name }” holds too many pages or too much inside (at most { $pages } pages). Open it, print it to PDF or take pages out, and choose it again.
refusal-entries-file-too-large = “{ $name }” has { $size }; at most { $max } MB fit.
refusal-entries-day-malformed = This is no day. Write day/month/year, for instance 30/6/2021.
refusal-entries-version-malformed = The form is incomplete. Please open the page again.
refusal-entries-no-upper-category = The category has no counterpart in the contest above.
refusal-entries-promoted-already = It was sent up already.
refusal-entries-origin-is-here = That local contest is held in this system: send the entry from its own page.
refusal-entries-correction-too-late = Screening has decided on the entry or it was withdrawn: no correction is taken any more.
refusal-entries-refused-already = Screening has refused this dossier; there is nothing left to withdraw.
refusal-entries-not-promotable = Only an entry that was received and stands can be sent up.
refusal-entries-number-form = “{ $given }” is no entry number, as in QN8-0042.
refusal-entries-authorisation-from-future = The day of signing ({ $day }) has not come.
refusal-entries-authorisation-ended = The authorisation ended on { $day }.
refusal-entries-authorisation-missing = The rules allow submitting on behalf only with an authorisation that holds: record it under “Authorisation” first.
refusal-entries-claimed-already = This entry has its owner.
refusal-entries-claim-not-representative = The author who speaks for all claims the entry; the others read it in their own list.
refusal-entries-nothing-to-claim = No entry made on behalf has this receipt code and waits for an author of your name. Check the code, or ask whoever entered it.
refusal-entries-receipt-code-form = “{ $given }” is no receipt code, as in 7KQM2-X0V9D.

## The list, taken along

entries-list-xlsx = Download XLSX
entries-list-print = Print the list
entries-taken-place = No.
entries-list-authors = Authors
entries-list-phone = Telephone
entries-list-email = E-mail

## What was received, in pictures

entries-intake = Intake in pictures
entries-packages = Take in a package from another system
entries-intake-total = received, without those withdrawn
entries-intake-days = By day
entries-intake-categories = By category
entries-intake-units = By sending unit
entries-intake-no-unit = No unit named
entries-intake-empty-who = The pictures are here once a dossier is submitted.

## The last night

entries-countdown = Server time { $now }, { $left } left.
entries-extended-until = This entry has more time, until { $until }
entries-extended = Has more time until
entries-itself = Submit itself at the deadline, if complete
entries-itself-hint = At the deadline the dossier is checked as if you submitted it by hand. If something is missing, it is not submitted; a letter says what is missing, before and after.
entries-itself-save = Save the choice
entries-itself-chosen = The dossier will submit itself at the deadline, if complete.
entries-itself-dropped = The dossier will not submit itself.
entries-itself-missed = The dossier could not submit itself: something required was missing at the deadline.
entries-itself-now = The deadline has passed. The dossier is about to submit itself; please open this page again in a minute.
entries-draft-code = Draft code
entries-draft-code-hint = Read it out to the secretariat if you need more time; it tells nothing of the dossier.
entries-extensions = More time for single entries
entries-extensions-lead = Every extension for a single entry stands here. The list names no title, author or unit.
entries-extensions-empty = No entry was given more time.
entries-extensions-empty-who = More time for all is announced by an amendment of the rules.
entries-extension-granted = Decided at
entries-extension-until = Received until
entries-extension-cause = Cause
entries-extension-cause-network = The system or the network failed
entries-extension-cause-disaster = Disaster or a wide power cut
entries-extension-cause-illness = Illness or an accident
entries-extension-cause-other = Another cause
entries-extend = Give an entry more time
entries-extend-code-hint = The writer reads it out from the page of the dossier, for example 4F2A-91BC.
entries-extend-day = Received until the day
entries-extend-hour = Hour
entries-extend-cause-hint = It is public.
entries-extend-reason = The reason in detail
entries-extend-reason-hint = Kept and sent to the authors; not public.
entries-extension-done = More time was given and its writer told.
entries-journal-place = Place in the journal
entries-journal-line = line { $line }
entries-event-entry-extended = Was given more time
entries-event-entry-itself-chosen = Set to submit itself at the deadline
entries-event-entry-itself-dropped = No longer set to submit itself
entries-event-entry-itself-missed = Could not submit itself
refusal-entries-not-itself = Only a draft that its own author writes submits itself.
refusal-entries-submits-itself = The deadline has passed and the dossier is about to submit itself, so it cannot be changed. Please open the page again in a minute.
refusal-entries-no-such-draft = No draft of this edition has that code. It has eight digits and letters, for example 4F2A-91BC.
refusal-entries-own-extension = Nobody gives more time to a dossier of their own.
refusal-entries-extension-not-later = This entry is received until { $closes } already; choose a later time.
refusal-entries-extension-past = That time has passed.
refusal-entries-extension-reason-missing = The reason is missing.
refusal-entries-cause-missing = No cause is chosen.
entries-file-follows = the hash is given, the file follows after the submission
entries-file-follows-until = The file follows, before { $until }
entries-file-over = The time for the file is over; it counts as missing
entries-files-awaited = Files still to be sent
entries-promised = The hash is kept. The file may still be sent before the submission.
entries-promised-hash = Only the very file with this SHA-256 is taken after the submission:
entries-promise = Bad connection: the hash first, the file after
entries-promise-says = The file may follow within { $hours } { $hours ->
        [one] hour
       *[other] hours
    } of the submission.
entries-promise-of = Choose the file to count its hash (it is not sent)
entries-promise-digest = SHA-256 of the file
entries-promise-hint = 64 digits and letters from a to f. After the submission only the very file with this hash is taken.
entries-promise-save = Keep the hash
entries-mail-file-follows = - { $name } (follows, before { $until }): { $hash }
entries-event-entry-file-promised = Gave the hash of a file that follows
refusal-entries-no-promise = No file may follow its hash here: the rules do not allow it, or the dossier is no draft any more.
refusal-entries-file-is-here = The file itself is here already; its hash is not needed.
refusal-entries-digest-malformed = This is no SHA-256. It has 64 digits and letters from a to f.
refusal-entries-files-promised = Files whose hash was given have not come: { $parts }. The entry is admitted once they are here; when their time is over, return the dossier.
refusal-entries-file-not-awaited = No file is awaited for this part.
refusal-entries-file-too-late = The file could follow until { $until }, which has passed. The secretariat will write if it is still needed.
refusal-entries-file-is-another = “{ $name }” is not the file whose hash was given with the submission: { $promised }.
## The registration form, printed here and stamped on paper

entries-form = Registration form
entries-form-lead = The form is printed from the dossier. Print it, sign it, have the unit confirm and stamp it, then scan or photograph it as a PDF and send it back.
entries-form-print = Print the form
entries-form-printed = The print is ready. Open the PDF in the list and print it on paper.
entries-form-prints = Prints
entries-form-empty = Nothing has been printed yet.
entries-form-empty-who = Each print has a code; once the dossier says something else, the code is another one.
entries-form-code = Print code
entries-form-at = Printed at
entries-form-now = Against the dossier as it is now
entries-form-same = Same as the dossier
entries-form-other = The dossier changed after it was printed
entries-form-open = Open the print (PDF)
entries-form-to-print = The form, printed from the dossier
entries-form-note = This form was printed from the dossier in the system. Scan the square code to find this very print.
entries-form-sign = Signature
entries-form-unit-signs = CONFIRMED BY THE BODY, UNIT OR LOCAL AUTHORITY
entries-form-author-signs = THE AUTHOR OR WHO SPEAKS FOR THE AUTHORS
entries-form-author = Author { $number }, { $what }
entries-form-change = { $what }: the form says “{ $before }”, the dossier “{ $now }”.
entries-form-nothing = nothing
entries-form-yes = yes
entries-stamp-missing = No stamped form yet
entries-stamp-not-printed-here = The stamped form was not printed here; compare it by eye
entries-stamp-stands = The stamped form says what the dossier says
entries-stamp-differs = The stamped form no longer matches
entries-stamp-until = The stamped form may follow until the end of { $day }.
entries-stamp-give = Send the stamped form
entries-stamp-shows = Which print this file shows
entries-stamp-shows-hint = The print code stands at the upper right and at the foot of each page of the form.
entries-stamp-shows-print = { $code }, printed at { $at }
entries-stamp-shows-none = The form was not printed here
entries-warn-stamp-follows = The signed and stamped form is missing. The dossier can be submitted; the form follows within the time of the rules.
entries-event-entry-form-printed = Registration form printed
refusal-entries-stamp-differs = { $part }: the stamped form no longer matches the dossier. Print it again, have it signed and stamped and send the new one, or put the dossier right.
refusal-entries-stamp-over = The stamped form could follow until the end of { $until }; that time is over. Please ask the organisers.
refusal-entries-stamp-awaited = The signed and stamped form that the rules ask for is missing, so the entry cannot be admitted yet.
refusal-entries-stamp-outdated = The stamped form no longer matches the dossier, so the entry cannot be admitted yet. Ask its authors for a new one.
refusal-entries-nothing-to-print = The form needs a title and at least one author. Fill these in, then print it.
refusal-entries-no-such-print = No form of this dossier was printed under that code. Choose a code of the list.
refusal-entries-print-code-form = “{ $given }” is no print code, as in 7KQM2-X0V9D.

## Parts that are written under headings

entries-limit-fields = written under the headings of the page
entries-fields-given = { $given } of { $all } fields filled
entries-field-example = Example: { $example }
entries-field-when = Needed where “{ $field }” is “{ $answer }”.
entries-field-not-judges = Judges do not read this field.
entries-field-choose = Choose an answer
entries-field-month = Month/year, for example 6/2021.
entries-field-dong = VND
refusal-entries-field-missing = Please fill “{ $part }”.
refusal-entries-field-malformed = What is written into “{ $part }” does not fit. Write numbers as 1.200 or 0,5, days as 30/6/2021, months as 6/2021, money as 1.250.000; choose an answer of the list.

## Information to be kept secret

entries-secret = Kept secret
entries-secret-lead = A part that is kept secret opens to the persons below alone, is compared with no other dossier and stands in no public list. The mark goes with the dossier when it is sent up.
entries-secret-by-rules = By the rules
entries-secret-by-writer = Marked by whoever writes the dossier
entries-secret-reason = Reason
entries-secret-reason-hint = For example: it holds a formula that is not protected yet. At most { $most } characters.
entries-secret-who = Who may open it
entries-secret-who-own = The dossier’s owner, its authors and whoever typed it in for them.
entries-secret-who-office = Secretary and officers of this contest, once they gave the reason; each opening holds { $hours } hours, for whoever opened it.
entries-secret-who-judges = The judges who were given the entry, because the rules let them read it.
entries-secret-who-no-judge = Judges do not read it.
entries-secret-who-else = Nobody else: not the head, the committee, the audit, the unit that sends or the one above.
entries-secret-read = Read
entries-secret-open = Open what is kept secret
entries-secret-open-reason = Reason for opening
entries-secret-open-hint = The reason goes into the journal, and the authors read it; name no person. It stays open for { $hours } hours.
entries-secret-keep = Keep secret
entries-secret-lift = Keep secret no longer
entries-secret-openings = Who opened it
entries-secret-openings-none = Nobody has opened this part by giving a reason.
entries-secret-none = This part is not kept secret. Once a dossier was decided on, that cannot be changed.
entries-secret-held = This part is kept secret; only those who may open it read it.
entries-secret-of-part = Secrecy of this part
entries-secret-kept = The part is kept secret.
entries-secret-lifted = The part is kept secret no longer.
entries-secret-opened = The part is open, and the reason stands in the journal.
entries-event-entry-secret-kept = A part kept secret
entries-event-entry-secret-lifted = A part kept secret no longer
entries-event-entry-secret-opened = A secret part opened
refusal-entries-secret-reason-missing = Please give the reason.
refusal-entries-secret-reason-too-long = The reason has { $given } characters; { $most } are the most.
refusal-entries-secret-already = This part is kept secret already.
refusal-entries-not-secret = This part is not kept secret.
refusal-entries-secret-by-the-rules = The rules keep this part secret; that cannot be lifted here.
refusal-entries-secret-too-late = The dossier has left its writer or was decided on, so this cannot be changed any more.
entries-letter = Write to the authors
entries-letter-lead = { $count } entries in the filtered list; mail reaches { $written } of them, one letter each.
entries-letter-subject = Subject
entries-letter-subject-hint = The entry’s number is added behind it.
entries-letter-body = Letter
entries-letter-body-hint = The greeting, the title and the standing agency are written at its head and foot.
entries-letter-read = Read it back
entries-letter-first = This is the first entry’s letter; the others differ in number and title alone.
entries-letter-whom = Whom it reaches
entries-letter-to = To
entries-letter-call = No mail; call { $phone }
entries-letter-nobody = Cannot be reached
entries-letter-bar = A letter that was sent is not taken back.
entries-letter-send = Send { $count } letters
entries-letter-again = Change the letter
entries-letter-none = This list has no entry whose authors could be written to.
entries-letter-none-who = Filter the list of entries anew.
entries-letter-was-sent = { $count } letters to authors were sent.
entries-mail-list-subject = { $subject } (entry { $number })
entries-mail-list =
    To the authors of “{ $title }”, entry { $number }, { $contest }.

    { $words }

    { $agency }
refusal-entries-letter-empty = { $field ->
        [subject] Give the letter a subject.
       *[body] Write the letter.
    }
refusal-entries-letter-too-long = { $field ->
        [subject] The subject is longer than 150 characters.
       *[body] The letter is longer than 5,000 characters.
    }
refusal-entries-letter-too-many = The list has more than 500 entries. Filter it further and send several times.
refusal-entries-letter-changed = The list has just changed. Look at whom it reaches once more, then send.
refusal-entries-letter-nobody = Mail reaches nobody on this list.
## Models and samples

entries-things = Models and samples
entries-things-empty = No model or sample was taken over.
entries-things-empty-who = The secretary draws up minutes when the authors bring one; the authors see all of it here.
entries-things-kept-empty-who = Open an entry and choose “Models and samples” to draw up minutes.
entries-things-due = To be given back ({ $count })
entries-things-due-says = The day of return is over, or the entry left the contest.
entries-things-others = Kept and given back
entries-thing-take = Take over a model or sample
entries-thing-take-says = Once it is saved, print the minutes for both signatures and the label. The authors are told by mail.
entries-thing-taken = The hand-over is recorded. Please print the minutes and the label.
entries-thing-kind = Kind
entries-thing-kind-model = Model
entries-thing-kind-sample = Sample
entries-thing-kind-device = Device
entries-thing-name = What it is called
entries-thing-pieces = Pieces
entries-thing-pieces-are = Pieces: { $count }
entries-thing-condition = Condition at the hand-over
entries-thing-condition-hint = With what belongs to it, and where it is damaged or scratched.
entries-thing-handed-by = Handed over by
entries-thing-received-by = Taken over by
entries-thing-received-on = Day of the hand-over
entries-thing-until = To be given back by
entries-thing-place = Place
entries-thing-place-hint = For example: room 204, shelf 3. Judges look at it there, so name no author and no unit.
entries-thing-place-new = New place
entries-thing-photos = Photographs of it
entries-thing-photos-hint = { $most } at most; neither the place nor the device is kept.
entries-thing-photo = Photograph { $number }
entries-thing-label = Label
entries-thing-label-print = Print the label
entries-thing-minutes = Minutes of the hand-over
entries-thing-minutes-back = Minutes of the return
entries-thing-kept = Kept
entries-thing-damaged = Damaged
entries-thing-due = Overdue
entries-thing-lost = Lost
entries-thing-returned = Given back
entries-thing-move = Move it
entries-thing-find = It was found
entries-thing-moved = The place is recorded.
entries-thing-harm = Record damage or loss
entries-thing-harm-says = The authors are told by mail
entries-thing-harm-what = What happened
entries-thing-harm-damaged = Damaged
entries-thing-harm-lost = Lost
entries-thing-harm-reason = Reason
entries-thing-harm-noted = Recorded, and the authors are told.
entries-thing-show = Show it to judges
entries-thing-show-says = Judges see its name, label and place
entries-thing-shown-as = Name that judges read
entries-thing-shown-as-hint = Name no author and no unit.
entries-thing-show-photos = Show the photographs, too
entries-thing-photos-seen = I looked at each photograph: none shows who made it, and nobody can be seen
entries-thing-photos-seen-hint = Needed when photographs are shown.
entries-thing-shown = Judges see it now.
entries-thing-hide = Show it no more
entries-thing-hidden = Judges see it no more.
entries-thing-judges = Judges
entries-thing-judges-see = See it
entries-thing-judges-photos = with the photographs
entries-thing-give-back = Give it back
entries-thing-given-back = The return is recorded. Please print the minutes.
entries-thing-returned-to = Given back to
entries-thing-returned-on = Day of the return
entries-thing-returned-as = Condition at the return
entries-thing-steps = What happened
entries-thing-step-received = Taken over, put into
entries-thing-step-moved = Moved to
entries-thing-step-found = Found, put into
entries-thing-step-damaged = Damaged
entries-thing-step-lost = Lost
entries-thing-step-shown = Shown to judges as
entries-thing-step-hidden = Shown to judges no more
entries-thing-step-returned = Given back to
entries-event-thing-received = Model or sample taken over
entries-event-thing-moved = Model or sample moved
entries-event-thing-found = Model or sample found
entries-event-thing-damaged = Model or sample damaged
entries-event-thing-lost = Model or sample lost
entries-event-thing-shown = Model or sample shown to judges
entries-event-thing-hidden = Model or sample shown to judges no more
entries-event-thing-returned = Model or sample given back
entries-thing-paper-handover = Hand-over of a model or sample of entry { $number }
entries-thing-paper-return = Return of a model or sample of entry { $number }
entries-thing-paper-dossier = Entry
entries-thing-paper-day = Day
entries-thing-paper-came = Taken over on
entries-thing-paper-from = Handed over by
entries-thing-paper-to = Taken over by
entries-thing-paper-place = Place
entries-thing-paper-until = To be given back by
entries-thing-paper-what = 1. What was handed over
entries-thing-paper-condition = 2. Its condition
entries-thing-paper-photos = { $count } photographs were taken and are kept with the entry.
entries-thing-paper-copies = Drawn up twice; each side keeps one.
entries-thing-paper-gives = HANDED OVER BY
entries-thing-paper-takes = TAKEN OVER BY
entries-mail-thing-received-subject = Received: { $thing } of entry { $number }
entries-mail-thing-received = The organisers of { $contest } took over from { $by } on { $day }: { $thing }, { $pieces } pieces, label { $label }, with the entry “{ $title }” ({ $number }).

    Condition: { $condition }

    Minutes, photographs and place are in the entry under “Models and samples”.
entries-mail-thing-received-until = The organisers of { $contest } took over from { $by } on { $day }: { $thing }, { $pieces } pieces, label { $label }, with the entry “{ $title }” ({ $number }).

    Condition: { $condition }

    It is given back by { $until }. Minutes, photographs and place are in the entry under “Models and samples”.
entries-mail-thing-damaged-subject = Damaged: { $thing } of entry { $number }
entries-mail-thing-damaged = { $thing } (label { $label }) that you handed over with the entry “{ $title }” ({ $number }, { $contest }) was damaged.

    Reason: { $reason }

    Please contact { $agency }.
entries-mail-thing-lost-subject = Lost: { $thing } of entry { $number }
entries-mail-thing-lost = { $thing } (label { $label }) that you handed over with the entry “{ $title }” ({ $number }, { $contest }) was lost.

    Reason: { $reason }

    Please contact { $agency }.
entries-mail-thing-found-subject = Found: { $thing } of entry { $number }
entries-mail-thing-found = { $thing } (label { $label }) of the entry “{ $title }” ({ $number }, { $contest }) was found and is kept in: { $place }.
entries-mail-thing-returned-subject = Given back: { $thing } of entry { $number }
entries-mail-thing-returned = The organisers of { $contest } gave { $thing } (label { $label }) of the entry “{ $title }” ({ $number }) back to { $to } on { $day }.
refusal-entries-thing-code-form = “{ $given }” is no code of a thing’s label, for example 7KQM-2X4B.
refusal-entries-thing-kind-missing = Please choose the kind.
refusal-entries-thing-words-missing = Please say this.
refusal-entries-thing-words-long = Please say it in { $most } letters at most.
refusal-entries-thing-pieces = The pieces are a number from 1 to { $most }.
refusal-entries-thing-from-future = { $day } has not come.
refusal-entries-thing-back-before-it-came = The day of return ({ $day }) is before the day of the hand-over.
refusal-entries-thing-returned-before-it-came = It was taken over on { $day }: it cannot have gone back before.
refusal-entries-thing-same-place = It is kept there already.
refusal-entries-thing-given-back = It was given back already.
refusal-entries-thing-lost = It is recorded as lost. Please say first where it was found.
refusal-entries-thing-harm-missing = Please choose what happened.
refusal-entries-thing-not-in-contest = Only for an entry that was received and is in the contest.
refusal-entries-thing-own-entry = You are an author of this entry: somebody else of the office takes it over.
refusal-entries-thing-changed-meanwhile = Somebody changed it in another window. Please look again before you go on.
refusal-entries-thing-names = Judges would read: { $what }. Please write it so that it tells no author and no unit.
refusal-entries-thing-not-here = It is not here any more.
refusal-entries-thing-photos-unseen = Please look at each photograph and tick the box.
