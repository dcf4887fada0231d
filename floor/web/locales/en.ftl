### Words of the frame around every page and of every form.

## The frame

frame-skip = Skip to main content
frame-notices = Notices
frame-demo = SAMPLE DATA: the people, entries and scores on this page were made up to show the software.
frame-insecure = This connection is not encrypted (http on a local network). Do not use a password that you use elsewhere.
frame-language = Language
frame-sign-in = Sign in
frame-sign-out = Sign out
frame-lifeline = Progress of the contest
frame-stop-done = Done
frame-stop-next = Next
frame-stop-past = done
frame-stop-today = Today
frame-nav = Work menu
frame-crumbs = Breadcrumb
frame-pager = Pages
frame-previous = Previous page
frame-next = Next page
frame-print = Print this page
frame-panes = Part shown
frame-zone = All times are Vietnam time (GMT+7).

## Forms

# What was tried and did not happen, over the list of what stands in the way.
not-done-save = Not saved yet: please look at the following
not-done-sign-in = Not signed in yet: please look at the following
not-done-change-password = The password is not changed yet: please look at the following
not-done-open-account = The account is not opened yet: please look at the following
not-done-give-role = The role is not given yet: please look at the following
not-done-register = Not registered yet: please look at the following
not-done-send = Not sent yet: please look at the following
not-done-open = The seal is not opened yet: please look at the following
not-done-lock = The sheet is not locked yet: please look at the following
not-done-edxml = The edXML package cannot be made yet, please fill in the following
not-done-do = Not done yet: please look at the following
not-done-assign = Not assigned yet: please look at the following
not-done-decide = The decision is not recorded yet: please look at the following
not-done-look-up = Nothing was looked up yet: please look at the following
not-done-announce = Not announced yet: please look at the following
not-done-revoke = Not revoked yet: please look at the following
not-done-issue = Not issued yet: please look at the following
not-done-submit = Not submitted yet: please look at the following
not-done-withdraw = Not withdrawn yet: please look at the following
not-done-begin = The dossier is not begun yet: please look at the following
not-done-launch = Not launched yet: please look at the following
not-done-set-up = The edition is not set up yet: please look at the following
not-done-import = Not imported yet: please look at the following
not-done-stop = It was not recorded that the judge stops. Please look at these
not-done-sign = Number and day are not recorded yet: please look at the following
form-find-unchosen = What you typed is not a choice yet: please choose a line of the list below, or clear what you typed.
form-find = Type to find in the list
form-error-prefix = Error:
form-optional = optional
form-file-again = Please choose the file again: the browser does not keep it.
form-file-takes = { $kinds }; up to { $most } MB can be sent at once.
form-file-heavy = The chosen files are too large: up to { $most } MB can be sent at once, words and files together.
form-date-hint = Write day/month/year, for example 30/6/2021.
form-count-max = At most { $max } characters.
# The script in the browser replaces %n with a number.
form-count-left = %n characters left.
form-count-over = %n characters too many, please shorten the text.

## When something stands in the way

halt-without = Open this page without what the address has too much
halt-home = To the main page
halt-own = To the page of the link
halt-refused = This could not be done
halt-not-signed-in = Please sign in
halt-not-signed-in-text = Please sign in to go on.
halt-forbidden = Not yours to do
halt-forbidden-text = This belongs to somebody with another role in the contest. If you need to do it, please ask the standing agency.
halt-not-found = Page not found
halt-not-found-text = This address does not exist, or is not meant for you. Please check the link.
halt-wrong-method = This address does not take that
halt-wrong-method-text = There is something at this address, but it does not take what was sent this way. Please open the page from the menu.
halt-fault = Something broke
halt-fault-text = What you just did was not saved. Please try again; if it fails again, give the administrator the incident number { $incident }.
halt-not-saved = Could not be saved by itself. { $why }
halt-not-saved-signed-out = Could not be saved by itself, because you are signed out. What you entered is still on this page: sign in and open the page in a new tab, and copy the text over.
halt-sign-in = Sign in (opens a new tab; this page stays)
halt-typed = What you have just entered
halt-typed-text = Nothing below has been saved. Please keep this page open, sign in or open the form again in a new tab, and copy the text over.
halt-typed-again = Nothing below has been saved. Please keep this page open, open the form again in a new tab, and copy the text over.
halt-field-title = Title
halt-field-link = Link
halt-field-on = Day
halt-field-reach = Persons reached
halt-field-evidence = What was done
halt-field-reason = Reason
halt-field-name = Name
halt-field-note = Note
halt-field-text = Text
halt-field-by-name = Name
halt-field-position = Position
halt-field-phone = Telephone
halt-field-email = Mail
halt-field-why = Why it is asked
halt-typed-field = Entry { $number }
halt-typed-file = The file “{ $name }” was not kept; please choose it again when you send the form.
halt-typed-file-of = The file “{ $name }” ({ $size } MB) was not kept; please choose it, or a lighter one, when you send the form again.
halt-back = Back to the form
refusal-web-form-stale = This form is out of date or came from another page. Please go back, reload the page and send it again.
refusal-web-control-sign = What was sent has a control character that no page can show, usually copied from another file. Please delete it or type that passage again.
refusal-web-file-quarantined = This file was put apart because malware was found in it; it can be neither opened nor downloaded.
refusal-web-too-slow = The data came too slowly, so the system stopped waiting. Please check the connection and send it again.
refusal-web-upload-not-here = The file is not uploaded to its end, or it was waited for long enough. Please choose it again.
refusal-web-malformed = What was sent could not be read. Please reload the page and try again.
refusal-web-json = What is sent must be JSON of the described shape.
refusal-web-too-large = The file or form is larger than allowed: up to { $most } MB can be sent at once, words and files together.
refusal-web-version-missing = The version that was read is missing. Please reload the page and try again.
refusal-web-parameter-missing = The address lacks a parameter that is needed.
refusal-web-unknown-value = The address has a value that this page does not know. Please choose again from the lists on the page.
refusal-web-unknown-parameter = The address or form has a parameter that this page does not know. Please open the page again from the menu.
refusal-web-jobs-full = As many long jobs go on as may at once. Please try again in a few minutes; nothing was changed.

## A workbook on its way into a register

imports-row = Row
imports-outcome = What becomes of it
imports-row-new = new
imports-row-changed = changed
imports-row-same = unchanged
imports-row-faulty = faulty
imports-leave-out = Leave out { $count } faulty rows and take in the others
imports-leave-out-hint = Otherwise no row is taken in until the workbook has no fault.
imports-another-file = Send another workbook

refusal-web-rows-faulty = { $count } rows have faults, so nothing was taken in. Mend the workbook, or leave those rows out.
refusal-web-import-gone = This workbook was taken in already, or read more than a day ago. Send it again if needed.
refusal-web-no-workbook = Choose a workbook.
refusal-web-not-a-workbook = This file is no XLSX workbook that can be read.
refusal-web-workbook-with-macros = The workbook has macros, embedded files or links to other files and is not taken. Save it as a plain XLSX file.
refusal-web-workbook-too-large = The workbook is too large.
refusal-web-too-many-rows = The workbook has more than { $most } rows.
refusal-web-column-missing = The workbook has no column “{ $column }”.
