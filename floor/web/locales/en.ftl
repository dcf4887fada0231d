### Words of the frame around every page and of every form.

## The frame

frame-skip = Skip to main content
frame-demo = SAMPLE DATA: the people, entries and scores on this page were made up to show the software.
frame-insecure = This connection is not encrypted (http on a local network). Do not use a password that you use elsewhere.
frame-search = Search
frame-search-label = Search the contest
frame-search-hint = Entry code, title, document number
frame-language = Language
frame-sign-in = Sign in
frame-sign-out = Sign out
frame-lifeline = Progress of the contest
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

form-errors-title = Not saved yet, please check the following
form-error-prefix = Error:
form-optional = optional
form-date-hint = Write day/month/year, for example 30/6/2021.
form-count-max = At most { $max } characters.
# The script in the browser replaces %n with a number.
form-count-left = %n characters left.
form-count-over = %n characters too many, please shorten the text.
