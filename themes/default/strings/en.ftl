# Words that readers of the site see. A theme may replace any entry: write it into themes/<name>/strings/en.ftl.

## Frame of the page
skip-to-content = Skip to the content
home = Home
site-sections = Sections
page-contents = On this page
bound-contents = All documents
bound-back = To the list of documents
bound-file = file { $name }
breadcrumbs = You are here
contents = All contents
search = Search
official-site = The school's official site
official-documents = Documents on the school's site
previous-page = Previous
next-page = Next
previous-next = Neighbouring pages
draft-note = Draft. It does not go to the site.
as-of = As of { $date }
founder = Founder
nav-all = All pages of the section: { $count }
not-found = Page not found
not-found-text = There is no such page here. The address may be mistyped, or the document has moved.
period = from { $from } to { $until }
period-open = from { $from }
size-kb = { $count } kB
size-mb = { $count } MB
decimal-sign = .

print-page = Print
print-address = Address: { $address }

## Reading settings
reading = Easier to read
reading-ordinary = Ordinary version
reading-note = The settings apply at once. With scripts on, the browser remembers them on all pages of this section.
reading-size = Size of letters
reading-size-normal = ordinary
reading-letters = Space between letters
reading-letters-normal = ordinary
reading-letters-wide = more
reading-letters-wider = still more
reading-lines = Space between lines
reading-lines-normal = ordinary
reading-lines-wide = one and a half
reading-lines-wider = double
reading-colours = Colours
reading-colours-auto = as on the device
reading-colours-black-white = black on white
reading-colours-white-black = white on black
reading-colours-blue = dark blue on light blue
reading-colours-brown = brown on beige
reading-colours-green = green on dark brown
reading-font = Typeface
reading-font-site = as on the site
reading-font-sans = without serifs
reading-font-serif = with serifs
reading-images = Pictures
reading-images-on = show
reading-images-grey = black and white
reading-images-off = show their description

## Texts
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
table = Table
footnotes = Footnotes
footnote = Footnote
footnote-back = Back to the text
task-done = Done
task-open = Not done

## Documents
order-label = order of { $date } No. { $number }
decision-label = information on the decision of { $date }
edition-label = edition of the regulation in force from { $date }
file-label = file { $path }
decision-name = information on the decision
edition-name = text of the regulation
order-name = order
appointment-order-name = order appointing those responsible
appointment-order-name-of = order appointing those responsible (“{ $role }”)
signed-file = Signed order
file-posted = on the site since { $date }
file-dated = document of { $date }
file-sum = Checksum (sha256)
signature-check = The signature is verified together with the document: give both files to any service that verifies electronic signatures.
signature-file = Its electronic signature
posted-on = Posted { $date }

## Deadline panel
panel-heading = Posting under clause { $clause } of the regulation, school year { $year }. As of { $today }
panel-upcoming = To be posted no later than { $due }. Not posted: { $missing }.
panel-due-today = Today, { $due }, is the last day. Not posted: { $missing }.
panel-due-today-partial = Today, { $due }, is the last day. Posted in part: { $posted }. Not posted: { $missing }.
panel-met = Posted in time. { $posted }; due no later than { $due }.
panel-carried = Documents posted earlier are in force: { $posted }; due no later than { $due }.
panel-met-late = Posted { $last }; due no later than { $due }.
panel-partial = Posted in part: { $posted }. Not posted: { $missing }; due no later than { $due }.
panel-overdue = { $count ->
        [one] As of { $today } not posted: { $missing }; due no later than { $due }.
       *[other] As of { $today } not posted: { $missing }; due no later than { $due }.
    }
panel-posted = { $document } — { $date }
panel-lead = { $document } — to be posted no later than { $date } (10 working days).
panel-lead-passed = { $document }: not posted on the site, due no later than { $date } (10 working days).
panel-left = { $count ->
        [one] { $shown } day left.
       *[other] { $shown } days left.
    }
panel-last-working = The last working day before it is { $weekday }, { $date }.
panel-early = { $count ->
        [one] { $count } day before the due day.
       *[other] { $count } days before the due day.
    }
panel-late = { $count ->
        [one] { $count } day after the due day.
       *[other] { $count } days after the due day.
    }
panel-expired = { $count ->
        [one] The due day passed { $count } day ago.
       *[other] The due day passed { $count } days ago.
    }
panel-passed = The due day was { $due }. Information as of { $today }.
date-estimated = estimated date
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday

