### The desks.

app-home = Technical innovation contest
app-desk = Desk
app-no-edition = The contest will be shown here.
app-no-edition-who = The standing agency sets an edition up from its rules and launches it.
