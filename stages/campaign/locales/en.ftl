### Campaign: letters, tasks, publicity, reports.

campaign-documents = Register of documents
campaign-send = Send the letter
campaign-letter-unsigned = The document has no number and day yet
campaign-to-document = Open the document
campaign-sent-to = Sent to { $count } units
campaign-sent-to-text = The list below has only the units that do not have it yet.
campaign-sent-to-same = Tasks, words and days below are those already sent: changed here, further units have other work than those that have it.
campaign-whom = To whom
campaign-level = Level or kind of unit
campaign-on = Units that exist on
campaign-on-hint = A unit's code and name are right only for a time.
campaign-show-units = Show the units
campaign-units = { $count ->
    [one] Receiving units: a list of one
   *[other] Receiving units: a list of { $count }
}
campaign-no-units = Units of this level will stand here.
campaign-no-units-who = Choose level and day above and show the list. Units that have the letter are left out.
campaign-mark-all = Mark all
campaign-mark-none = Mark none
campaign-kind = Kind of unit
campaign-group-marked = { $marked } of { $count } chosen
campaign-group-all = Mark the whole group
campaign-group-none = Mark none of the group
campaign-group-several = Across several former areas
campaign-group-rest = Other units
campaign-task-words-and-due = Words and day
campaign-asks = Tasks for each unit
campaign-asks-hint = The marks and the words come from the letter's dashes, each by what it says; the days from the contest's calendar. You can change them before sending.
campaign-asks-unsaid = No dash of the letter names one of the tasks below: please mark the tasks it gives and put their words as it says them. The days come from the contest's calendar.
campaign-dash-as-task = Give as a task: { $dash }
campaign-asks-dashes = The letter also says what is none of the tasks below
campaign-task = Task
campaign-task-words = Words of the task
campaign-task-due = Due day
campaign-task-direct-and-report = Carry out the plan and the rules; report the results
campaign-task-publicise-and-mobilise = Publicise; encourage people to send in solutions
campaign-task-launch-movement = Launch a movement of innovation and technical improvement
campaign-task-commend = Commend outstanding collectives and persons
campaign-task-hold-local-contest = Hold a contest of the unit's own
campaign-task-name-contact = Name a contact
campaign-task-other = Another task
campaign-short-confirmation = Confirmed
campaign-short-direct-and-report = Direction
campaign-short-publicise-and-mobilise = Publicity
campaign-short-launch-movement = Movement
campaign-short-commend = Commendation
campaign-short-hold-local-contest = Local contest
campaign-short-name-contact = Contact
campaign-short-other = Other
campaign-short-report = Report
campaign-short-publicity = Items
campaign-report-due = Reports are due on
campaign-report-due-hint = Leave empty if the letter asks for no report.
campaign-tell-contacts = Write to the units' contacts
campaign-tell-contacts-hint = Contacts with an e-mail address get a message with a link to the letter.
campaign-letter-sent = The letter went out to { $units } units.
campaign-letter-sent-unreached = The letter went out to { $units } units. { $unreached } units that have it are reached neither by an account nor by mail: they need paper or a call, see Recipients.
campaign-mail-subject = { $number }: { $subject }
campaign-mail-body =
    Dear contact,

    { $issuer } has sent { $number }: { $subject }.

    Please open it, press “Confirm receipt” and see your unit's tasks at:
    { $link }

    { $edition }

campaign-acknowledged = Confirmed
campaign-opened = Opened
campaign-not-opened = Not opened yet
campaign-assigned = Given
campaign-received = Received
campaign-doing = In progress
campaign-done = Done
campaign-nothing = Nothing to report
campaign-overdue = Overdue
campaign-summary = Consolidated report
campaign-report-returned = The report was given back
campaign-report-returned-why = The report was given back: { $why }
campaign-correct-report = Correct the report and send it again
campaign-report-to-correct = To be corrected
campaign-read-report = Read the report
campaign-reported = Reported
campaign-not-reported = No report yet
campaign-days-left =
    { $days ->
        [one] 1 day left
       *[other] { $days } days left
    }
campaign-days-over =
    { $days ->
        [one] 1 day over
       *[other] { $days } days over
    }
campaign-days-late =
    { $days ->
        [one] 1 day late
       *[other] { $days } days late
    }
campaign-due = due { $day }
campaign-state = State
campaign-way-in-app = in this system
campaign-way-paper = on paper
campaign-way-mail = by e-mail
campaign-way-telephone = by telephone
campaign-way-zalo = by Zalo
campaign-way-document-axis = over the document exchange

campaign-on-day = on { $day }

campaign-desk = My unit's work
campaign-desk-empty = Letters to your unit will stand here with their tasks.
campaign-desk-empty-who = The standing agency sends them. You will get an e-mail.
campaign-letter-hint = { $number } of { $day } · { $unit } · { $open } tasks not answered yet
campaign-letter-hint-recalled = { $number } of { $day } · { $unit }
campaign-letter-recalled = Recalled
campaign-please-acknowledge = Please confirm that you have this letter
campaign-please-acknowledge-text = One confirmation says that your unit has the letter and takes on its tasks.
campaign-acknowledge = Confirm receipt
campaign-acknowledged-now = Receipt is confirmed. Your unit's tasks are below.
campaign-confirmed-by = { $name }, { $at }, { $way }.
campaign-your-tasks = What to do
campaign-read-letter = Read the letter again
campaign-letter-pdf = The letter as PDF
campaign-letter-scan = The signed scan
campaign-record-publicity = Record publicity ({ $count } so far)
campaign-write-report = Write the report
campaign-see-report = See or change the report
campaign-back-to-letter = Back to my unit's work