## Deadlines
page-deadlines = Posting deadlines
deadline-clause = Clause of the regulation
deadline-school-year = School year { $year }
deadline-document = Document
deadline-signed = Signed
deadline-work-by = To be posted by
deadline-posted = Posted
deadline-ten-days = Within 10 working days
deadline-none = none
deadline-not-posted = not posted
deadline-carried = posted earlier, in force
deadline-verdict-yes = yes
deadline-verdict-no = no
deadline-verdict-open = still running
clocks-title = Ten working days for posting
clocks-text = Under item 16 of the Rules approved by the Government of the Russian Federation on 20.10.2021, No. 1802, information on the site is updated within 10 working days. The day of signing does not count.

## Home
home-in-force = What is in force
home-deadlines = Deadlines
home-responsible = Who answers today
home-reading = What I need to know
home-more = More
reading-parent = I am a parent
reading-pupil = I am a pupil
reading-teacher = I am a teacher
reading-administrator = I administer the platform
reading-management = I manage the school
reading-staff = I work at the school
all-responsible = All responsible persons
all-deadlines = All deadlines and documents

## Regulations and editions
page-regulations = Regulations
regulation-line-in-force = In force from { $date }: { $order }.
regulation-line-not-yet = Comes into force { $date }: { $order }.
regulation-line-lost = Not in force from { $until }.
regulation-line-superseded = Not in force from { $until }.
regulation-line-draft = A draft, not in force.
edition-line = { $title }: the edition of { $date } is in force
edition-line-not-yet = { $title }: comes into force { $date }
edition-line-draft = { $title }: a draft
edition-line-lost = { $title }: not in force
edition-title = { $title } (edition of { $date })
edition-name-of = Edition of { $date }
edition-current = The edition in force is that of { $date }
edition-period-open = In force from { $from }
edition-period = In force from { $from } to { $until }
edition-period-past = Was in force from { $from } to { $until }
edition-period-not-yet = Comes into force { $from }
edition-period-draft = Draft
edition-mark-superseded = This edition is not in force from { $until }: the next one replaced it.
edition-mark-lost = The regulation is not in force from { $until }.
edition-mark-not-yet = This edition is not in force yet. It comes into force { $from }.
edition-mark-draft = This is a draft. It is neither adopted nor in force.
edition-status-in-force = in force
edition-status-not-yet = comes into force { $from }
edition-status-superseded = not in force from { $until }
edition-status-lost = not in force from { $until }
edition-status-draft = draft
edition-order = Put in force by
edition-summary = What changed
edition-permanent = Permanent address of this edition
edition-history = Editions
edition-history-all = All editions
stamp-adopted = ADOPTED
stamp-opinion = OPINION TAKEN INTO ACCOUNT
stamp-agreed = AGREED
stamp-approved = APPROVED
stamp-approved-by = and put in force by order of the director { $organization }
stamp-order = of { $date } No. { $number }
stamp-protocol = (minutes of { $date } No. { $number })
stamp-protocol-without-number = (minutes of { $date })
stamps = Adoption and approval
beside-clause = On clause { $clause }
beside-instructions = How to follow it
beside-roles = Who answers for it today
cite-section = section { $number }
cite-clause = clause { $number }
cite-of-section = section { $number }
cite-of-clause = clause { $number }
cite-paragraph = paragraph { $ordinal } of { $place }
cite-act-whole = { $title }, approved{ $approved } by order No. { $number } of { $date }
cite-act = { $title }, approved{ $approved } by order No. { $number } of { $date }
cite-title = Link and citation
cite-whole = The whole page
cite-part = { "{page}" }, section “{ "{part}" }”
cite-page = { $title } ({ $school })
cite-page-dated = { $title } ({ $school }, { $date })
cite-page-computed = { $title } ({ $school }, as of { $date })
cite-title-dated = { $title } ({ $date })
cite-title-computed = { $title } (as of { $date })
cite-order = { $order } “{ $title }”
cite-of-order = order No. { $number } of { $date } “{ $title }”
cite-decision = information on the decision of { $date } ({ $protocol }) for the school year { $year }
cite-what = What to cite
cite-copy-link = Copy the link
cite-copy-text = Copy the citation
cite-share = Share
cite-close = Close
cite-done = Copied.
cite-failed = Copying failed. Select the text and copy it yourself.
clause-paragraph = { $clause }, paragraph { $paragraph }

## Instructions
page-instructions = Instructions
force-explanation = An explanation. It is not a local act
force-approved = Approved by order of { $date } No. { $number }
reviewed = Reviewed against the regulation { $date }
instruction-clauses = Which clauses it helps to follow
instruction-ask = Whom to ask
norms-duties = Your duties
norms-rights = Your rights
norms-common-duties = Duties that all have
norms-common-rights = Rights that all have
norms-dates = Dates
for-audience = For: { $audience }
audience-parent = parents
audience-pupil = pupils
audience-teacher = teachers
audience-administrator = the administrator of the platform
audience-management = the management
audience-staff = all staff
quoted-clause = Clause { $clause }

