### Meetings and ceremonies: who is asked to come, who came, what was concluded.

## For the office

meetings-list = Meetings and ceremonies
meetings-new = Plan a meeting
meetings-none = No meeting has been planned.
meetings-none-who = The standing agency or the secretary plans a meeting, then drafts its invitation.
meetings-kind = Kind
meetings-kind-committee = Committee meeting
meetings-kind-launch = Launch
meetings-kind-ceremony = Award ceremony
meetings-kind-other = Other
meetings-own-kind = What it is called
meetings-own-kind-hint = For “Other” only. For example: training, briefing, meeting of the jury.
meetings-title = What it is about
meetings-title-hint = For instance: second meeting of the committee.
meetings-day = Day
meetings-time = Time
meetings-when = When
meetings-when-undated = No day yet (before: { $before })
meetings-when-moved = { $when } (moved from { $before })
meetings-day-moved = The day moved from { $before } to { $when }.
meetings-answer-anew = What was answered was for the day before. Please answer for the new one.
meetings-invitation-old = The invitation was drafted for { $day }
meetings-invitation-old-text = Correct it in the register while it is a draft; once signed, replace it there by another. Those invited see the new day with this remark.
meetings-reason = Why
meetings-reason-hint = It stands in the letter and where the links of those invited lead.
meetings-place = Place
meetings-chair = Chair
meetings-chair-hint = Post and full name.
meetings-secretary = Secretary
meetings-quorum = Quorum
meetings-quorum-anybody = None
meetings-quorum-half = More than half of the members
meetings-quorum-two-thirds = Two thirds of the members
meetings-agenda = Agenda
meetings-agenda-hint = One item a line.
meetings-save = Save
meetings-held-already = The meeting has taken place
meetings-held-already-hint = Only for entering a meeting that is over; its list comes next, then its results.
meetings-was-entered = The meeting was entered. Now list who was invited, then record its results and who came.
meetings-was-planned = Planned. Now list who is invited, then draft the invitation.
meetings-was-changed = Changed.
meetings-was-changed-told = Changed. { $letters } letters went to { $people } of those invited; without an address, to be called: { $without }.
meetings-was-called-off = Called off.
meetings-was-called-off-told = Called off. { $letters } letters went to { $people } of those invited; without an address, to be called: { $without }.
meetings-was-postponed = Put off.
meetings-was-postponed-told = Put off. { $letters } letters went to { $people } of those invited; without an address, to be called: { $without }.
meetings-was-dated = The new day is set.
meetings-was-dated-told = The new day is set. { $letters } letters went to { $people } of those invited; without an address, to be called: { $without }.
meetings-change = Change
meetings-state = State
meetings-state-planned = Planned
meetings-state-begun = Under way, or results not recorded
meetings-state-held = Held
meetings-state-postponed = Put off, no day yet
meetings-state-called-off = Called off
meetings-record = Record what happened
meetings-calling = Order of calling
meetings-members = { $members } members on the list
meetings-quorum-reached = { $present } of { $members } members present, the quorum is reached
meetings-quorum-missed = { $present } of { $members } members present, the quorum is missed
meetings-made = Papers made of it
meetings-paper = Paper
meetings-in-register = In the register
meetings-paper-giay-moi = Invitation
meetings-paper-bien-ban = Minutes
meetings-paper-thong-bao = Notice of conclusions
meetings-draft = Draft
meetings-draft-lead = The draft goes into the register, where it is corrected, put forward and numbered as any other.
meetings-signer = Who signs
meetings-chair-signs = Whoever presided signs the minutes: { $chair }.
meetings-signer-post = Post of the signer
meetings-write-draft = Write the draft
meetings-write-invitation = Draft the invitation
meetings-first-invite = Invite somebody first, then draft it
meetings-first-record = Record the results first, then draft it
meetings-first-conclude = Record the conclusions first, then draft it
meetings-not-drafted = Not drafted
meetings-was-drafted = Drafted. Look it over before it is put forward.
meetings-invited = Invited ({ $count })
meetings-nobody = Nobody is invited yet.
meetings-nobody-who = List people, units or names below.
meetings-guests = Who is invited
meetings-guest = Invited
meetings-member = member
meetings-reply = Reply
meetings-attendance = Attendance
meetings-no-reply = No reply yet
meetings-reply-earlier = No reply yet (reply to the day before: { $said })
meetings-reply-comes = Comes
meetings-reply-excused = Excused
meetings-reply-sends = Sends somebody
meetings-reply-recorded = { $said } (recorded by the agency)
meetings-record-reply = Record the reply
meetings-reply-words = Why, or who comes instead
meetings-reply-kept = The reply is kept.
meetings-uninvite = Take off the list
meetings-was-uninvited = Taken off the list.
meetings-present = Present
meetings-absent = Absent
meetings-attendance-asked = Not recorded
meetings-attendance-asks = { $count ->
        [one] Of one person it is not recorded whether they came
       *[other] Of { $count } people it is not recorded whether they came
    }