campaign-answer = Outcome
campaign-answer-done = Done
campaign-answer-send = Send the answer
campaign-evidence = What was done
campaign-evidence-hint = Briefly: documents with number and day; when and where; the outcome.
campaign-reason = Why there is nothing to report
campaign-encouraged = The letter only encourages this. If your unit does not do it, choose “Nothing to report”.
campaign-task-answer = Answer
campaign-task-answered = The task was answered.

campaign-publicity = Record publicity
campaign-publicity-title = Title of the item or activity
campaign-publicity-title-hint = For instance: the contest launched, on the district's web page.
campaign-publicity-day = Day
campaign-publicity-save = Save
campaign-publicity-recorded = Recorded. You can add another.
campaign-publicity-recorded-list = Recorded ({ $count })
campaign-publicity-remove = Remove
campaign-publicity-remove-title = Remove a recorded item
campaign-publicity-remove-says = Remove: { $title }
campaign-publicity-remove-text = It leaves the unit's list and figures. If it was recorded wrongly, remove it and record it again.
campaign-publicity-removed = The item was removed.
campaign-publicity-counted = It can no longer be removed
campaign-publicity-none = The unit's publicity will stand here.
campaign-publicity-none-who = The unit's contact records it.
campaign-channel = Channel
campaign-channel-component-portal = Component portal
campaign-channel-email-system = E-mail system
campaign-channel-bulletin = Bulletin
campaign-channel-periodical = Periodical
campaign-channel-print = Print
campaign-channel-radio-television = Radio, television
campaign-channel-meeting = Meeting
campaign-channel-social-network = Social network
campaign-link = Link
campaign-link-hint = Copy it from the address bar; it begins with https://
campaign-photo = Photo
campaign-photo-hint = On a telephone it can be photographed at once.
campaign-reach = Persons reached
campaign-reached = { $count } persons reached
campaign-by-channel = By channel
campaign-reach-hint = If you know it.

campaign-report = Report of results
campaign-report-receive = Enter a report for the unit
campaign-how = How it came

campaign-board = Standing by unit
campaign-board-caption = Units and tasks
campaign-board-empty = The board of units and tasks will stand here once a letter was sent.
campaign-board-empty-who = Open the signed letter in the register and press “Send the letter”.
campaign-letter = Letter
campaign-letter-choice = { $number } of { $signed }, sent { $sent }
campaign-letter-choice-recalled = { $number } of { $signed }, sent { $sent } (recalled)
campaign-all = All
campaign-show = Show
campaign-show-open = With open tasks
campaign-show-late = With overdue tasks
campaign-filter = Filter
campaign-unit = Unit
campaign-total-done = Done
campaign-sent-at = Sent at
campaign-opened-at = First opened
campaign-acknowledgement = Confirmation
campaign-record-acknowledgement = Record a confirmation
campaign-who-confirmed = Who confirmed for the unit
campaign-confirmed-on = Day of the confirmation
campaign-acknowledged-recorded = The unit's confirmation was recorded.


campaign-read-back = Read back before sending
campaign-read-back-first = Read back and send
campaign-read-back-bar = A letter that was sent can only be recalled, with a reason; a task can still be called off or given another day.
campaign-read-on = (units as they are listed on { $day })
campaign-list-missing = The document speaks of a list or an annex that is attached, and has none
campaign-list-missing-text = The units would not see that list. If it is missing, stop here and issue another document with its annex.
campaign-list-elsewhere = The list or annex is in the scan, or goes by itself
campaign-read-on-check = Check the day of the list of units
campaign-read-on-future = { $day } is a day to come.
campaign-read-on-newer = { $count } units are not in the list of { $signed }, the day on the document.
campaign-send-now = Send
campaign-send-change = Change
campaign-to-units = { $count ->
    [one] Goes to one unit
   *[other] Goes to { $count } units
}
campaign-their-names = Names of the units
campaign-gives-tasks = { $count ->
    [one] Gives one task to each unit
   *[other] Gives { $count } tasks to each unit
}
campaign-asks-nothing = It gives no task, it only asks for a confirmation.
campaign-asks-no-report = It asks for no report.
campaign-no-due = no due day
campaign-tells = { $count ->
    [one] One contact is written a mail.
   *[other] { $count } contacts are written a mail.
}
campaign-tells-nobody = No mail is sent.
campaign-untold = { $count ->
    [one] One unit has no contact who can be written
   *[other] { $count } units have no contact who can be written
}
campaign-untold-call = These units see the letter only when they open the system: send it on paper or call them.
campaign-correct = Correct what was asked
campaign-correct-how = Give another day, or call a task off, for every unit that has not answered. A task that was called off cannot be given again. Answers stay; the units read the reason.
campaign-correct-none = This letter has given no task.
campaign-correct-none-who = Tasks are given when the letter is sent to units.
campaign-correct-counts = Not answered: { $open }. Answered: { $answered }.
campaign-called-off = Called off
campaign-called-off-units = { $count ->
    [one] one unit
   *[other] { $count } units
}
campaign-called-off-now = Called off. The units see the reason on their page.
campaign-read-off-title = Call off: { $task }
campaign-read-off = { $count ->
    [one] Call it off for the one unit that has not answered { $letter }
   *[other] Call it off for { $count } units that have not answered { $letter }
}
campaign-off-for-good = A task that was called off cannot be given again.
campaign-sent-back-mail-subject = Your answer was sent back: { $task }
campaign-sent-back-mail =
    Dear contact,

    The answer to “{ $task }” of { $letter } was sent back: { $reason }

    Please put it right and answer again:
    { $address }

    { $edition }
campaign-extended-mail-subject = A later day, { $day }: { $task }
campaign-extended-mail =
    Dear contact,

    “{ $task }” of { $letter } may be done until { $day }. { $words }

    To read it:
    { $address }

    { $edition }
campaign-declined-mail-subject = No later day: { $task }
campaign-declined-mail =
    Dear contact,

    A later day for “{ $task }” of { $letter } was not granted: { $words }

    It is due on { $day } still. To read it:
    { $address }

    { $edition }