## Responsible persons
page-responsible = Responsible persons
responsible-caption = Responsible persons as of { $date }
responsible-role = Responsibility
responsible-person = Who answers
responsible-position = Position
responsible-order = Order
responsible-period = Period
responsible-clauses = Clauses of the regulation
responsible-duties = By duty
responsible-duty = Duty
responsible-clause = Clause
responsible-history = Former and future appointments
responsible-hidden = name not published
responsible-future = not begun yet
responsible-substitute = for the time of absence
substitute = for the time of absence — { $name }
vacancy = Nobody is appointed. Ask the director
contact-phone = telephone
contact-email = e-mail
contact-room = room

## Orders and decisions
page-orders = Orders and decisions
orders-title = Orders
decisions-title = Decisions
order-word = ORDER
order-number = No. { $number }
order-commands = I ORDER:
order-is-text = This is the text of the order. The original is the signed file:
order-without-file = This is the text of the order. The signed file is not posted.
order-effects = This order covers
appoint = To appoint { $who } { $role }{ $period }.
appoint-named = To appoint { $role }{ $period }: { $who }.
appoint-substitute = To appoint { $who } { $role } for the time of absence of the holder{ $period }.
appoint-substitute-named = To appoint { $role } for the time of absence of the holder{ $period }: { $who }.
appoint-role = as “{ $role }”
appoint-from = { " " }from { $date }
appoint-until = { " " }until { $date }
decision-of-year = Decision for the school year { $year }
decision-title = Information on the decision of { $date } (school year { $year })
decision-posted = Posted { $date }
decision-not-posted = Not posted yet
decision-year = School year
decision-date = Date of the decision
decision-body = Taken by
decision-protocol = Minutes
decision-regulation = Regulation
protocol = minutes of { $date } No. { $number }
protocol-without-number = minutes of { $date }

## The draft of an order (printed apart from the site)
draft-hint = A draft. Check names and positions. Fill in date and number when it is registered.
draft-title = Appointment of responsible persons
draft-title-role = Appointment of { $role }
draft-title-substitute = Temporary performance of duties
draft-title-substitute-role = Temporary performance of the duties of { $role }
draft-preamble = On the ground of { $bases }
draft-clause = clause { $numbers } of { $title }
draft-clauses = clauses { $numbers } of { $title }
draft-approved-by = { " " }(approved by order of { $date } No. { $number })
draft-act = “{ $title }”
draft-and = { $first } and { $last }
draft-director = Director
draft-annex-point = To appoint the persons named in the annex to this order{ $period }.
draft-annex-point-substitute = To appoint the persons named in the annex to this order for the time of absence of the holders{ $period }.
draft-end = The { $order } “{ $title }” loses force{ $period }.
draft-end-part = The { $order } loses force as to the appointment of { $roles }{ $period }.
draft-end-role = the person responsible (“{ $role }”)
draft-post = To post this order on the school’s official site within ten working days after signing.
draft-post-due = To post this order on the school’s official site within ten working days after signing, and not later than { $due }.
draft-post-by = To post this order on the school’s official site not later than { $date }.
draft-acquaint = To acquaint with this order, against signature, those named in the acquaintance sheet.
draft-control = I keep control over the execution of this order.
draft-annex = Annex
draft-annex-to = to the order of { $date } No. { $number }
draft-annex-title = Responsible persons
draft-sheet-title = Acquaintance sheet
draft-sheet-to = to the order of { $date } No. { $number } “{ $title }”
draft-name = Surname, name, patronymic
draft-signature = Signature
draft-date = Date
draft-signature-word = signature
draft-date-word = date
draft-record-paste =
    The record for data/orders.yml. When the order is signed, put it at the end of the file
    and fill in number and date; the signed copy belongs in files/.
draft-record-number = the number as in the order, in quotes
draft-record-date = the day of signing
draft-record-person = who was appointed: a code of staff.yml
draft-record-file = take the sign # away when the file is there
draft-record-day-before = the day before
draft-record-end =
    In the record { $order } give the former appointment ({ $roles })
    its last day: until: { $last }