meetings-nobody-listed = Nobody is on the list, so nobody can be recorded as present.
meetings-nobody-listed-who = List who was invited on the meeting’s page first, also of a meeting that is over.
meetings-add-guest = Add to the list
meetings-add-many = Invite several at once
meetings-guest-names = Other names
meetings-guest-names-hint = One person a line: name and post.
meetings-are-members = All of them are members and count for the quorum
meetings-add-all = Add all to the list
meetings-were-invited = Whoever was not on the list was added to it.
meetings-add-guest-hint = Choose a person, or a unit, or write a name.
meetings-guest-account = Somebody with an account
meetings-guest-unit = Unit
meetings-guest-name = Another name
meetings-guest-name-hint = Name and post.
meetings-choose = Choose
meetings-is-member = A member, who counts for the quorum
meetings-was-invited = Added to the list.
meetings-papers = Papers
meetings-add-paper = Document of the register
meetings-put-before = Add the paper
meetings-take-paper = Take the paper away
meetings-paper-taken = The paper is taken away. The document stays in the register.
meetings-papers-who = Whoever is invited reads the signed papers, by a personal link too; drafts are not shown.
meetings-paper-added = The paper is added.
meetings-postpone = Put off
meetings-postpone-title = Put the meeting off
meetings-postpone-says = The letter goes at once to those named above. The list stays; answers to the day before are asked again.
meetings-postpone-keep = Do not put it off
meetings-until = Until when
meetings-until-day = There is a new day
meetings-until-none = No day yet
meetings-new-day = New day
meetings-set-day = Set the new day
meetings-set-day-keep = Not now
meetings-call-off = Call off
meetings-call-off-says = What is called off does not come back. To move it to another day, put it off. The letter goes at once to those named above.
meetings-call-off-title = Call the meeting off
meetings-call-off-keep = Do not call it off
meetings-answered = Answered
meetings-answered-of = { $answered } of { $count } invited
meetings-attendance-sheet = Attendance sheet to be signed (PDF)
meetings-tell = Write to those invited
meetings-tell-says = Everybody gets one mail with time, place and where to answer. A mail that was sent does not come back.
meetings-tell-not-yet = Invitations cannot be mailed
meetings-told = Written to ({ $count })
meetings-untold = Without an address, to be called or sent the paper ({ $count })
meetings-told-off = Told by mail ({ $count })
meetings-called = Without an address, to be called ({ $count })
meetings-away-moved = Stay away, told only of another day ({ $count })
meetings-away-off = Stay away, not told ({ $count })
meetings-reached = Telling those invited
meetings-reached-if = With another day, hour or place a letter goes at once when this is saved:
meetings-nobody-knows = The invitation is not signed and nobody was told, so no letter goes.
meetings-no-mail = no e-mail
meetings-not-now = Not now
meetings-were-told = { $letters } invitations were mailed to { $people } people and units; without an address, to be called or sent the paper: { $without }.
meetings-was-told = written to
meetings-paper-stays = Papers that are drafted do not follow
meetings-invitation-stays-text = The invitation stays as it was drafted. Where time or place change, correct the draft in the register, or tell those who are invited if it is signed.
meetings-minutes-stay-text = Where the results change, correct the drafts of minutes and notice in the register as well.
meetings-ended = Ended at
meetings-ended-day = Day
meetings-who-came = Who came (or whom they sent)
meetings-few-came = That is right: { $present } of { $count } on the list came
meetings-proceedings = Proceedings
meetings-conclusions = Conclusions
meetings-conclusions-hint = Goes into the minutes and the notice.
meetings-duties = Who does what
meetings-duties-hint = One a line: who | what | by when. For instance: Secretariat | send invitations | 20/3/2021
meetings-dissent = Other opinions
meetings-record-action = Record
meetings-was-recorded = Recorded. Now draft the minutes.
meetings-calling-none = The prizes have not been decided.
meetings-calling-none-who = The order is made from the award decision.
meetings-calling-lead = From the lowest prize to the highest.
meetings-prizes-wait = Prizes of absent winners that wait: { $count }
meetings-order = Order
meetings-prize = Prize
meetings-solution = Solution
meetings-winner = Winner
meetings-winner-absent = Absent
meetings-note-prize = Note absence or handing over
meetings-handed-on = Handed over on
meetings-handed-to = Received by
meetings-handed = Handed over on { $day } to { $to }
meetings-prize-noted = Noted.

