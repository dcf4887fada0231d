### The help desk: who answers, what was asked, what everybody may read.

## On other rooms' pages

helpdesk-help = Need help?
helpdesk-help-agency = For any difficulty, please contact { $agency }.
helpdesk-answered = Questions and answers
helpdesk-ask = Ask a question
helpdesk-own = My questions

helpdesk-day-1 = Monday
helpdesk-day-2 = Tuesday
helpdesk-day-3 = Wednesday
helpdesk-day-4 = Thursday
helpdesk-day-5 = Friday
helpdesk-day-6 = Saturday
helpdesk-day-7 = Sunday
helpdesk-days-span = { $first } to { $last }
helpdesk-hours-line = Answers given: { $times }, { $days }
helpdesk-opens-today = Closed now; open again at { $time } today.
helpdesk-opens-on = Closed now; open again at { $time }, { $weekday }, { $day }.
helpdesk-away-until = away until { $day }
helpdesk-stands-in = deputy

## For everybody

helpdesk-answered-lead = Questions that have been answered. If yours is not here, send it or call the officer in charge.
helpdesk-search = Search questions and answers
helpdesk-search-action = Search
helpdesk-nothing-found = No answer yet about “{ $words }”.
helpdesk-nothing-found-who = Try other words, or send your question.
helpdesk-none-published = No question has been published yet.
helpdesk-none-published-who = Answered questions appear here when many people need them.

## Asking

helpdesk-ask-lead = Write what you need to know; the officer in charge will answer.
helpdesk-ask-look-first = Read what has been answered
helpdesk-words = Question
helpdesk-words-hint = Do not name an entry or its authors.
helpdesk-to-desk = To
helpdesk-to-desk-unknown = I do not know
helpdesk-ask-as = Sent in the name of { $name }. The answer goes to the address of your account.
helpdesk-name = Full name
helpdesk-email = Email
helpdesk-email-hint = The answer goes to this address. Without one, give a telephone number.
helpdesk-phone = Telephone
helpdesk-unit = Unit
helpdesk-consent = I agree that { $agency } keeps my name and how to reach me in order to answer this question. Neither is made public.
helpdesk-ask-action = Send the question
helpdesk-asked = Your question has been received.
helpdesk-asked-again = Sent.
helpdesk-question-number = Question { $number }
helpdesk-keep-address = Keep the address of this page
helpdesk-keep-address-why = You left no email address, so the answer appears on this page only. Do not pass its address on.
helpdesk-by-office = The standing agency answers
helpdesk-by-officer = { $name } answers
helpdesk-by-asker = Asker
helpdesk-write-again = Ask more
helpdesk-write-again-opens = The question is closed. Writing here opens it again.
helpdesk-write-again-action = Send
helpdesk-own-none = You have not asked anything yet.
helpdesk-own-none-who = “Ask a question” is on the contest’s page.

## At the office

helpdesk-questions = Help desk
helpdesk-record = Record a question
helpdesk-published = Published answers
helpdesk-desks = Who answers
helpdesk-waiting-at = waiting at { $desk }
helpdesk-oldest = oldest since { $at }
helpdesk-mine = Waiting for you ({ $count })
helpdesk-all = All questions
helpdesk-state = State
helpdesk-every-state = Every state
helpdesk-state-new = New
helpdesk-state-in-hand = In hand
helpdesk-state-answered = Answered
helpdesk-state-closed = Closed
helpdesk-desk = Desk
helpdesk-every-desk = Every desk
helpdesk-search-questions = Words, asker
helpdesk-show = Show
helpdesk-none = No question fits.
helpdesk-none-who = Questions come from the portal, from people who are signed in, or are recorded from the telephone.
helpdesk-number = No.
helpdesk-question = Question
helpdesk-asker = Asker
helpdesk-channel = Asked by
helpdesk-channel-account = Signed in
helpdesk-channel-portal = Portal
helpdesk-channel-telephone = Telephone
helpdesk-channel-chat = Chat
helpdesk-channel-visit = In person
helpdesk-place = { $first }–{ $last } of { $found } questions
helpdesk-since-today = waiting since today
helpdesk-since-days = waiting { $days } days

