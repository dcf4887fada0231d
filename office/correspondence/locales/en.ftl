### Correspondence: the register of documents and its forms.

correspondence-register = Register of documents
correspondence-place = { $first }–{ $last } of { $count } documents
correspondence-search = Find a document
correspondence-search-hint = Number, symbol or subject; marks may be left out.
correspondence-find = Find
correspondence-all-kinds = All kinds
correspondence-cited = The rules rest on { $count } documents that the register does not have
correspondence-cited-line = { $kind } { $number } of { $day }, { $issuer },
correspondence-cited-enter = Enter it
correspondence-none = The contest's documents will stand here: decisions, plans, letters.
correspondence-none-who = The standing agency drafts them, or enters those already issued.
correspondence-none-found = No document matches
correspondence-none-found-who = Try fewer words, or choose all kinds and all stages. A number that was put right is found, too.
correspondence-new-draft = Draft a document
correspondence-receive = Enter an issued document
correspondence-receive-lead = For a document that already has its signature, number and day: sent by another body, or issued before this system was used.
correspondence-bodies = Issuing bodies
correspondence-bodies-lead = Name, place, symbols, signatories and numbering, each from a day on. A draft takes what holds on its day; what was issued stays as it was.
correspondence-bodies-none = Name, place and symbol are those of { $agency } by the rules; numbers are typed off the signed paper.
correspondence-bodies-none-who = Set up a body where there are several, where a name or a signatory changes, or where this register shall give the numbers.
correspondence-body-new = Add a body
correspondence-body-change = Change from a day on
correspondence-body-lead = What held before that day stays.
correspondence-body-from = Holds from
correspondence-body-from-hint = The same day again replaces what was set for it.
correspondence-body-sheet = Head of the sheet
correspondence-body-signers = Signatories
correspondence-body-signer = Signatory { $number }
correspondence-body-symbol = Abbreviation of the body
correspondence-body-symbol-hint = In symbols, such as BTC for QĐ-BTC.
correspondence-body-letters = Symbol of letters
correspondence-body-letters-hint = Such as LHH-KHCN. Left empty, the abbreviation is used.
correspondence-body-save = Save
correspondence-body-set = The issuing body was saved.
correspondence-body-now = In force
correspondence-body-later = To come
correspondence-body-before = Before
correspondence-numbering = Numbering
correspondence-numbering-hint = By year, from 01 on 1 January. The register gives a number in the act of signing, without gaps or doubles.
correspondence-numbering-typed = Typed off the signed paper (the body's own document system gives it)
correspondence-numbering-one-series = Given by this register, one series for all kinds
correspondence-numbering-series-per-kind = Given by this register, one series for each kind
correspondence-numbering-short-typed = Typed off the paper
correspondence-numbering-short-one-series = Given here, one series
correspondence-numbering-short-series-per-kind = Given here, one series per kind
correspondence-given-before = Last number given elsewhere this year
correspondence-given-before-hint = Only when this register takes over during a year.
correspondence-draft-for = Drafted for
correspondence-reading-given = Will be given: number { $number } of { $day }
correspondence-sign-how-given = This register gives the body's numbers: the next one, in the act of recording the signature. If another document has just been given it, this one bears the number after.
correspondence-stage = State
correspondence-all-stages = All
correspondence-stage-draft = Draft
correspondence-stage-put-forward = Put forward
correspondence-stage-signed = Signed
correspondence-stage-numbered = Numbered and dated
correspondence-stage-scanned = Stamped and scanned
correspondence-stage-sent = Sent
correspondence-step-by = { $name }, { $at }
correspondence-step-from-paper = { $name } from the paper, { $at }
correspondence-leader-sign = Sign, number later
correspondence-leader-signed = Signed. The clerk records number and day.
correspondence-leader-how = Read the document back before it is signed. Once it is signed its words stand, unless the leader gives the draft back.
correspondence-leader-says = The clerk records number and day later.
correspondence-leader-sign-now = Right, record it as signed
correspondence-hand-whom = Addressed to { $addressees }; { $recipients } lines of recipients
correspondence-hand-other = This account is that of { $account }; the name printed under the signature is { $printed }
correspondence-hand-other-text = Record it only when the person whose name is printed has signed. Where somebody else signs, put the name in the draft right first.
correspondence-hand-printed = The signature on the paper is that of { $printed }
correspondence-hand-blanks = The document still has blanks
correspondence-hand-blanks-text = Fill them in the draft before it is signed and numbered. Tick the box below only where they were filled in by hand on the paper, or are left blank on purpose.
correspondence-hand-blanks-stay = I have seen them; these blanks stay
correspondence-sign-and-number = Sign and record number and day
correspondence-give-back = Give the draft back
correspondence-given-back = The draft was given back to be changed.
correspondence-give-back-reason = Why it is given back
correspondence-give-back-reason-hint = Whoever drafts it reads this until it is put forward again.
correspondence-given-back-by = { $name } gave the draft back, { $at }
correspondence-to-number = The leader has signed; number and day are to be recorded
correspondence-to-number-text = Its words stand. To change them, the leader gives the draft back.
correspondence-end-honours = { $named } (the sheets of { $count } units fall with it)
correspondence-end-other = Replace or withdraw a document
correspondence-end-other-how = Which earlier document does this one replace or withdraw? Both are linked in the register and on the portal; nothing is deleted.
correspondence-end-noted = Note what this document replaces or withdraws
correspondence-end-noted-how = Which earlier document has the issuer of this one replaced or withdrawn by it? The register only notes it: both are linked, nothing is deleted.
correspondence-end-none = No document was issued before this one.
correspondence-end-none-who = Enter the earlier one first.
correspondence-end-document = The document that ends
correspondence-end-choose = Choose a document
correspondence-end-from = From
correspondence-end-reason-hint = Such as: more time for dossiers.
correspondence-end-record = Record
correspondence-ending = How
correspondence-ending-replaced = Replaces
correspondence-ending-withdrawn = Withdraws
correspondence-ending-lift = Lift the link
correspondence-ending-lift-why = Why the link was a mistake
correspondence-ending-lifted = The mistaken link was lifted.
correspondence-ended-recall = Recorded in the register. Units have the document: read this and recall it, so that they are told.
correspondence-ended-now = Recorded: the two documents are linked.
correspondence-ended-open = Open the document
correspondence-ended-replaced = Replaced
correspondence-ended-withdrawn = Withdrawn
correspondence-ended-by-replaced = Replaced by { $kind } { $number } from { $day }
correspondence-ended-by-withdrawn = Withdrawn by { $kind } { $number } from { $day }
correspondence-book = Print the register of documents issued in
correspondence-list-missing = The words speak of a list that is attached, and there is no annex
correspondence-list-missing-text = Change the draft: put the list into an annex, or name the units among the addressees. A letter that is drafted on the page of what is overdue names them already.
correspondence-list-elsewhere = The list or annex goes with the paper by itself; these words stay
correspondence-one-person = Drafter and signer are one person
correspondence-one-person-text = One drafts, another one signs. Change the signatory or let somebody else draft.
correspondence-remarks = Form
correspondence-remark-symbol = The symbol does not begin with the abbreviation of the kind, such as QĐ- of a decision.
correspondence-remark-nothing-kept = The recipients do not end with what is kept (Lưu: VT, …).
correspondence-remark-no-addressee = It says to nobody that it is for them (Kính gửi).
correspondence-remark-no-basis = It names nothing that it rests on (Căn cứ). Choose it from the register when you change the draft, or write lines that begin with “Căn cứ” at the head of the text.
correspondence-remark-nobody-above = The recipients say “Như trên”, but the document addresses nobody (Kính gửi). A decision usually names its article on who carries it out.
correspondence-remark-addressee-unprinted = A document of this kind has no line for addressees; name them among the recipients.
correspondence-change-draft = Change the draft
correspondence-kind = Kind
correspondence-kind-free = Another kind
correspondence-kind-name = Name of the other kind
correspondence-kind-name-hint = Only with “Another kind”, for instance: Thể lệ.
correspondence-number = Number and symbol
correspondence-number-hint = As it stands on the signed paper, for instance 85/QĐ-BTC.
correspondence-number-and-day = No. { $number } of { $day }
correspondence-date = Day of issue
correspondence-came = Day of arrival
correspondence-came-hint = Give it where the document was sent to the agency: the next number of arrival of the year is given. Leave it empty for what was issued before this system was used, or is only cited.
correspondence-incoming = Number of arrival { $number }, came on { $day }.
correspondence-book-incoming = Print the register of documents received in
correspondence-book-workbook = workbook
correspondence-came-late = Give a number of arrival
correspondence-came-late-how = For a document that came to the agency and was entered before arrivals were numbered. It gets the next number of arrival of that year; a number that is given is neither changed nor given again.
correspondence-came-late-give = Give the next number of arrival
correspondence-came-late-now = The number of arrival was given.
correspondence-symbol = Symbol
correspondence-symbol-hint = What stands after the slash. The number stays blank until the document is signed.
correspondence-place-name = Place of issue
correspondence-issuer = Issuer
correspondence-issuer-hint = The full name, as in the upper left corner.
correspondence-parent-body = Body above the issuer
correspondence-subject = Subject
correspondence-subject-hint = Without “V/v”.
correspondence-rests-on = Bases
correspondence-bases-hint = Tick the signed documents on which this one rests.
correspondence-carries = Documents that rest on this one
correspondence-addressees = Addressees
correspondence-line-each = One per line.
correspondence-text = Text
correspondence-text-hint = One line is one paragraph. “- ” begins an item, a line that begins and ends with “|” is a row of a table (without the closing “|” it is a paragraph); words between two pairs of ** at a line's beginning are bold. If you write no paragraph “Căn cứ…” of your own, it is made from the bases you ticked. Who signs second is read from the paragraph “**Thư ký:** name” of minutes and “**Đại diện Bên B:** name, post” of a contract, a memorandum, an agreement.
correspondence-capacity = Signs as
correspondence-capacity-own = In one's own right
correspondence-capacity-on-behalf = TM. (on behalf of a collective)
correspondence-capacity-for-head = KT. (a deputy for the head)
correspondence-capacity-by-order = TL. (by order)
correspondence-capacity-by-delegation = TUQ. (by delegation)
correspondence-capacity-acting = Q. (acting head)
correspondence-in-place-of = In place of
correspondence-in-place-of-hint = With TM., KT., TL., TUQ.: Ban Tổ chức, Chủ tịch…
correspondence-on-behalf-of = In the name of (first line)
correspondence-on-behalf-of-hint = Only where a deputy signs in place of the head of a collective, for instance Ban Tổ chức: above the signature stand three lines, TM. BAN TỔ CHỨC, KT. TRƯỞNG BAN, PHÓ TRƯỞNG BAN.
correspondence-taken-by = This number is in the register for
correspondence-taken-cite = If it is the same document, it need not be registered again: documents of the agency’s other editions can be chosen as bases.
correspondence-position = Signer's position
correspondence-signer = Signer
correspondence-recipients = Recipients
correspondence-urgency = Urgency
correspondence-urgency-hint = Stamped under the number; shown in the register.
correspondence-urgency-none = None
correspondence-annex-more = Add an annex
correspondence-annex-title = Title of annex{ $number }
correspondence-annex = Text of annex{ $number }
correspondence-scan = Scan with signature and seal
correspondence-make-public = Public on the portal once it is signed
correspondence-publish-received = Show on the portal
correspondence-public-later = A draft is not public. The document appears on the portal only once it bears number and day.
correspondence-save = Save to the register
correspondence-who-reads = Who may read it
correspondence-readers-public = Everybody
correspondence-readers-after = Everybody, once it is signed
correspondence-readers-staff = The organisers
correspondence-no-sheet = The register has only this document's number, day and subject.
correspondence-no-sheet-who = Its text is in the scan, if there is one.
correspondence-open-pdf = Open the PDF
correspondence-open-scan = Open the signed scan
correspondence-public-page = Public page
correspondence-publish = Make public
correspondence-unpublish = Make private
correspondence-published = The document is public.
correspondence-unpublished = The document is no longer public.
correspondence-drafted = The draft is in the register.
correspondence-drafted-symbol = The draft is in the register. Its symbol was left empty, so it bears that of the issuing body: { $symbol }.
correspondence-received = The document is in the register.
correspondence-changed = The draft was saved.
correspondence-changed-symbol = The draft is saved. Its symbol was left empty, so it bears that of the issuing body: { $symbol }.
correspondence-send = Send the document
correspondence-give-plan = Give the plan's assignments
correspondence-send-on = Send it on
correspondence-sent-out = { $units ->
    [one] Sent to one unit on { $day }
   *[other] Sent to { $units } units on { $day }
}
correspondence-sent-from-to = Sent to { $units } units between { $first } and { $last }
correspondence-recalled = Recalled
correspondence-recalled-at = Recalled { $at }
correspondence-sent-who = Who has it, and how far they are
correspondence-put-forward = Put forward for signature
correspondence-put-forward-now = Put forward. The document stands on the leader's desk.
correspondence-put-forward-at = Put forward at { $at }
correspondence-put-forward-text = It stands on the leader's desk until its number and day are recorded. A changed draft is put forward anew.
correspondence-sign-how-leader = Print it, sign it, then record its number and day here
correspondence-sign-off = Record number and day
correspondence-sign-how = Print it, have it signed, then record it here
correspondence-sign-how-text = The print leaves number and day blank. Once the document is signed, type both exactly as they stand on the signed paper; the system never makes a number.
correspondence-sign-for-leader = You record this for the leader who signed, so the scan with the signature is needed. The journal shows the signer and the recorder. Without a scan, ask the leader to press “Sign, number later” on the page of the document: then number and day are recorded at once and the scan is added later.
correspondence-signed-already = This document has its number and day
correspondence-to-document = To the document
correspondence-signed-off = Number and day were recorded.
correspondence-reading = To be recorded: number { $number } of { $day }
correspondence-reading-compare = Compare it with the signed paper first.
correspondence-long-ago = This day lies { $days } days back
correspondence-before-draft = This day is before the draft was begun ({ $begun })
correspondence-other-symbol = The symbol is not the one on the draft ({ $symbol })
correspondence-long-ago-text = If the signed paper bears it, record it.
correspondence-kind-told = The symbol { $symbol } is mostly that of { $told }; the kind chosen is { $chosen }
correspondence-kind-told-text = Compare it with the signed paper. If it is wrong, change the kind or the number before it is recorded.
correspondence-out-of-order = Number and day do not follow in the order of { $other }
correspondence-read-back = Read back
correspondence-read-right = Right, record it
correspondence-read-wrong = Change it
correspondence-scan-next = The scan is attached in the next step, where number and day are read back.
correspondence-add-scan = Add the scan
correspondence-replace-scan = Replace the scan
correspondence-replace-scan-how = For a wrong scan, a missing page, or a PDF that bears the person’s signature only. Only until it is sent and until a signed document rests on it; the former file is kept.
correspondence-replace-scan-reason-hint = For example: the file lacks the agency’s signature.
correspondence-scan-replaced = The scan is replaced.
correspondence-former-scan = Former scan, replaced at { $at }
correspondence-former-scan-open = Open the former file
correspondence-scan-added = The scan is added.
correspondence-renumber = Correct number and day
correspondence-renumber-how = Only until it is sent and until a signed document rests on it. What stood before stays in the register and in the journal.
correspondence-renumber-late = Number and day can no longer be corrected
correspondence-renumber-scan = The scan of the signed document is needed
correspondence-renumber-scan-text = The leader recorded this number without a scan. You correct it for the leader, so the scan with the signature is needed; the journal shows the signer and the recorder.
correspondence-renumber-was = Recorded now
correspondence-renumber-becomes = To be recorded
correspondence-renumber-reason = Reason
correspondence-renumber-reason-hint = For example: a slip in the number.
correspondence-renumbered = Number and day are corrected.
correspondence-stage-came = Came in
correspondence-answer = Draft the answer
correspondence-arriving-others = This package is not addressed to us
correspondence-arriving-others-text = Its receivers do not include this agency. Enter it only if the document is meant for us; else tell its sender.
correspondence-scan-older = The scan came before number and day were put right
correspondence-scan-older-text = Where the old number or day is on the scan, the scan bears it until another one is attached.
correspondence-was = Recorded before: number { $number } of { $day }
correspondence-word = Download as Word
correspondence-returned = Take a corrected Word file
correspondence-returned-how = Download the Word file, correct it and send it back here. What differs is shown before it is taken.
correspondence-returned-file = The corrected Word file
correspondence-returned-hint = Number, day, signature and letterhead are not taken from the file.
correspondence-returned-read = Compare with the draft
correspondence-returned-compare = Where the file differs from the draft. Struck words go, bold underlined words come.
correspondence-returned-left-out = The file has { $count } pictures, boxes or notes that are not read
correspondence-returned-left-out-text = They do not enter the draft. The file itself is kept as it is.
correspondence-returned-untaken = Not taken from the Word file
correspondence-returned-untaken-number = Number and day in the file: they are recorded from the signed paper.
correspondence-returned-untaken-signer = Signatory and capacity in the file: change them in the draft if need be.
correspondence-returned-same = … { $count } lines as they were …
correspondence-returned-gone = Was:
correspondence-returned-new = Becomes:
correspondence-returned-says = The draft takes the file’s words. What stood before stays readable on this page; a draft that was put forward must be put forward again.
correspondence-returned-take = Take these words
correspondence-returned-other = Choose another file
correspondence-returned-taken = The words of the Word file were taken.
correspondence-returned-before = Word files taken before
correspondence-returned-stood = What stood before
correspondence-part-subject = Subject
correspondence-part-addressees = To
correspondence-part-bases = Bases
correspondence-part-text = Text
correspondence-part-recipients = Recipients
correspondence-part-annex-title = Title of the annex
correspondence-part-annex = Text of the annex
correspondence-edxml = Download the edXML package
correspondence-exchange = Exchange settings
correspondence-exchange-lead = An edXML package (QCVN 102:2016) needs the identifiers of sender and receivers and the type of each kind, as the province gives them out.
correspondence-exchange-lacks = Fill in what lacks, then download the package of this document again
correspondence-exchange-incomplete = The settings lack something, so not every edXML package can be made
correspondence-exchange-lacks-body = “Identifiers of bodies” does not have { $body }
correspondence-exchange-lacks-receivers = “Identifiers of bodies” has no body that could receive
correspondence-exchange-lacks-type = “Types of documents” does not have “{ $kind }”
correspondence-exchange-bodies = Identifiers of bodies
correspondence-exchange-bodies-hint = One body a line, named as on the document. Example: Sở Khoa học và Công nghệ = H49.12. Where units share a name, put the unit’s code in brackets behind it: Xã Đầm Hà (06895) = H49.33.5
correspondence-exchange-types = Types of documents
correspondence-exchange-types-hint = One kind a line. Example: Công văn = 1
correspondence-exchange-save = Save the settings
correspondence-exchange-saved = The exchange settings were saved.
correspondence-receivers = Receivers of the edXML package
correspondence-receivers-whom = Bodies that receive the package
correspondence-receivers-hint = The package goes to the bodies that are ticked. The choice is kept.
correspondence-receivers-save = Save the receivers
correspondence-receivers-saved = The receivers of the edXML package were saved.
correspondence-receivers-other = Add a body and its identifier
correspondence-receivers-none = There is no body to choose yet.
correspondence-receivers-none-who = Write the names and identifiers of receiving bodies in the exchange settings.
correspondence-arriving = Take in an edXML package
correspondence-arriving-lead = A document from another document system: choose its edXML package (QCVN 102:2016), read it, and enter it with the files that came along.
correspondence-arriving-file = edXML package
correspondence-arriving-hint = Downloaded from the document system.
correspondence-arriving-look = Read the package
correspondence-arriving-read = The package says the following. Nothing has been entered yet.
correspondence-arriving-says = The document is entered with the number and day of the package; the package is kept as it came.
correspondence-arriving-enter = Enter this document
correspondence-arrived = The document that came has been entered.
correspondence-arrival = From another system
correspondence-arrival-from = The sender's identifier is { $organ }; entered at { $at }.
correspondence-arrival-organ = The sender's identifier
correspondence-arrival-files = Files in the package
correspondence-arrival-package = The edXML package as it came
correspondence-business-new = A new document
correspondence-business-withdrawn = The sender says that this document withdraws an earlier one. If so, record it under replacement and withdrawal.
correspondence-business-changed = The sender says that this document changes an earlier one
correspondence-business-replaced = The sender says that this document replaces an earlier one. If so, record it under replacement and withdrawal.
correspondence-held-macros = Held back, not opened: has macros
correspondence-held-locked = Held back, not opened: has a password or is of an old kind
correspondence-held-unsafe = Held back, not opened: an unusual file
correspondence-held-unknown = Held back, not opened: of no kind that is taken
correspondence-signatures = Digital signatures of the file
correspondence-signatures-at = checked { $at }
correspondence-signatures-unchecked = Not checked
correspondence-signatures-toolless = Not checked (the tool is not installed)
correspondence-signatures-unreadable = This file could not be checked
correspondence-signatures-none = The file has no digital signature
correspondence-signatures-broken = A signature does not fit the file
correspondence-signatures-added-to = Something was added behind the last signature
correspondence-signatures-one = One signature, the file is whole
correspondence-signatures-two = Two signatures or more, the file is whole
correspondence-steps-in-order = The document's signer signed first, another signature followed
correspondence-steps-person-alone = Only the document's signer has signed; the body's signature is missing
correspondence-steps-not-first = The document's signer is not the first who signed
correspondence-steps-unseen = No signature bears the name of the document's signer
correspondence-signatures-trust = An electronic document has two signatures: the person’s, then the agency’s. This check tells the name in the certificate and whether the signed bytes are whole; the certificate is not compared with its issuer.
correspondence-signatures-check = Check the signatures
correspondence-signatures-checked = The signatures of the file were checked.
correspondence-signature-nameless = No name in the certificate
correspondence-signature-whole = what was signed is whole
correspondence-signature-broken = what was signed was changed
correspondence-templates = Templates
correspondence-templates-lead = Choose a template to draft from; the contest’s name, the deadline and other facts are filled in.
correspondence-from-template = Begin from a template
correspondence-templates-composed = Words of the papers that the system composes
correspondence-templates-composed-how = Invitations, minutes, notices and the papers of commendation are composed from these. Choose one to change its words to the agency’s own; whatever is composed afterwards uses those.
correspondence-template-places-empty = A line whose places all have nothing to say is left out, and with it the heading right above.
correspondence-template-new = New template
correspondence-template-change = Change the template
correspondence-template-from = Make one’s own from this
correspondence-template-own = the agency’s own
correspondence-template-shipped = comes with the program
correspondence-template-name = Name of the template
correspondence-template-text-hint = Written like a document’s text. A place to be filled stands between two pairs of braces, by the list beside.
correspondence-template-save = Save the template
correspondence-template-saved = The template was saved.
correspondence-template-remove = Remove this template
correspondence-template-removed = The template was removed.
correspondence-template-places = Places
correspondence-template-places-how = Only these can be used. In a draft each is replaced by this edition’s fact.
correspondence-place-ten-cuoc-hop = the meeting’s name
correspondence-place-cuoc-hop = the meeting’s name within a sentence
correspondence-place-thoi-gian = hour and day of its beginning
correspondence-place-dia-diem = where it is held
correspondence-place-chu-tri = who presides
correspondence-place-thu-ky = who writes the minutes
correspondence-place-chuong-trinh = the agenda, one line for each item
correspondence-place-nguoi-duoc-moi = who is invited, one line for each
correspondence-place-co-mat = how many members were present of how many
correspondence-place-nguoi-co-mat = who was present, one line for each
correspondence-place-nguoi-vang = who was absent and why, one line for each
correspondence-place-dien-bien = what was discussed
correspondence-place-ket-luan = what was concluded
correspondence-place-y-kien-khac = other opinions
correspondence-place-ket-thuc = hour and day of its end
correspondence-place-phan-cong = who does what, one line for each
correspondence-place-hinh-thuc = the honour
correspondence-place-so-luong = how many units, in two digits
correspondence-place-don-vi-trinh = who puts them forward
correspondence-place-noi-nhan-trinh = who is asked
correspondence-place-tinh-den = the day of the points
correspondence-place-can-cu = documents of the register on which it rests: one on a line
correspondence-place-ten-hoi-thi = the contest’s full name
correspondence-place-lan-thu = its ordinal
correspondence-place-nam = its years
correspondence-place-co-quan = the standing agency
correspondence-place-noi-giai-dap = whom to ask: name, telephone, hours
correspondence-place-noi-ban-hanh = the place of issue
correspondence-place-ngay-nhan = the first day of intake
correspondence-place-han-nop = the deadline of intake
correspondence-place-den-han-nop = until which hour and day dossiers are received
correspondence-place-so-don-vi = how many units there are
correspondence-place-hom-nay = the day of drafting

refusal-correspondence-part-missing =
    { $part ->
        [issuer] Please name the issuer.
        [place] Please name the place of issue.
        [subject] Please write the subject.
        [text] Please write the text of the document.
        [position] Please name the signer's position.
       *[in_place_of] Please fill in “In place of”: with TM., KT., TL. and TUQ. it says for whom the signer signs.
    }
refusal-correspondence-part-too-long =
    { $field ->
        [subject] The subject
        [text] The text
        [issuer] The issuing body
        [parent_body] The body above
        [place] The place of issue
        [position] The signatory’s post
        [name] The name
       *[other] This part
    } has { $length } characters; at most { $max } fit.
refusal-correspondence-kind-unknown = Please choose a kind; with “Another kind”, name it in at most 60 characters.
refusal-correspondence-capacity-unknown = Please choose in what capacity it is signed.
refusal-correspondence-too-many-annexes = A document has at most { $most } annexes; these are { $count }.
refusal-correspondence-number-not-next = The next number of this body is { $next }, not { $number }.
refusal-correspondence-day-before-last = Number { $last } bears { $last_day }, so that the next document cannot bear { $date }.
refusal-correspondence-number-given = The register gave this number; it is neither changed nor given again. Withdraw or replace the document.
refusal-correspondence-body-name-taken = Another issuing body bears this name.
refusal-correspondence-series-midyear = One series and one for each kind change on 1 January only, so that no number is given twice in a year.
refusal-correspondence-numbering-unknown = Choose where the numbers come from.
refusal-correspondence-given-before-malformed = Write a whole number, such as 57.
refusal-correspondence-drafter-signs = Whoever drafted the document does not sign it. Two persons are needed.
refusal-correspondence-public-draft = This document bears no number and day yet, so it cannot be public.
refusal-correspondence-other-name = This account does not bear the printed signatory’s name. Please tick that the signature on the paper is that person’s.
refusal-correspondence-blanks-left = The document still has blanks. Please fill them in the draft, or tick that they stay.
refusal-correspondence-list-missing = The document speaks of a list or an annex that is attached, and has none. Please put it into an annex of the draft, or tick that it goes by itself.
refusal-correspondence-leader-signed = The leader has signed this document. To change it, the leader gives the draft back.
refusal-correspondence-ending-unknown = Choose whether it replaces or withdraws.
refusal-correspondence-ends-itself = A document does not end itself.
refusal-correspondence-ending-unsigned = Choose a document of the register that has number and day.
refusal-correspondence-ending-later = { $number } was issued on { $date }, after this document.
refusal-correspondence-ending-too-early = { $day } is before the day of this document ({ $issued }).
refusal-correspondence-ended-already = { $number } has ended already.
refusal-correspondence-urgency-unknown = Choose one of the three degrees of urgency, or none.
refusal-correspondence-came-when = The day of arrival lies between the day of issue and today.
refusal-correspondence-came-already = This document has the number of arrival { $number } of { $day }.
refusal-correspondence-day-malformed =
    { $field ->
        [date] The day of issue is no day.
        [came] The day of arrival is no day.
        [from] The day from which it holds is no day.
        [since] The day from which it is ended is no day.
       *[other] This is no day.
    } Write day/month/year, for instance 27/7/2020.
refusal-correspondence-basis-unknown = A basis is no longer in the register. Please choose again.
refusal-correspondence-basis-unsigned = “{ $subject }” is still a draft; nothing can rest on it.
refusal-correspondence-file-empty = The file is empty. Please scan again and choose it anew.
refusal-correspondence-file-cut = The file is broken or cut short: it begins as its kind does and its end is missing. Please open it on this machine, save it and choose it anew.
refusal-correspondence-file-kind = The file is no PDF, PNG or JPEG, or the upload was cut short. Please check and choose it again.
refusal-correspondence-changed-meanwhile = Somebody has just changed this document. Please open the page again and look at the new text first.
refusal-correspondence-scan-missing = To record a leader's signature, the scan of the signed document is needed.
refusal-correspondence-already-signed = The document is signed as { $number } and cannot be changed.
refusal-correspondence-date-in-future = { $date } has not come yet.
refusal-correspondence-year-differs = A number of { $number_year } cannot bear the day { $date }.
refusal-correspondence-basis-later = The document rests on { $basis } of { $basis_date }, so it cannot be of { $date }.
refusal-correspondence-number-in-use = This document was sent, or another one rests on it, or it belongs to the announcement or honours units: its number and day stay as they are.
refusal-correspondence-number-taken = Number { $number } is that of { $bearer }, which is in the register. { $kind ->
        [another] That paper is of another kind, but a number with its symbol is given once in a year, whatever the kind.
       *[same] In one year a number is given once to papers of one kind, whatever the symbol.
    } Please check number and symbol on the signed paper.
refusal-correspondence-correction-reason = Give the reason of the correction.
refusal-correspondence-give-back-reason = Please say why the draft is given back.
refusal-correspondence-same-number = These are the number and day that are recorded. There is nothing to correct.
refusal-correspondence-scan-in-use = This document was sent, units were honoured by it, or a signed document rests on it; its scan can no longer be replaced.
refusal-correspondence-same-scan = This file is the scan that is there. Choose another file.
refusal-correspondence-scan-there = This document has its scan already.
refusal-correspondence-number-missing = Enter the document’s number and symbol, for example 85/QĐ-BTC.
refusal-correspondence-number-form = “{ $given }” is no number and symbol with a slash between, as in 85/QĐ-BTC.
refusal-correspondence-number-not-whole = “{ $given }” is no document number. Numbers begin with 1.
refusal-correspondence-number-symbol = “{ $given }” is no document symbol; an example: QĐ-BTC.
refusal-correspondence-number-year = { $year } is not the year of a document.
refusal-correspondence-already-acknowledged = The unit confirmed this letter already at { $at } ({ $by_name }).
refusal-correspondence-acknowledged-before-sent = The confirmation ({ $at }) is earlier than the sending ({ $sent_at }).
refusal-correspondence-acknowledged-in-future = { $at } has not come yet.
refusal-correspondence-follows-announcement = This decision becomes public with the announcement of the result and cannot be shown or hidden by itself.
refusal-correspondence-word-missing = Please choose the corrected Word file.
refusal-correspondence-word-only-untaken = The file changes only number, day or signatory, which are not taken from a Word file. Change the signatory in the draft; number and day are recorded from the signed paper.
refusal-correspondence-word-broken = The file is broken or no Word file (.docx). Open it in Word, save it as .docx and choose it again.
refusal-correspondence-word-encrypted = The file has a password or is of the old .doc kind. Remove the password, save it as .docx and choose it again.
refusal-correspondence-word-macros = The file carries macros and is not taken. Save it as .docx without macros.
refusal-correspondence-word-embedded = The file carries embedded objects of other programs and is not taken. Remove them and save it again.
refusal-correspondence-word-external = The file points to templates, pictures or files elsewhere and is not taken. Break these links and save it again.
refusal-correspondence-word-hostile = The file’s inside is not as any office program writes it and may do harm. Copy its text to a new Word file and choose that.
refusal-correspondence-word-too-large = The file becomes too large when opened. Take pictures out and save it again.
refusal-correspondence-word-empty = Nothing can be read in the file. Please check it.
refusal-correspondence-word-same = The file says what the draft says; there is nothing to take.
refusal-correspondence-organ-id = “{ $given }” is no identifier of a body. Right: H49.12 or 000.00.12.H49.
refusal-correspondence-exchange-sender = The identifier of { $body } is not set. Add a line here.
refusal-correspondence-exchange-addressees = No body that could receive this document has an identifier. Add at least one receiver, named as on the document.
refusal-correspondence-exchange-type = The type of “{ $kind }” is not set. Add a line here.
refusal-correspondence-exchange-line = Line { $line } “{ $given }” is not right. Write the name, a sign of equality, then the code.
refusal-correspondence-exchange-twice = Line { $line } names “{ $given }” again, which stands above. Keep one line.
refusal-correspondence-exchange-unchosen = Nobody is chosen to receive the package. Tick at least one body and save.
refusal-correspondence-exchange-receiver-gone = The chosen { $id } is no longer among the exchange settings. Choose the receivers again and save.
refusal-correspondence-edxml-missing = Please choose the edXML package.
refusal-correspondence-edxml-not-xml = The program that sends the package has to say Content-Type: application/xml.
refusal-correspondence-edxml-another-kind = This is no edXML package but a file of another kind (Word, PDF, zip…). Please choose the package that the document system gave out.
refusal-correspondence-edxml-broken = This file is broken, cut short, or no edXML package. Please download it from the document system again.
refusal-correspondence-edxml-hostile = The inside of the package is unusual and may do harm, so it is not opened. Please tell the sender.
refusal-correspondence-edxml-too-large = The package holds more parts than any document, so it is not opened. Please tell the sender.
refusal-correspondence-edxml-lacks =
    { $part ->
        [number] The package does not tell number and symbol, or tells them wrongly.
        [date] The package does not tell the day of issue, or tells it wrongly (year/month/day).
        [issuer] The package does not name its sender.
        [subject] The package does not tell the subject, or the subject is too long.
        [kind] The package does not name the kind, and its type is not among the settings of the exchange.
       *[attachment] The package holds no file.
    }
refusal-correspondence-edxml-file = The package names the file “{ $name }” and does not hold it, or it cannot be read. Please ask the sender for another.
refusal-correspondence-edxml-hash = The file “{ $name }” does not fit the hash that the package tells: it was changed on its way. Nothing was entered; please ask the sender for another.
refusal-correspondence-placeholder-unknown =
    { $field ->
        [subject] Subject
        [addressees] Addressees
        [recipients] Recipients
       *[text] Text
    }: There is no place named “{ $name }”. Please use one of the list.
refusal-correspondence-placeholder-open =
    { $field ->
        [subject] Subject
        [addressees] Addressees
        [recipients] Recipients
       *[text] Text
    }: A brace opens and does not close. Write two that open and two that close.
refusal-correspondence-paper-worded = This paper has a template of the agency’s own. Please change that one.
refusal-correspondence-template-name = Please name the template.