## For whoever is invited

meetings-coming = Invitations
meetings-coming-none = No meeting lies ahead.
meetings-coming-none-who = Signed invitations appear here.
meetings-asked = Invited: { $name }
meetings-answer = Send the reply

## By a personal link

meetings-guest-email = E-mail
meetings-guest-email-hint = For a unit or a guest without an account: the invitation's mail has a personal link to answer by.
meetings-guest-link = Personal link to answer by
meetings-links-none = There is no personal link yet.
meetings-links-none-who = Links are made when invitations are mailed, or here.
meetings-link-made-at = Made
meetings-link-open-word = Opens until the meeting begins
meetings-link-revoked-word = Taken back
meetings-link-renew-text = A new link takes the place of all links of this person.
meetings-link-renew = Make a link to read out or send by Zalo
meetings-link-revoke = Take back the links
meetings-link-made = New link
meetings-link-made-text = Copy it now: it is shown only once.
meetings-links-revoked = All links were taken back. What was answered is kept.
meetings-link-said = Answered:
meetings-link-pdf = Invitation (PDF)
meetings-link-pdf-old = Invitation (PDF), drafted for { $day }
meetings-link-read = Read the invitation
meetings-link-reason = Why you cannot come
meetings-link-reason-hint = If you do not come.
meetings-link-who = Full name of who comes in your place
meetings-link-who-hint = If somebody comes in your place.
meetings-link-post = Post of who comes in your place
meetings-link-keep = This link opens until the meeting begins. Whoever has it can answer for you; please do not forward it.
meetings-link-call = With questions turn to { $agency }.
meetings-link-shut = The link does not open
meetings-link-unknown = This address is not right. Check every letter.
meetings-link-revoked = The link was taken back or replaced by a new one.
meetings-link-postponed = The meeting was put off and has no day yet. Once it has one, this link opens again.
meetings-link-called-off = The meeting was called off.
meetings-link-withdrawn = The invitation was withdrawn.
meetings-link-begun = The meeting has begun; answers by the link are no longer taken.
meetings-link-shut-who = To answer or to ask, call the number in the invitation. What you answered is kept.

## Mail

meetings-mail-subject = Invitation { $number }: { $title }
meetings-mail-body =
    { $agency } asks { $name } to come: { $title }.

    When: { $when }
    Where: { $place }

    Read the invitation and answer (you come, you do not, or somebody comes in your place) at: { $link }

    The link is for whoever got this mail and opens until the meeting begins.
meetings-mail-why = Why: { $reason }.
meetings-mail-off-subject = Called off: { $title }
meetings-mail-off-body =
    { $agency } lets { $name } know that { $title }, set for { $before }, { $place }, is called off.{ $why }
meetings-mail-undated-subject = Put off: { $title }
meetings-mail-undated-body =
    { $agency } lets { $name } know that { $title }, set for { $before }, { $place }, is put off and has no day yet.{ $why }

    Once there is a new day, you will be told; the invitation and the list stay.
meetings-mail-moved-subject = Another time or place: { $title }
meetings-mail-moved-body =
    { $agency } lets { $name } know that { $title } moved to another time.{ $why }

    Before: { $before }
    Now: { $when }
    Where: { $place }

    What you answered was for the time before; please answer again by the link of the invitation’s mail, or sign in and open Invitations.
meetings-mail-elsewhere-body =
    { $agency } lets { $name } know that time or place of { $title } changed.{ $why }

    Before: { $before }
    When: { $when }
    Where: { $place }

    You may still answer by the link of the invitation’s mail.

## Refusals