helpdesk-who = Asker, unit
helpdesk-who-hint = For instance: Ms Hoa, People’s Committee of Tiên Yên.
helpdesk-told-phone-hint = For calling back once there is an answer.
helpdesk-told-email-hint = With an address the answer goes by mail; without one an officer calls back.
helpdesk-answer = Answer
helpdesk-answer-later = Leave empty if not answered yet; the question then waits in the list.
helpdesk-record-action = Record
helpdesk-recorded = The question is recorded.
helpdesk-recorded-mailed = The question is recorded and its answer sent by mail.

helpdesk-answer-action = Send the answer
helpdesk-answer-record = Record the answer
helpdesk-answer-mailed = The asker gets these very words by mail at { $mail } and sees them on the question’s page.
helpdesk-answer-call = The asker has no email and sees the answer on a personal page only; better call { $phone }.
helpdesk-answer-call-back = The question was recorded from speech, without an email address: once the answer is written, call { $phone }.
helpdesk-answer-tell = The question was recorded from speech: once the answer is written, tell the asker.
helpdesk-assignee = In charge
helpdesk-give-to = Give to
helpdesk-choose = Choose
helpdesk-desk-stays = As it is
helpdesk-give = Give
helpdesk-close = Close the question
helpdesk-close-says = Once closed nothing more is answered, unless its asker writes again.
helpdesk-close-for-good = This question was told and recorded: once closed it does not open again.
helpdesk-not-yet = Not yet
helpdesk-closed-says = The question is closed. It opens again when its asker writes.
helpdesk-publish-this = Publish question and answer
helpdesk-was-answered = The answer has been sent.
helpdesk-answer-recorded = Recorded. Remember to tell { $who }.
helpdesk-answer-recorded-call = Recorded. Remember to call { $who } at { $phone }.
helpdesk-was-assigned = The question has been given.
helpdesk-was-closed = The question is closed.

helpdesk-published-lead = Everybody can read these on the portal.
helpdesk-see-public = See the public page
helpdesk-published-none-who = Open an answered question and choose “Publish question and answer”, or write a new one.
helpdesk-publish = Write a public answer
helpdesk-publish-remember = Everybody will be able to read this
helpdesk-publish-personal = Leave out the asker’s name, unit, telephone and whatever tells who asked.
helpdesk-publish-blind = Before the result is announced, name no entry and no author.
helpdesk-category = Heading
helpdesk-category-hint = For instance: Dossier, Authors, Time.
helpdesk-category-known = Headings in use: { $known }. Write another to open a new one.
helpdesk-order = Place
helpdesk-order-hint = Smaller numbers come first.
helpdesk-publish-action = Publish
helpdesk-withdraw = Take off the portal
helpdesk-withdraw-says = Once taken off nobody reads it; to have it back it is written anew.
helpdesk-keep = Keep it
helpdesk-was-published = Published.
helpdesk-was-withdrawn = Taken off the portal.

helpdesk-desks-lead = The officers who answer, named on the portal and on the pages of units and authors. Outside the hours or when they are away, their deputies see the questions.
helpdesk-no-desk = There is no desk yet.
helpdesk-no-desk-who = The standing agency’s head or officer opens a desk and chooses its people.
helpdesk-new-desk = Open a desk
helpdesk-desk-ended = Takes no more questions
helpdesk-people = People
helpdesk-from = from { $from }
helpdesk-from-to = { $from } – { $to }
helpdesk-absent-from = Away from
helpdesk-absent-to = Away until
helpdesk-last-day = Last day here
helpdesk-save-member = Save
helpdesk-add-member = Add a person
helpdesk-person = Person
helpdesk-person-hint = Somebody who may answer questions about this edition.
helpdesk-post = Post
helpdesk-post-hint = For instance: Deputy head of the Department of Science and Technology.
helpdesk-desk-phone = Public telephone
helpdesk-first-day = From
helpdesk-is-deputy = Deputy
helpdesk-is-deputy-hint = Sees questions outside the hours and when the others are away.
helpdesk-about-desk = Hours and matters
helpdesk-desk-name = Name of the desk
helpdesk-desk-name-hint = For instance: Department of Science and Technology.
helpdesk-about = Answers about
helpdesk-about-hint = For instance: the rules, how to write a dossier.
helpdesk-days = Days
helpdesk-hours = Hours
helpdesk-hours-hint = For instance: 7:30-11:30, 13:30-17:00
helpdesk-end-desk = Takes no more questions
helpdesk-save-desk = Save the desk
helpdesk-desk-opened = The desk is open. Now add its people.
helpdesk-desk-changed = Saved.