## The inspector's sheet (a page of the site or a paper)
page-inspector = Statement of compliance
inspector-fact = Facts
inspector-proof = Proof
inspector-nothing = Nothing is recorded
inspector-orders = Signed orders
inspector-posted = When it was posted
inspector-posters = Who posted it
inspector-protocols = Minutes
inspector-eligible = Positions of those appointed on the day of appointment
inspector-editions = Which edition was in force
inspector-contacts = On what ground contacts are shown
inspector-order = { $order } “{ $title }”; signed by { $position } { $name }
inspector-file = { $title }: { $path } ({ $kind })
inspector-no-file = There is no signed file
inspector-row = School year { $year }. { $text }
inspector-clause = Clause { $clause } of the regulation
inspector-posted-on = { $date } — { $document }
inspector-not-posted = Not posted: { $document }
inspector-term = 10 working days, to { $date }: { $verdict }
inspector-term-kept = kept
inspector-term-missed = not kept
inspector-term-open = running
inspector-adopted = Regulation adopted: { $body }, { $protocol }
inspector-opinion = Opinion taken into account: { $body }, { $protocol }
inspector-agreed = Agreed: { $body }, { $protocol }
inspector-decision = Decision for the school year { $year }: { $body }, { $protocol }
inspector-poster-role = { $name } (“{ $role }”)
inspector-poster-unknown = It is not recorded who posted it
inspector-by-order = Appointment: { $order }
inspector-admitted = { $name } (“{ $role }”): { $date }, { $position } ({ $category })
inspector-not-admitted = { $name } (“{ $role }”): { $date }, { $position }. Who can be appointed: { $eligible }
inspector-position-since = In the position from { $date }
inspector-edition = From { $from } to this day: { $title }
inspector-edition-past = From { $from } to { $until }: { $title }
inspector-put-in-force = Put in force: { $order }
inspector-contact = { $name }: { $contacts }
inspector-contact-hidden = { $name }: { $contacts } — not shown on the site
inspector-basis-rules = Item 10 of the Rules approved by Government resolution of 20.10.2021 No. 1802
inspector-basis-consent = Consent of { $date }
inspector-basis-withdrawn = Consent of { $date }, withdrawn { $withdrawn }
inspector-basis-none = No ground is recorded
category-management = management
category-teaching = teaching staff
category-support = other staff

## Legal acts
page-acts = Legal acts and methodical documents
acts-binding = Legal acts
acts-advisory = Letters and recommendations
act-title = { $kind } of { $date } No. { $number } “{ $title }”
act-short = in the text: { $short }
act-in-force = in force
act-in-force-from = comes into force { $date }
act-in-force-until = in force until { $date }
act-applies = applies
act-applies-from = applies from { $date }
act-applies-until = applies until { $date }
act-replaced = replaced
act-not-applied = does not apply from { $date }
act-lost = not in force from { $date }
act-replacement = replaced by
act-publication = Official publication

## Terms
page-terms = Terms and abbreviations
term-synonyms = Also called: { $synonyms }

## Questions
page-questions = Questions and answers
question-see = Where it is said
see-clause = Clause { $clause }
see-section = Section { $clause }
silent = The regulation and the instructions hold no answer to this question. That does not mean that it is forbidden or allowed. Ask the administrator of the platform or the school.
silent-with-contacts = The regulation and the instructions hold no answer to this question. That does not mean that it is forbidden or allowed. Ask the administrator of the platform or the school: { $contacts }.
questions-ask = Whom to ask

## Search
search-text = All clauses, steps of instructions, questions and terms are gathered on this page. Search it with the browser: Ctrl+F, on a phone “Find on page”.

## Search: words shown by the script, which fills in {n} and the like itself
search-label = Search this site
search-hint = Ask in your own words
search-kind = What to look for:
search-all = everything
search-audience = For:
search-everyone = everybody
search-old = superseded editions too
search-section = Section { "{n}" }
search-clause = Clause { "{n}" }
search-paragraph = { "{clause}" }, paragraph { "{n}" }
search-edition = edition of { "{date}" }
search-superseded = superseded edition of { "{date}" }, not in force
search-similar = Similar places (they may not answer your question):
search-count-one = { "{n}" } place found
search-count-few = { "{n}" } places found
search-count-many = { "{n}" } places found
search-first = The first { "{n}" } are shown
search-more = Show more
search-filtered = Nothing was found under these filters.
search-unfilter = Search everything for everybody
search-vague = Add a word to look for, or the number of a clause.
search-missing = There is no clause or section { "{n}" } in the texts in force.
search-wait = Searching…
search-near-one = { "{n}" } similar place below
search-near-few = { "{n}" } similar places below
search-near-many = { "{n}" } similar places below
search-failed = The search did not load. Reload the page or look in the list below.
search-failed-box = The search did not load. Try again, or open the contents.
search-kind-section = section
search-kind-clause = clause
search-kind-item = item
search-kind-instruction = instruction
search-kind-order = order or decision
search-kind-term = term
search-kind-act = legal act
search-kind-role = responsible person
search-kind-question = question and answer
search-kind-page = page
search-for-management = management
search-for-administrator = administrator
search-for-teacher = teachers
search-for-parent = parents
search-for-pupil = pupils
search-for-staff = staff