campaign-due-changed-mail-subject = Due on { $day } now: { $task }
campaign-due-changed-mail =
    Dear contact,

    “{ $task }” of { $letter } is asked by { $day } now.

    To read it:
    { $address }

    { $edition }
campaign-read-due-granted = { $count ->
    [one] One unit keeps the later day that it was granted.
   *[other] { $count } units keep the later days that they were granted.
}
campaign-read-due-told = Contacts with an address, of the units that get another day, are told.
campaign-read-due-title = Another day: { $task }
campaign-read-due = { $count ->
    [one] Another day for the one unit that has not answered { $letter }: { $was } → { $day }
   *[other] Another day for { $count } units that have not answered { $letter }: { $was } → { $day }
}
campaign-read-do = Right, do it
campaign-new-due = New due day
campaign-change-due = Change the day
campaign-due-changed = The due day was changed.
campaign-off-reason = Why it is called off
campaign-off-reason-hint = The units read it, for example: The letter does not ask for this. At most 1,000 letters.
campaign-call-off = Call off
campaign-remind = Remind
campaign-silent-confirmation = Have not confirmed the letter
campaign-silent-tasks = Have not answered all tasks
campaign-silent-report = Have not reported
campaign-silent-due = Due { $day }.
campaign-silent-none = No unit is left.
campaign-contact = Contact
campaign-contact-none = No contact yet
campaign-contact-phone = Telephone
campaign-contact-email = E-mail
campaign-reminder = Reminded
campaign-reminded-at = at { $at }
campaign-must-be-called = No e-mail address, call them
campaign-write-reminder = Send a reminder
campaign-written-today = Every unit with an address was reminded today. Units marked to be called can only be called.
campaign-nobody-to-write = No unit in the list has a contact with an address. They can only be called.
campaign-reminded-now = The units' contacts were written a reminder.
campaign-remind-confirmation-subject = Please confirm { $number }
campaign-remind-confirmation-body =
    To the contact,

    { $issuer } sent { $number } about: { $subject }. Your unit has not confirmed it yet.

    Please open the letter and press “Confirm receipt” at:
    { $link }

    { $edition }
campaign-remind-tasks-subject = Reminder of the tasks of { $number }
campaign-remind-tasks-body =
    Dear contact,

    { $number } of { $issuer } gives your unit tasks about: { $subject }. Some of them are not answered yet.

    Please answer each task at:
    { $link }

    { $edition }
campaign-remind-report-subject = Please report on { $number }
campaign-remind-report-body =
    To the contact,

    { $number } of { $issuer } asks your unit to report about: { $subject }. The report has not come yet.

    Please write and send it at:
    { $link }

    { $edition }

refusal-campaign-nothing-open = No unit has still to answer this.
refusal-campaign-reminded-today = A reminder was sent today. A unit is written at most once a day.
refusal-campaign-no-address = No address of a contact is known. Please call.
refusal-campaign-due-past = { $due } is over; today is { $today }. Give a day that is still to come.
refusal-campaign-same-due = It is asked by this day already. There is nothing to change.
refusal-campaign-publicity-counted = A report or an answer that was sent counts this item, so it can no longer be removed.
refusal-campaign-task-called-off = This task was called off at { $at }.
refusal-campaign-letter-withdrawn = This document was withdrawn on { $day }; it is sent no more.
refusal-campaign-letter-replaced = Another document stands in the place of this one since { $day }. Send that one.
refusal-campaign-letter-recalled = This document was recalled; it is sent no more. Send another.
refusal-campaign-letter-unsigned = The document has no number and day yet. Record them before sending.
refusal-campaign-list-missing = The document speaks of a list or an annex that is attached, and has none. Please tick that it is in the scan or goes by itself.
refusal-campaign-no-units = Please choose at least one unit.
refusal-campaign-units-not-standing = { $count } of the chosen units do not exist on { $day }. Show the list for that day again.
refusal-campaign-sent-already = { $count } of the chosen units have this letter already. Reload the page to leave them out.
refusal-campaign-letter-changed = The letter or what it asks was changed since it was read back. Read it back once more, then send it.
refusal-campaign-text-long = This has { $length } letters; { $max } fit.
refusal-campaign-task-without-words = The task says nothing.
refusal-campaign-day-malformed = This is no day. Write day/month/year, for instance 30/6/2021.
refusal-campaign-day-of = “{ $label }” must be a day: day/month/year, for example 30/6/2021.
refusal-campaign-due-of = The due day of “{ $label }” cannot be read. Write a day like 30/6/2021, or 1 to 250 working days, like “5 working days from receipt”.
refusal-campaign-unit-day = The day on which the units stand must be a day that exists. Write day/month/year, as in 19/8/2020.
refusal-campaign-way-unknown = Please choose how it came.
refusal-campaign-link-twice = This page was recorded for the unit already: “{ $title }”, { $day }.
refusal-campaign-answer-unknown = Please choose “Done” or “Nothing to report”.
refusal-campaign-changed-meanwhile = Somebody has just answered this. Please open the page again.
refusal-campaign-task-already-answered = This task was answered at { $at }.
refusal-campaign-evidence-missing = Please write briefly what was done, or record publicity first.
refusal-campaign-reason-missing = Please write the reason.
refusal-campaign-channel-unknown = Please choose a channel.
refusal-campaign-not-a-day = “{ $given }” is no day. Write day/month/year, for instance 27/7/2020.
refusal-campaign-day-in-future = { $day } has not come yet.
refusal-campaign-title-missing = Please name the item or activity.
refusal-campaign-title-too-long = The title has { $length } characters; at most { $max } fit.
refusal-campaign-link-form = A link begins with http:// or https:// and names a site, for instance https://quangninh.gov.vn/tin.
refusal-campaign-reach-not-a-count = “{ $given }” is no number of persons. An example: 1.200.