## Mail

helpdesk-mail-subject = Question { $number } – { $contest }
helpdesk-mail-received =
    Your question has been received:

    { $words }

    Read the answer and ask more at: { $link }
helpdesk-mail-answered =
    { $words }

    Read it again and ask more at: { $link }
helpdesk-mail-desk-subject = Question { $number } waits for an answer – { $contest }
helpdesk-mail-desk =
    { $words }

    Answer at: { $link }

## Refusals

refusal-helpdesk-words-missing =
    { $field ->
        [who] Please write who asked, and of which unit.
        [words] Please write the question.
        [question] Please write the question.
        [answer] Please write the answer.
        [category] Please write the question’s group.
        [name] Please name the desk.
       *[other] Please write something.
    }
refusal-helpdesk-words-too-long =
    { $field ->
        [who] Who asked
        [words] The question
        [question] The question
        [answer] The answer
        [category] The group
        [name] The desk’s name
        [about] What the desk answers about
        [post] The post
        [unit] The unit
       *[other] The text
    } has { $length } letters; at most { $max } fit.
refusal-helpdesk-days = Choose at least one day of the week.
refusal-helpdesk-hours = Write hours as 7:30-11:30, 13:30-17:00, the morning first.
refusal-helpdesk-closed = The question is closed. It opens again when its asker writes.
refusal-helpdesk-not-answered = The question has no answer yet, so it cannot be closed.
refusal-helpdesk-too-many = Many questions came one after the other. Please go on in { $minutes } minutes, or call the officer in charge.
refusal-helpdesk-changed-meanwhile = Somebody has just changed this. Please open the page again.
refusal-helpdesk-desk-unknown = This desk takes no more questions. Please choose another.
refusal-helpdesk-may-not-answer = Choose somebody who may answer questions about this edition.
refusal-helpdesk-there-already = This person sits at this desk already.
refusal-helpdesk-absence-order = The last day away comes after the first.
refusal-helpdesk-absence-half = Give both the first and the last day away.
refusal-helpdesk-last-day = The last day at the desk comes after the first.
refusal-helpdesk-day =
    { $field ->
        [from] The first day is no day.
        [to] The last day at the desk is no day.
        [absent_from] The first day away is no day.
        [absent_to] The last day away is no day.
       *[other] This is no day.
    } Write it as 30/6/2021.
refusal-helpdesk-consent = Please agree that the standing agency keeps how to reach you, so that it can answer.
refusal-helpdesk-channel = Choose how the question came.
refusal-helpdesk-place = The place is a whole number, for instance 3.
refusal-helpdesk-names-asker =
    { $field ->
        [question] The question
        [answer] The answer
        [category] The group
       *[other] The text
    } still has the name, the unit or the reach of who asked. Please take it out before it is published.
refusal-helpdesk-names-title =
    { $field ->
        [question] The question
        [answer] The answer
        [category] The group
       *[other] The text
    } names an entry. Until the result is announced no entry is named in public.
refusal-helpdesk-names-author =
    { $field ->
        [question] The question
        [answer] The answer
        [category] The group
       *[other] The text
    } names an author. Until the result is announced no author is named in public.