refusal-meetings-reply = Choose whether you come, not, or send somebody.
refusal-meetings-reply-reason = Say why you do not come, in at most 200 characters.
refusal-meetings-reply-comes = A reason is only for staying away. Choose “Excused” if you do not come, else clear the reason.
refusal-meetings-reply-who = Say who comes instead.
refusal-meetings-reply-post = Say what post the substitute has, in at most 200 characters.
refusal-meetings-over-already = The day and hour of the meeting are over. Correct the day; to enter a former meeting, tick “The meeting has taken place”.
refusal-meetings-held-ahead = The day and hour of the meeting are still to come, so it cannot be ticked as having taken place.
refusal-meetings-nobody-asked = The meeting has begun, is over or called off; nobody is asked to come any more.
refusal-meetings-over = The meeting is over or called off; nothing of it changes.
refusal-meetings-undated = The meeting was put off and has no day yet. Set the new day first.
refusal-meetings-day-ahead = The new day and hour are still to come and differ from those before.
refusal-meetings-until = Choose whether there is a new day or none yet.
refusal-meetings-begun = The meeting has begun; tell the standing agency directly.
refusal-meetings-no-link = No link opens any more.
refusal-meetings-invited-already = They stand on the list already.
refusal-meetings-nobody-new = Choose at least one person, unit or name that is not on the list yet.
refusal-meetings-guest-unknown = There is no such person or unit.
refusal-meetings-one-guest = Choose one: a person, a unit or a name.
refusal-meetings-answered-already = Whoever answered stays on the list.
refusal-meetings-paper-unknown = Choose a document of the register.
refusal-meetings-paper-there = This paper lies there already.
refusal-meetings-few-came = Nobody is ticked as present, or fewer than have to be there. Look over the list; if it is right, confirm it and record.
refusal-meetings-ended-at = The end comes after the beginning and not in the future.
refusal-meetings-minutes-signed = Minutes or notice are signed; list and results are not recorded anew.
refusal-meetings-attendance-open = Of somebody on the list it is not recorded whether they came. Record the results anew, then draft the minutes.
refusal-meetings-not-held = Record what happened before this paper is drafted.
refusal-meetings-not-signed = The invitation is not signed, so nothing is mailed.
refusal-meetings-nobody-to-tell = Everybody with an address was written to.
refusal-meetings-no-conclusions = Record what was concluded before the notice is drafted.
refusal-meetings-no-ceremony = Prizes are noted at a ceremony that was not called off.
refusal-meetings-handed-day = The day of handing over lies on or after the ceremony and not in the future.
refusal-meetings-nobody-invited = List who is invited before the invitation is drafted.
refusal-meetings-drafted-already = This paper is in the register already.
refusal-meetings-changed-meanwhile = Somebody has just changed this meeting. Please open the page again.
refusal-meetings-part-missing =
    Please fill in “{ $field ->
        [own_kind] { meetings-own-kind }
        [reason] { meetings-reason }
        [title] { meetings-title }
        [place] { meetings-place }
        [chair] { meetings-chair }
        [secretary] { meetings-secretary }
        [agenda] { meetings-agenda }
        [position] { meetings-signer-post }
        [proceedings] { meetings-proceedings }
        [conclusions] { meetings-conclusions }
        [dissent] { meetings-dissent }
        [to] { meetings-handed-to }
       *[names] { meetings-guest-names }
    }”.
refusal-meetings-part-too-long =
    “{ $field ->
        [own_kind] { meetings-own-kind }
        [reason] { meetings-reason }
        [title] { meetings-title }
        [place] { meetings-place }
        [chair] { meetings-chair }
        [secretary] { meetings-secretary }
        [agenda] { meetings-agenda }
        [position] { meetings-signer-post }
        [proceedings] { meetings-proceedings }
        [conclusions] { meetings-conclusions }
        [dissent] { meetings-dissent }
        [to] { meetings-handed-to }
       *[names] { meetings-guest-names }
    }” has { $length } characters; at most { $max }.
refusal-meetings-kind = Choose the kind of meeting.
refusal-meetings-quorum = Choose a quorum.
refusal-meetings-day =
    { $field ->
        [ended_day] The day of the end is none.
        [on] The day of handing over is none.
       *[day] The day of the meeting is none.
    } Write the day as 30/6/2021.
refusal-meetings-time =
    { $field ->
        [ended] The hour of the end is none.
       *[time] The hour of the meeting is none.
    } Write the time as 8:00.
refusal-meetings-duties = One a line: who | what | by when (30/6/2021, or nothing).
refusal-meetings-handed-to = Say who received it.