campaign-way-link = by a personal link
campaign-mail-personal = { $link }
    (This link is your unit's own and opens without an account. Whoever has it can answer for the unit; please do not forward it.)
campaign-link-acknowledge-text = Confirm that your unit has the letter; then the tasks below can be answered.
campaign-link-your-name = Full name of who confirms
campaign-link-your-position = Position
campaign-link-also = Also for your unit
campaign-link-publicity-count = { $count } items
campaign-link-publicity-hint = Where and when it was published, with its address.
campaign-link-keep = This link opens until the end of { $day }. Whoever has it can answer for the unit; please do not forward it.
campaign-link-shut = The link does not open
campaign-link-unknown = This address is not right. Check every letter, or scan the slip again.
campaign-link-expired = The link has expired.
campaign-link-revoked = The link was taken back or replaced by a new one.
campaign-link-shut-call = The standing agency can send a new link. Turn to { $agency }.
campaign-link-shut-kept = What your unit answered is kept.
campaign-name-contact = Name a contact
campaign-name-contact-hint = Letters and reminders go to this person from now on.
campaign-name-contact-text = Write who in your unit receives letters and answers. At least one way to reach them is needed.
campaign-name-contact-save = Name as contact
campaign-contact-named = Your unit's contact was recorded.

campaign-recipients = Recipients
campaign-recipients-all = units it was sent to
campaign-recipients-opened = opened
campaign-recipients-confirmed = confirmed
campaign-recipients-mail-failed = with mail that failed
campaign-recipients-on-paper = need paper or a call
campaign-recipients-unconfirmed = Not confirmed
campaign-recipients-unopened = Not opened
campaign-recipients-failed = Mail failed
campaign-recipients-unreached = Need paper or a call
campaign-recipients-none = No such unit.
campaign-recipients-ways = Ways
campaign-way-account = The unit's account
campaign-way-slip = Slip printed on { $day }
campaign-way-none = No way yet
campaign-mail-sent = Mail sent
campaign-mail-kept = Mail kept back, not sent out
campaign-mails-kept = { $count } mails were kept in the system and not sent out
campaign-mails-kept-text = The system has no mail server, so nobody received them. Send paper to the units without an account, or call them.
campaign-way-link-opened = Personal link, opened
campaign-mail-waiting = Mail waiting
campaign-mail-failed = Mail failed
campaign-mails-progress = Mails: { $gone }/{ $all } left, { $waiting } wait, { $lost } could not be sent.
campaign-mails-again = See where they are now
campaign-mail-forgotten = Mail written
campaign-not-confirmed = Not confirmed
campaign-links-make = Make a personal link
campaign-links-count = Personal links ({ $count })
campaign-proof = List of sending and receipt
campaign-not-sent = The document was sent to no unit.
campaign-not-sent-who = An officer sends it from the document's page.
campaign-way-package = edXML package sent in the document system
campaign-package-unsent-yet = edXML package made, not sent
campaign-package = edXML package for units with an identifier
campaign-package-text = One package is addressed to those units of this document that have an identifier in the exchange settings. Download it, send it in the document system, then write down here when: until then its units count as not reached.
campaign-package-settings = Exchange settings
campaign-package-without = { $count } units have no identifier, or share a name and have one by the name alone, and are not in the package:
campaign-package-all = Make a package for { $count } units
campaign-package-unreached = Make a package for { $count } units that need paper or a call
campaign-package-download = Download the package for { $count } units
campaign-package-for = Package for { $count } units
campaign-package-made = The edXML package was made and has not gone to anybody. Download it under “edXML package for units with an identifier”, send it in the document system, then write down when.
campaign-package-made-on = made
campaign-package-made-at = Made
campaign-package-not-sent = Not sent
campaign-package-sent = Write down that it was sent
campaign-package-sent-on = Sent in the document system
campaign-package-sent-correct = Correct when it was sent
campaign-package-sent-text = Write this down once the package was sent in the document system. From then on its units count as reached.
campaign-package-units = Units of the package ({ $count })
campaign-package-sent-day = Day of sending
campaign-package-sent-time = Time of sending
campaign-package-sent-save = Save when it was sent
campaign-package-unsent = A mistake, it was not sent
campaign-package-sent-noted = It was written down when the package was sent.
campaign-package-unsent-noted = The package counts as not sent again.
refusal-campaign-package-sent-when = The day and time of sending must lie between { $made }, when the package was made, and now.
refusal-campaign-time-malformed = This is no time of day. Write hour:minute, for instance 8:15.
refusal-campaign-no-package = None of the chosen units has an identifier. Write it into the exchange settings, then make the package.
campaign-slips = Slips for the envelopes
campaign-slips-text = One slip of half a page for each unit, with a code to scan and an address of its own, printed at once for all; for more than 100 units in files of 50, with a page that says how far it is. Once printed anew, the codes on all earlier slips of this document open nothing any more, also those of units that are not printed now; links sent by mail or read out still open.
campaign-slips-unreached = Print slips for units that need paper
campaign-slips-unconfirmed = Print slips for all units that have not confirmed
campaign-unit-links = Personal links of the unit
campaign-links-none = This unit has no personal link yet.
campaign-links-none-who = Links are made when contacts of the directory are written, when slips are printed, or here.
campaign-link-made-at = Made
campaign-link-until = Opens until the end of
campaign-link-first-opened = First opened
campaign-link-opens = Opens
campaign-link-closed = Opens no more
campaign-link-renew-text = With a new link all links that the unit had to this document, and the codes on printed slips, open nothing any more. The own link of whoever was given one task still opens.
campaign-link-renew-mail = Send a new link by mail
campaign-link-renew-show = Make a link to read out or send by Zalo
campaign-link-revoke = Take back the links
campaign-links-revoked = All links of the unit were taken back.
campaign-links-mailed = A new link was sent to the unit's contacts.
campaign-link-made = New link
campaign-link-made-text = Copy it now: it is shown only once.
campaign-recall = Recall the letter
campaign-reminded-by-itself = by the house itself
campaign-recall-reached = contacts with an address
campaign-recall-tell = Tell the contacts by mail
campaign-recall-mail-subject = { $number } is recalled
campaign-recall-mail =
    Dear contact,

    { $issuer } recalls { $number }: { $subject }. The reason: { $reason }

    Its tasks and reports that wait for an answer are asked no longer. { $instead }

    To read it:
    { $address }

    { $edition }
campaign-recall-mail-instead = In its place stands { $number }: { $subject }.
campaign-recall-open-tasks = tasks still open
campaign-recall-text = Open tasks and reports are called off; what units answered is kept. Every unit's page says why and leads to the replacement.
campaign-recall-honoured = { $count } units were honoured by this decision
campaign-recall-honoured-text = Once it is recalled their sheets are printed no more and the public check says that they hold no more; those handed over are to be taken back.
campaign-recall-reason = Reason for the recall
campaign-recall-reason-hint = The units read this sentence.
campaign-recall-replacement = Replacement
campaign-recall-replacement-hint = Own signed documents of the same kind and of this edition that stand and are not older than the recalled one. It still has to be sent like any other.
campaign-recall-no-replacement = None
campaign-recall-bar = A recalled letter cannot be restored.
campaign-recall-do = Recall the letter
campaign-recall-read = Read back and recall
campaign-recall-read-title = Read back before the recall
campaign-recall-whom = Recalled at
campaign-recall-units = { $count } units that it was sent to
campaign-recall-closes = Asked no longer
campaign-recall-closed = { $tasks } tasks and { $reports } reports that are open
campaign-recall-mails = Sends { $count } mails about the recall.
campaign-recalled-now = The letter was recalled.
campaign-recalled-nothing-to-do = The unit has nothing left to do for this document.
campaign-recalled-answered = Answered by the unit
campaign-recalled = This letter was recalled { $at }
campaign-replaced-by = Replaced by:
campaign-replacement-not-here = This document has not been sent to the unit in this system.
campaign-link-call = With questions about this letter the unit turns to { $agency }.
campaign-to-replacement = See the replacement
refusal-campaign-confirm-first = Please confirm first that the letter arrived.
refusal-campaign-position = Write the position in at most 200 letters.
refusal-campaign-given-too-often = This task was given on by links { $count } times today. It can be given on again from tomorrow; until then ask the standing agency.
refusal-campaign-no-link = No link of this unit opens now.
refusal-campaign-not-sent = The document was sent to no unit.
refusal-campaign-recalled = This letter was recalled.
refusal-campaign-recall-reason = Write why in at most 500 letters.
refusal-campaign-replacement = Choose another own document of the same kind and of this edition that is signed, stands, was not recalled and is not older than the recalled one.
refusal-campaign-no-slips = No unit needs a slip.

campaign-origin = ({ $name } answered { $way }, { $day })
campaign-behalf = Record for the unit
campaign-behalf-with-scan = Record the confirmation with its scan
campaign-behalf-publicity = Record publicity for the unit
campaign-behalf-from = How the unit said so
campaign-behalf-day = Day on which the agency got it
campaign-behalf-who = Who in the unit said so
campaign-behalf-scan = Scan
campaign-behalf-scan-hint = The letter, the mail or a picture of the message.
campaign-behalf-save = Record for the unit
campaign-behalf-recorded = Recorded for the unit.
refusal-campaign-day-of-paper = The day { $day } must lie between the sending and today.
campaign-area = Area
campaign-area-hint = Communes since 1/7/2025 can be chosen by their former district.
campaign-reach-phone = by telephone
campaign-reach-none = on paper
# Publicity, looked at by the agency
campaign-checking = Check publicity
campaign-checking-none = No item fits this choice.
campaign-checking-place = { $first }–{ $last } of { $found } items
campaign-check-waiting = Waiting
campaign-check-confirmed = Confirmed
campaign-check-returned = Returned
campaign-confirmed-count = counted in the figures
campaign-waiting-count = not counted yet
campaign-units-with-publicity = Units with publicity
campaign-only-twins = Same as another unit's
campaign-twin = { $unit } ({ $day })
campaign-same-link = Same link as { $count } other units
campaign-choose = Choose
campaign-choose-one = Choose: { $title }
campaign-photo-of = Photo: { $title }
campaign-no-photo = No photo
campaign-confirm = Confirm
campaign-confirm-says = Open the link, look at the photo, then tick what is right.
campaign-confirm-chosen = Confirm what is ticked
campaign-publicity-confirmed = { $count } items were confirmed.
campaign-return-link = Return
campaign-return = Return an item to its unit
campaign-return-reason = What the unit is to put right
campaign-return-reason-hint = For instance: the link does not open; the article is not about the contest. The unit reads these words.
campaign-return-send = Return
campaign-publicity-returned = Returned. The unit is written and puts it right on its own page.
campaign-return-mail-subject = Publicity to be put right: { $title }
campaign-return-mail =
    Dear contact,

    The item “{ $title }” ({ $day }) that your unit recorded for { $edition } could not be confirmed:

    { $reason }

    Please open Record publicity, put it right and send it again: { $address }

    Yours sincerely.
campaign-returned-to-you = { $count } items were returned
campaign-returned-to-you-text = Read the words beside the state, put it right and send it again. A returned item does not count.
campaign-publicity-correct = Correct
campaign-publicity-correct-title = Correct a recorded item
campaign-publicity-send-again = Send again
campaign-publicity-corrected = Sent again; it waits to be confirmed.
campaign-photo-stays = Without a new file the old one stays:
campaign-publicity-waiting-short = +{ $count } waiting
campaign-publicity-tally = Confirmed { $confirmed }, waiting { $waiting }, returned { $returned }. Only what is confirmed counts.
refusal-campaign-publicity-confirmed-already = This item is confirmed already.
refusal-campaign-publicity-returned-already = This item was returned and waits for its unit.
refusal-campaign-publicity-confirmed-stays = This item was confirmed, so it can no longer be changed or removed.
refusal-campaign-return-without-words = Say what the unit is to put right.
refusal-campaign-return-too-long = The words have { $length } letters; at most { $max }.
refusal-campaign-publicity-changed = “{ $title }” was changed after you opened the page. Look at it again.
refusal-campaign-no-publicity = Tick at least one item.
campaign-kit-there = News, pictures and posters ready to use:
campaign-task-due-hint = A day, for example 30/6/2021; or “5 working days from receipt”, “10 working days from sending”.
campaign-counted = { $days } working days from receipt
campaign-due-closed = a day off: { $name }
campaign-due-weekend = a Saturday or Sunday
campaign-due-unknown = the holidays of { $year } are not known yet
campaign-returned = Sent back
campaign-doing-share = Under way, { $share } %
campaign-given-to = given to { $name }
campaign-assignee = Done by
campaign-files = Photographs, files
campaign-files-hint = Several files can be chosen, or photographed at once on a telephone.
campaign-note-progress = Note progress
campaign-percent = Done so far
campaign-note = Note
campaign-note-save = Note progress
campaign-task-noted = The progress is noted.
campaign-give = Give to somebody
campaign-give-to = Done by
campaign-give-hint = Somebody with an account of the unit.
campaign-task-given = The task was given.
campaign-give-person = Give it to somebody without an account
campaign-give-person-says = They answer by a personal link, which opens this task only
campaign-give-on = Give it to somebody else of the unit
campaign-give-on-says = They get a link of their own; this one opens the task no more
campaign-link-given = The task was given on
campaign-link-given-lost = Your link opens this task no more; whoever has it now answers by the new link.
campaign-give-known = A person of the directory
campaign-give-typed = Somebody else, written below
campaign-give-email-hint = With an address the link is sent at once; without one it is shown once, to be printed or read out.
campaign-task-given-by-mail = The task is given; the personal link went to the person’s address.
campaign-task-handed = Link for whoever has the task
campaign-task-handed-text = The link is shown this once and opens this task only. Print the page or pass the link on; once the task is given to somebody else it opens nothing.
campaign-back-to-task = Back to the task
campaign-holder-mail-subject = { $unit } gives you a task: { $task }
campaign-holder-mail-body =
    Dear { $name },

    { $unit } gives you the task “{ $task }” of { $letter }.{ $due }

    Read it, note progress and answer by the personal link below, without an account:
    { $link }

    The link opens this task only. Please do not pass it on.

campaign-extended-to = extended to { $day }
campaign-extended = extended
campaign-extended-from = Due before it was extended: { $day }
campaign-extended-granted = It was given a later day
campaign-ask-extension = Ask for a later day
campaign-by-report-day = The report answers this task, which is due when the report is.
campaign-by-report-ask = Ask for a later day for the report
campaign-by-report-grant = Grant the report a later day
campaign-by-report-change = Ask the report by another day
campaign-extension-to = Until
campaign-extension-why = Reason
campaign-extension-withdraw = Ask no longer
campaign-extension-withdrawn-now = A later day is asked for no longer.
campaign-extension-asked-now = The standing agency was asked for a later day.
campaign-extension-waits-title = The unit asks for a later day
campaign-extension-waits = Until { $day }. Reason: { $why }
campaign-extend = Give a later day
campaign-extension-words = The agency's words
campaign-extension-words-hint = Needed when the later day is declined.
campaign-decline = Decline
campaign-extended-now = The task has a later day.
campaign-declined-now = The later day was declined.
campaign-send-back = Send back
campaign-send-back-why = Reason
campaign-send-back-hint = The unit reads this reason; the task is open again.
campaign-sent-back-now = The answer was sent back; the task is open again.
campaign-sent-back-times = Sent back by the standing agency (time { $count })
campaign-sent-back-count = Times sent back
campaign-history = What happened
campaign-step-at = When
campaign-step-what = What
campaign-step-words = Words
campaign-step-who = By whom
campaign-step-assigned = Given to
campaign-step-progress = Progress
campaign-step-done = Answered as done
campaign-step-nothing = Answered: nothing to report
campaign-step-sent-back = Sent back
campaign-step-extension-asked = Asked for time until
campaign-step-extended = Given time until
campaign-step-extension-withdrawn = Asked no longer
campaign-step-extension-declined = Later day declined
campaign-step-due-changed = Asked of all by
campaign-ended = Units that ended and still owe
campaign-ended-none = No unit that has ended owes anything.
campaign-ended-none-who = A unit that ends with open tasks or reports will stand here.
campaign-ended-lead = Open a unit to choose who comes after it; those that came whole to one successor can be handed over together.
campaign-ended-units = Units that still owe ({ $count })
campaign-ended-after = Came after it
campaign-ended-open = Left
campaign-ended-counts = { $tasks } tasks, { $reports } reports.
campaign-ended-accounts = { $count } accounts.
campaign-ended-bar = Tasks and reports go to the successor with their history. Accounts and dossiers are handed over on pages of their own.
campaign-ended-do = Hand over all of { $count } units with one successor
campaign-ended-done = The successors have the tasks and reports now.
campaign-step-handed-over = Came from
refusal-campaign-not-of-the-unit = Choose somebody with an account of the unit.
refusal-campaign-has-it-already = This person has the task already.
refusal-campaign-nothing-noted = Say how far it is, in per cent or in words.
refusal-campaign-percent-malformed = Write a whole number from 0 to 100.
refusal-campaign-not-answered = There is no answer to send back yet.
refusal-campaign-by-report = This task is due when its report is. Ask for a later day, grant it or change it at the report.
refusal-campaign-no-due-day = This task has no due day.
refusal-campaign-later-too-far = A later day can be given until { $farthest } at most: no more than 180 days at a time, counted from the day that holds, or from today where that is over.
refusal-campaign-later-too-long = These words have more than { $max } characters. Please write fewer.
refusal-campaign-not-later = It is due on { $due } now; write a later day.
refusal-campaign-extension-asked-already = The unit has asked already and waits for an answer.
refusal-campaign-slip-code = The code is not right. Please look at each letter again: it has 16 letters and figures and no U.
refusal-campaign-slip-code-missing = Please type the unit’s own code: the 16 bold letters and figures at the foot of the slip that came with the letter, or as the standing agency reads it out.
refusal-campaign-extension-not-asked = The unit did not ask for a later day.
refusal-campaign-due-malformed = Write a day like 30/6/2021, or “5 working days from receipt”, “10 working days from sending”.
refusal-campaign-due-count = Between 1 and 250 working days.

campaign-show-unconfirmed = Not confirmed
campaign-board-pages = { $first }–{ $last } of { $all } units
campaign-board-paper = Print the board (PDF, A3)
campaign-board-standing = As of { $day }
campaign-board-tone-done = Done
campaign-board-tone-doing = Being done
campaign-board-tone-todo = Not begun
campaign-board-tone-warn = Done late
campaign-board-tone-late = Overdue
campaign-board-tone-stop = No longer asked
campaign-board-workbook = Download as a workbook, for A3
campaign-board-whole = See and print all { $count } units on one page
campaign-board-table = Download as CSV
campaign-picture = Picture of progress
campaign-picture-tiles = Progress in tiles
campaign-picture-map = Map of progress
campaign-picture-lead = Each tile is a unit, grouped by area. The figure: what is done of what was asked, the report included. “Received” has confirmed and has nothing under way; “Begun” has something that the board shows as under way, done or sent back.
campaign-picture-counts = Units by progress ({ $count } in all)
campaign-map = On the map
campaign-map-stands = As of { $at }, { $count } units. Each shape bears the number of the unit in the list below and the sign of its progress; the colour says the same as the sign.
campaign-map-without = Units without borders, or too small to be drawn, that stand in the list only: { $count }.
campaign-map-colours = Signs and colours of the map
campaign-progress-silent = Nothing yet
campaign-progress-received = Received
campaign-progress-begun = Begun
campaign-progress-half = Half or more
campaign-progress-whole = Everything done
campaign-progress-late = Something is overdue
campaign-progress-ended = Called off

campaign-plan = Assignments of a plan
campaign-plan-instead = Something else for each unit?
campaign-plan-empty = The assignments of the plan will stand here.
campaign-plan-empty-who = Write each down: who does what by when. Until they are given no unit gets any.
campaign-plan-lines = Assignments of the plan ({ $count })
campaign-plan-whom = For
campaign-plan-all = All: { $level }
campaign-plan-open = Not given
campaign-plan-drop = Take out
campaign-plan-give = Read back and give
campaign-plan-add = Add an assignment
campaign-plan-change = Change
campaign-plan-change-one = Change an assignment
campaign-plan-save = Save the change
campaign-plan-keep = Leave it as it was
campaign-plan-changed = The assignment was changed.
campaign-plan-table = The plan's own table, { $count } not taken over yet
campaign-plan-take = Take this over
campaign-plan-kind = Kind
campaign-plan-kind-other = What the plan says itself
campaign-plan-kind-name-contact = Naming a contact (done once the unit has named somebody; needs neither title nor words)
campaign-plan-title = Title
campaign-plan-title-hint = Short, at most 40 characters: the head of a column of the board.
campaign-plan-groups = For all units of
campaign-plan-groups-hint = By the register of the day on which it is given.
campaign-plan-names = For single units
campaign-plan-names-hint = Name, a part of the name, or code, one unit a line.
campaign-plan-added = The assignment was written down.
campaign-plan-dropped = The assignment was taken out.
campaign-plan-read = Read back before giving
campaign-plan-read-lead = { $lines } assignments, which are { $tasks } tasks of units.
campaign-plan-read-bar = Each unit gets the plan with its own part; contacts with an address are told.
campaign-plan-give-now = Give the assignments
campaign-plan-given-now = The plan's assignments were given.
campaign-counted-sent = { $days } working days from sending
refusal-campaign-plan-title-missing = Give it a title.
refusal-campaign-plan-title-long = The title has { $length } characters; { $most } fit.
refusal-campaign-plan-nobody = Choose a kind of unit or name units.
refusal-campaign-unit-unknown = The register of today has no unit “{ $name }”.
refusal-campaign-unit-several = Several units have “{ $name }” in their name: { $units }. Name one of them.
campaign-wishes = { $count } wishes for a later day wait
campaign-wish = { $unit }: { $task }, until { $day }

campaign-overdue-title = What is overdue
campaign-overdue-none = Nothing is overdue.
campaign-overdue-chat = Message for a group
campaign-overdue-chat-hint = Names of units only, of no person.
campaign-overdue-letter = { $number }, overdue:
campaign-overdue-line = - { $task } (due { $day }): { $units }
campaign-urging = Letter that urges
campaign-urging-lead = The draft names the units and what they owe, on the basis of the letter above. Read it, change it, put it forward like any document; nothing is sent by itself.
campaign-urging-draft = Draft a letter that urges
campaign-urging-drafted = The draft is in the register. Please read it before it is put forward.
campaign-urging-subject = Urging { $number }
campaign-urging-begin = Following { $number } of { $day }, by { $today } these units have not done what they were asked:
campaign-urging-item = { $task } (due { $day }): { $units }
campaign-urging-end = { $issuer } asks the units named above to do so and to send the results before { $by }. Difficulties should be told to { $issuer }./.
campaign-urging-all = The units named in this letter
campaign-feed = Calendar address
campaign-feed-lead = The address puts due days of tasks and reports and the stages of the contest into a calendar program. Whoever has it reads them; no personal data stands there.
campaign-feed-by-link = The calendar’s address leads somewhere as long as this link does. A unit has one such address; a new one takes its place.
campaign-feed-by-link-hint = Due days of tasks and reports in a calendar program
campaign-feed-none = The unit has no calendar address.
campaign-feed-since = The present address was made { $at }.
campaign-feed-make = Make a calendar address
campaign-feed-anew = Make a new address
campaign-feed-drop = Take the address away
campaign-feed-made = The unit's calendar address
campaign-feed-once = Copy it now: it is not shown again. An address from before leads nowhere now.
campaign-feed-dropped = The calendar address was taken away.
campaign-feed-due = Due: { $task } ({ $edition })
campaign-feed-stage = { $stage } ({ $edition })
campaign-unit-has-ended = This unit has ended
campaign-unit-ended = The unit stood until { $day }.
campaign-succession = Hand tasks and reports over to successors
campaign-succession-lead = Choose who gets each open task and each report that is not approved. The letter goes to the successor with them, a draft with its report. An approved report stays with the old unit and is counted once. Where several units became one, what they were all asked is asked once.
campaign-succession-stays = It stays with the old unit, to be approved
campaign-succession-none = No task is open and no report is still owed.
campaign-succession-no-successor = The register names no successor.
campaign-succession-bar = The journal and the history of each task keep that it was handed over.
campaign-succession-drafts = Entries, places and own contest of this unit
campaign-succession-do = Hand over
campaign-successor = { $unit } ({ $extent })
campaign-handed-over = All was handed over.
campaign-contact-change = Change the contact
campaign-contact-lead = In one act: whoever leaves ends their roles at the unit, whoever comes gets the same, and open tasks pass on.
campaign-contact-old = Who leaves
campaign-contact-new = Who comes
campaign-contact-new-account = Open an account
campaign-contact-known = Somebody with an account
campaign-contact-name = Name
campaign-contact-login = Login name
campaign-contact-replace = Change the contact
campaign-contact-replaced = The contact was changed.
campaign-contact-told = { $name }, login name { $login }, first password:
campaign-contact-told-once = Tell them now: the password is shown once and has to be changed at sign-in.
campaign-contact-nobody = Nobody answers for the unit yet.
campaign-contact-move = Move to the successor
campaign-contact-who = Who
campaign-contact-to = Successor
campaign-contact-moved = They answer for the successor now.
refusal-campaign-nothing-overdue = Nothing is overdue any more.
refusal-campaign-no-contact = Choose somebody who answers for the unit.
refusal-campaign-same-contact = Whoever comes must be somebody else.
refusal-campaign-unit-stands = This unit stands.
refusal-campaign-no-successor = Choose a successor.

campaign-list = Kept list of recipients
campaign-list-hint = With a list, level and kind do not count.
campaign-list-none = No list
campaign-list-keep = Keep the chosen units as a list
campaign-list-name = Name of the list
campaign-list-name-hint = For example: Communes by the sea. A list of that name is replaced.
campaign-list-save = Keep the list
campaign-list-saved = The list “{ $name }” is kept ({ $count } units)
campaign-list-not-standing = { $count } units do not stand on this day
campaign-list-gone = { $unit }: no successor is recorded.
campaign-list-succeeded = { $unit }: succeeded by { $successors }.
campaign-lists = Lists of recipients
campaign-lists-lead = Lists are kept on the page of sending and used again for later documents. Whether a unit still stands is asked on the day of sending.
campaign-lists-empty = Lists of recipients are shown here once they are kept.
campaign-lists-empty-who = Choose units on the page of sending, then keep them as a list.
campaign-list-units = Units
campaign-list-count = { $count } units that stand
campaign-list-saved-at = Kept at
campaign-list-drop = Drop the list
campaign-list-dropped = The list is dropped.
refusal-campaign-list-name = Name the list, in at most 80 letters.
campaign-link-answer-stands = An answer that was sent cannot be changed here. To have it opened again the unit turns to { $agency }.
campaign-link-by-report = This is answered by the unit's report of results.
campaign-link-code-title = Type the code of the slip
campaign-link-code = Code of the slip
campaign-link-code-hint = 16 letters and figures, for example 7KQM-4T9X-2HRC-6PW0. Capitals and hyphens do not matter.
campaign-link-code-open = Open the letter
campaign-link-spoken = By telephone: open { $address } and type
campaign-link-to-report = Open the report
campaign-link-without-report = Nothing to report, answered in words
campaign-link-without-report-says = The report is still waited for until the unit sends it.
campaign-link-nobody-yet = Nobody can be named yet: answer or ask for a later day
campaign-wish-waits = Asks for { $day }, waits for an answer
campaign-publicity-sure = It is so, record it
campaign-nothing-shows = Neither link nor photo
refusal-campaign-publicity-before-launch = { $day } is before the launch of the contest on { $launched }.
refusal-campaign-publicity-many-reached = { $reach } persons are more than live in most provinces. Please look again.
refusal-campaign-publicity-not-said = Please correct it, or tick that it is so.
refusal-campaign-something-recorded = The unit recorded { $count } pieces of publicity, so there is something to report. Choose “Done”, or remove what was recorded by mistake.
campaign-addressed = The letter is addressed to: { $whom }. The list begins with the level named first; when it is sent to one level, choose the next.
