### Words of the program in English. How they are arranged is said at the head of mod.rs.

## Reading data and front matter

yaml-syntax = this does not read as YAML
    .help = look here and at the line above: equal indents (spaces, no tabs), closed quotes, a space after each colon; put text with a colon or a hash inside into quotes
    .explain =
        A file or front matter that does not read as YAML

        Data and front matter are written in YAML: "key: value", nested things indented by
        spaces, list elements after a dash. Something here is not, and nothing after it can
        be read. The words of the YAML reader itself follow the message.

        Four causes are usual: tabs instead of spaces, neighbours with different indents, a
        quote that is not closed, a colon and a space inside plain text.

        Wrong:
            title: On appointment: persons responsible
        Right:
            title: "On appointment: persons responsible"

front-matter-open = front matter is opened by "---" and never closed
    .help = put another line "---" after its last key
    .explain =
        Front matter that is not closed

        A page may begin with front matter: a line "---", keys, another line "---". The
        second line is missing, so nobody can tell where keys end and text begins.

        Right:
            ---
            title: Instruction for the administrator
            ---

            Text of the instruction.

        If "---" is meant as a rule and there is no front matter, put an empty line before it.

unknown-key = unknown key `{ $key }`
    .help = { HAS($nearest) ->
        [yes] perhaps `{ $nearest }` was meant
       *[no] known here: { $known }
    }
    .explain =
        A key that is not known here

        A key is the word before the colon. Keys are understood in English and in Russian,
        but only those of the contract. A slip in a key is worse than it looks: a date under
        a mistyped key would simply be lost. So it is an error.

        Wrong:
            dat: 2026-04-15
        Right:
            date: 2026-04-15

        In front matter of ordinary pages keys of other programs are left alone; only those
        that resemble a known one are reported. The guide lists all keys.

repeated-key = key `{ $key }` stands twice
    .help = keep one; an English and a Russian name are the same key
    .explain =
        A key that is repeated in one record

        A key has one value in a record. With two, nobody can tell which is right. The
        English and the Russian name of a key are one key.

        Wrong:
            number: 01-07/132
            number: 01-07/133
        Right:
            number: 01-07/132

missing-key = missing required key { HAS($russian) ->
        [yes] `{ $key }` (in Russian «{ $russian }»)
       *[no] `{ $key }`
    }
    .help = add it to this record; the guide says what each key means
    .explain =
        A required key that is missing

        Without it no page can be made from the record and no deadline computed: an order
        has a number and a date, a person a name. A key with nothing after it counts as
        missing too.

        Wrong:
            - id: prikaz-132
              number: 01-07/132
        Right:
            - id: prikaz-132
              number: 01-07/132
              date: 2026-04-15

wrong-type = { HAS($key) ->
        [yes] expected { $expected } under `{ $key }`, found { $found }
       *[no] expected { $expected }, found { $found }
    }
    .help = { $expected-key ->
        [word-kind-list] write each element on a line of its own, indented, after a dash: "- …"
        [word-kind-map] write the keys below, each on a line of its own and indented
        [word-kind-integer] write the number in digits, without spaces or words
       *[other] write one value here: { $expected }
    }
    .explain =
        A value of another kind

        Each key expects a value of its kind: text, a date, a list, a group of keys. Here
        stands something else: a list, say, where one date belongs.

        Wrong:
            signed_by: E. Gromova
        Right:
            signed_by:
              name: E. Gromova
              position: director

        Numbers of clauses, orders and protocols are text, quoted or not.

unknown-value = { HAS($value) ->
        [yes] unknown value `{ $value }`
       *[no] unknown value
    }
    .help = { HAS($nearest) ->
        [yes] perhaps `{ $nearest }` was meant; known here: { $known }
       *[no] known here: { $known }
    }
    .explain =
        A value that is not one of the known ones

        This key takes one of a few known values, or a value of a certain form. Values are
        understood in English and in Russian.

        Wrong:
            category: teacher
        Right:
            category: teaching

bad-date = `{ $value }` is not a date
    .help = write day, month and year: 2026-03-27, 27.03.2026 or 27 March 2026
    .explain =
        A text that is not a date

        A date may be written 2026-03-27, 27.03.2026 or "27 March 2026" (also in Russian).
        The year has four digits. Times, ranges and words such as "end of March" are not
        dates: no deadline can be counted from them.

        Wrong:
            date: 27.03.26
        Right:
            date: 27.03.2026

no-such-day = { HAS($month) ->
        [yes] { $month } has { $days ->
            [one] { $days } day
           *[other] { $days } days
        }, there is no { $value }
       *[no] a year has twelve months, there is no { $value }
    }
    .help = { HAS($last) ->
        [yes] take the date from the signed document; { $last } would be possible
       *[no] take the date from the signed document; the order is day.month.year
    }
    .explain =
        A day that the calendar does not have

        The date has the right form, but the month has fewer days, or there is no such month.
        The program does not take a neighbouring day: deadlines and the force of orders
        hang on dates, and the right one stands in the document.

        Wrong:
            date: 31.04.2026
        Right:
            date: 30.04.2026

bad-address = `{ $value }` is not an address of a clause
    .help = write the number of the clause, such as 2.4, an item as 2.4/7, with its regulation as sferum#2.4
    .explain =
        A text that is not an address of a clause

        An address names a section, a clause or an item: "2" is a section, "2.4" a clause,
        "2.4/7" the seventh item in the list of 2.4. Where there are several regulations the
        name of the folder stands first: "sferum#2.4". A date fixes the edition:
        "sferum@2026-03-27#2.4".

        Wrong:
            clause: cl. 2.4, par. 8
        Right:
            clause: 2.4/7

bad-id = `{ $value }` cannot be a code
    .help = { HAS($suggestion) ->
        [yes] write lower-case Latin letters, digits, dots, dashes or underscores; possible: { $suggestion }
       *[no] write lower-case Latin letters, digits, dots, dashes or underscores
    }
    .explain =
        A code with letters that addresses cannot carry

        A code (id) becomes part of a page's address and stands in links, so it is made of
        lower-case Latin letters, digits, dots, dashes and underscores, and begins with a
        letter or a digit. It is chosen once and never changed, or published links break.

        Wrong:
            id: Order 132
        Right:
            id: order-132

repeated-id = code `{ $id }` is taken
    .help = give this record another code; if it is the same record, keep one
    .explain =
        Two records with one code

        Other files and addresses of pages name a record by its code. With two equal codes
        nobody can tell which is meant; the first counts and the second is not seen.

        Wrong:
            - id: ivanova
              name: Ivanova Anna
            - id: ivanova
              name: Ivanova Maria
        Right: another code for the second, such as ivanova-ms.

unknown-data-file = { HAS($name) ->
        [yes] nobody reads the data file `{ $name }`
       *[no] nobody reads a data file of this name
    }
    .help = { HAS($nearest) ->
        [yes] perhaps `{ $nearest }` was meant
       *[no] { HAS($known) ->
            [yes] read in the folder data: { $known }
           *[no] check its name or take it out of the folder data
        }
    }
    .explain =
        A file in the folder data that the program does not know

        Only files with known names are read there: staff, roles, decisions, orders,
        deadlines, publications, acts, terms, calendar, questions, ending in .yml. With a
        slip in the name every record of the file would be lost in silence.

        Wrong:
            data/order.yml
        Right:
            data/orders.yml

bad-edition-name = { HAS($name) ->
        [yes] the edition's file name `{ $name }` is not a date
       *[no] the edition's file name is not a date
    }
    .help = name the file by the day from which the edition is in force: 2026-04-15.md
    .explain =
        An edition whose file name is not a date

        Each edition of a regulation is a file of its own, named by the day from which it is
        in force. By these names the program knows which text is in force today.

        Wrong:
            regulations/sferum/new.md
        Right:
            regulations/sferum/2026-04-15.md

        Give a draft the expected date: as long as its front matter names no order it counts
        as a draft and stays off the site.

date-outside-year = the day { $date } is listed under { $year }
    .help = move it to the list of { $own } or mend the date
    .explain =
        A day of the calendar under another year than its own

        Days in calendar.yml are listed by year. A day of another year is nearly always left
        over from copying: last year's list was copied and not every date changed. Working
        days would be counted wrong.

        Wrong:
            2027:
              days_off:
                - 2026-01-01
        Right:
            2027:
              days_off:
                - 2027-01-01

day-off-and-working = the day { $date } is both a day off and a working day
    .help = check it against the official decree on moved days off and keep it in one list
    .explain =
        A day that stands in both lists of the calendar

        A day is a working day or it is not. "days_off" lists holidays and moved days off that
        fall into the working week, "working" lists Saturdays and Sundays that are worked.
        The count of ten working days hangs on it.

        Check the day against the official decree on moved days off.

## Files

output-collision = two sources make the same page `{ $path }`
    .help = rename one of the files
    .explain =
        Two pages with one address

        Addresses of pages are lower-case Latin, Cyrillic letters go through one table. So
        different file names may give one address: "A.md" and "a.md", "guide.md" and
        "guide/index.md". One page would overwrite the other.

        Rename one of the files; findings about links will tell which links to mend.

not-text = the file is not text
    .help = save it as text in UTF-8; if it is an attachment, put it into files
    .explain =
        A file that does not look like text

        A file ending in .md or .yml must be text. UTF-8, UTF-16 and Windows-1251 are read.
        In none of them these bytes make a text: usually a Word document was renamed rather
        than saved anew.

        Open the document and save it as plain text in UTF-8.

other-encoding = the file was read as { $encoding }
    .help = if the letters on the site are right, nothing needs doing; UTF-8 is safer
    .explain =
        A file that is not in UTF-8

        Another encoding (Windows-1251 or UTF-16) was recognised and the file was read. This
        cannot always be guessed, so have a look at the page; if there are odd signs instead
        of letters, save the file in UTF-8.

too-large = the file is too large: { $size } MB, pages and data are read up to { $limit } MB
    .help = divide the text into several pages; if it is an attachment, put it into files
    .explain =
        A file that is too large

        Pages and data are read as a whole, and there is a limit. A file over it is nearly
        always here by mistake: an export, a log, a document with pictures inside. People
        could not read such a page either.

        Divide the text, or put the file into files to publish it as an attachment.

too-deep = lists and quotes are nested deeper than { $limit ->
        [one] { $limit } level
       *[other] { $limit } levels
    }
    .help = use fewer levels; superfluous ones usually come from stray indents or signs ">"
    .explain =
        Nesting that is too deep

        Lists inside lists and quotes inside quotes are shown to a reasonable number of
        levels. More comes only by accident: an indent that grew line by line, or a letter
        forwarded many times.

        Take away superfluous indents or signs ">" at the beginning of lines.

unreadable = { HAS($reason) ->
        [yes] the file was not read: { $reason }
       *[no] the file was not read
    }
    .help = { $reason-key ->
        [word-unreadable-link-outside] put the file itself into the folder content, not a link to it
        [word-unreadable-link-loop] take this link away
        [word-unreadable-link-to-nothing] take the link away or bring back what it points at
        [word-unreadable-name] name the file with letters, digits, dashes and dots
        [word-unreadable-not-a-file] take it out of the folder content
       *[other] check that it is not open in another program and that you may read it
    }
    .explain =
        A file that could not be read

        The file is in the folder of the site and cannot be read: no permission, busy, a disk
        or network folder that is away, or in its place a link that leads to nothing or out
        of the folder. The message says which. The build stops, so that the site does not
        come out without this page.

## Text of pages

clause-joined = { HAS($number) ->
        [yes] a line beginning with { $number } was taken as a clause
       *[no] a line was taken as the beginning of a clause or an item
    }
    .help = if it is a new clause, put an empty line before it; if the phrase goes on, move the number to the line above
    .explain =
        A line that was taken as a new clause

        In markdown a clause begins after an empty line. Here there is none, but the line
        begins with the next number, as happens when text is pasted from Word. The program
        took it as a new clause and says so, for you to check.

        Safe:
            2.3. The first clause.

            2.4. The second clause.

word-bullet = a bullet sign from Word was taken as a list item
    .help = replace it by a dash and a space: "- …"
    .explain =
        A bullet sign pasted from Word

        Dots and squares of lists turn into special characters when pasted from Word, and
        may look like an empty box on another computer. The program took the line as a list
        item and dropped the sign.

        Was:
            • registers the school on the platform;
        Better:
            - registers the school on the platform;

raw-html = HTML in the page is shown as text
    .help = replace it by plain markdown, or allow it in site.yml: raw_html: true
    .explain =
        A page has HTML and the site does not allow it

        Pieces of HTML pasted from other programs spoil the looks and the accessibility of
        pages and may carry unwanted things, so by default they are shown as plain text.

        If you need HTML, write in site.yml:
            raw_html: true
        It is then let through, but cleaned: scripts, styles and frames are removed.

## Links

link-scheme = links of the kind `{ $scheme }` are not allowed
    .help = allowed are http, https, mailto, tel and paths to files of the site itself
    .explain =
        A link that begins in a way that is not allowed

        Links with http, https, mailto and tel and relative links go to the site. Others, such
        as "javascript:", "data:", "file:" or "//server", are unsafe or work on your own
        computer only.

        Wrong:
            {"["}order](file:///C:/Users/school/order.pdf)
        Right: put the file into the folder files and link to it:
            {"["}order](../files/order.pdf)

missing-page = the link leads to page `{ $link }`, which is not there
    .help = { HAS($nearest) ->
        [yes] perhaps `{ $nearest }` was meant
       *[no] check the file name and the folder; the path is counted from the file that has the link
    }
    .explain =
        A link to a page that is not there

        The page was renamed or removed, or there is a slip in the link. A reader would see
        error 404. The path is counted from the file that has the link; ".." is the folder
        above.

        Example (in instructions/teacher.md):
            {"["}guide](../guide/index.md)

missing-attachment = the site has no file `{ $link }`
    .help = { HAS($nearest) ->
        [yes] perhaps `{ $nearest }` was meant
       *[no] put the file there or take out what names it; signed documents are kept in the folder files
    }
    .explain =
        A file that is named and not there

        A page or the data (the file of an order, its signature, a record of publication) name
        a document or picture, but the site has no such file. Names are compared exactly, the
        ending too: "order.PDF" and "order.pdf" are different files.

        Put the file into the folder files and check how it is named.

missing-anchor = page `{ $link }` has no place `{ $anchor }`
    .help = { HAS($nearest) ->
        [yes] the nearest that is left: `{ $nearest }`
       *[no] link to the page without "#…" or choose another heading
    }
    .explain =
        A link to a place of a page that is not there

        After "#" stands the mark of a place: a clause, an item, a heading. The page is there
        and the mark is not: the heading was changed, the clause is gone, or there is a slip.
        The reader would land at the top of the page instead.

        The mark of clause 2.4 is "p2.4", of its seventh item "p2.4-7", of section 2 "p2".

missing-clause = reference to clause { $address }, but in the edition in force from { $edition }{ HAS($last) ->
        [yes] { " " }section { $section } ends with { $last }
       *[no] { " " }there is none
    }
    .help = { HAS($nearest) ->
        [yes] check the number; the nearest that is there: { $nearest }
       *[no] check the number
    }
    .explain =
        A reference to a clause that the edition does not have

        The clause must be in the edition that is meant: the one in force, if no date is
        given. It is not: there is a slip in the number, or a new edition dropped the clause.
        A reference to a clause that does not exist misleads people.

        To cite an earlier edition give its date: sferum@2024-04-15#2.6.

missing-item = { $paragraph ->
        [0] reference to item { $item } of clause { $clause }, but in the edition in force from { $edition } { $count ->
            [0] it has no list
            [one] it has { $count } item
           *[other] it has { $count } items
        }
       *[other] reference to paragraph { $paragraph } of clause { $clause }, but the edition in force from { $edition } has no such paragraph
    }
    .help = check the number; the first paragraph is the lead line, so item 7 and paragraph 8 are the same place
    .explain =
        A reference to a list item that is not there

        After the slash stands the number of an item: "2.4/7" is the seventh. This clause has
        fewer. Items and paragraphs are counted differently: the first paragraph is the lead
        line, so the seventh item is "the eighth paragraph of clause 2.4".

ambiguous-wiki-link = several pages answer to `{ $link }`
    .help = give the path of one of them: { $pages }
    .explain =
        A link [[…]] that several pages answer to

        A link in double brackets looks for a page by its title or file name. There are
        several, and none of them is in the folder of the link.

        Wrong:
            {"[["}Memo]]
        Right:
            {"[["}instructions/parents]]

link-outside = the link `{ $link }` starts at the root of the server, outside this site
    .help = write the path from the file that has the link ("../…") or the full address, beginning with https://
    .explain =
        A link from the root of the server

        A link that begins with "/" starts at the root of the server, while this section may
        lie in any folder and be opened from disk. No page of it has this path.

        For a page of the section write the path from the file that has the link, such as
        "../guide/index.md". For a page of the school's site write its full address: https://…

repeated-anchor = mark `{ $anchor }` stands twice on the page
    .help = rename one of them, or links will always lead to the first
    .explain =
        Two equal marks on a page

        A mark opens a place of the page. With two equal ones the second cannot be reached:
        the link always leads to the first.

        The program makes marks of headings itself and keeps them apart; only those written
        by hand repeat.

## Data that name each other

unknown-person = no `{ $id }` in staff.yml
    .help = { HAS($nearest) ->
        [yes] perhaps `{ $nearest }` was meant; add a new person to staff.yml
       *[no] add the person to staff.yml or mend the code
    }
    .explain =
        The code of a person who is not in staff.yml

        Orders and settings name people by their code (id), name and position come from
        staff.yml. Without a record there pages would show a code instead of a name, and
        nobody could check whether the person may hold the role.

        Wrong, when staff.yml has ivanova and orders.yml
            person: ivanva
        Right:
            person: ivanova

unknown-poster = `{ $id }` is neither a person of staff.yml nor a role of roles.yml
    .help = { HAS($nearest) ->
        [yes] perhaps `{ $nearest }` was meant
       *[no] write the code of a person or a role, such as whoever keeps the site
    }
    .explain =
        It is not known who posted a document

        The key "by" of a record of publication names a person or a role. A code that means
        nobody proves nothing when somebody asks who posted the document and when.

        Wrong:
            by: site-edtor
        Right:
            by: site-editor

unknown-role = no role `{ $id }` in roles.yml
    .help = { HAS($nearest) ->
        [yes] perhaps `{ $nearest }` was meant; add a new role to roles.yml
       *[no] add it to roles.yml or mend the code
    }
    .explain =
        The code of a role that is not in roles.yml

        A role is what an appointee answers for. If roles.yml does not have it, nobody is
        shown as responsible, and a deadline that waits for the order of appointment waits
        for ever.

        Wrong, when roles.yml has administrator and deadlines.yml
            requires: order:administator
        Right:
            requires: order:administrator

unknown-order = no order `{ $id }` in orders.yml
    .help = { HAS($nearest) ->
        [yes] perhaps `{ $nearest }` was meant; add a new order to orders.yml
       *[no] add the order to orders.yml or mend the code
    }
    .explain =
        The code of an order that is not in orders.yml

        The approval block and the proof of publication come from the order's record. There
        is none with this code. The name of a file in the folder orders is the code of an
        order too.

        Wrong, when orders.yml has prikaz-2026-132 and the edition
            order: prikaz-132
        Right:
            order: prikaz-2026-132

unknown-decision = no decision `{ $id }` in decisions.yml
    .help = { HAS($nearest) ->
        [yes] perhaps `{ $nearest }` was meant
       *[no] add the decision to decisions.yml or mend the code
    }
    .explain =
        The code of a decision that is not in decisions.yml

        A record of publication proves something only if it is known what was posted. There
        is no decision with this code.

        Wrong, when decisions.yml has reshenie-2026 and publications.yml
            document: decision:2026
        Right:
            document: decision:reshenie-2026

unknown-act = no act `{ $id }` in acts.yml
    .help = { HAS($nearest) ->
        [yes] perhaps `{ $nearest }` was meant
       *[no] add the act to acts.yml or mend the code
    }
    .explain =
        The code of an act that is not in acts.yml

        The key "replaced_by" leads the reader from an act that no longer applies to the new
        one. The new one has no record, so the link would lead nowhere.

        Add a record of the new act, or take the key out if nothing replaced the old one.

unknown-regulation = no regulation `{ $id }` in the folder regulations
    .help = { HAS($nearest) ->
        [yes] perhaps `{ $nearest }` was meant
       *[no] a regulation is named by its folder in regulations; check the name
    }
    .explain =
        A regulation that has no folder

        A regulation is named by its folder: sferum for regulations/sferum. Without the
        folder its clauses can be neither quoted nor linked, and no deadline counted.

        Wrong:
            regulation: sfeum
        Right:
            regulation: sferum

unknown-edition = regulation `{ $regulation }` has no edition of { $date }
    .help = there are: { $known }; the date of an edition is the name of its file, the day it comes into force
    .explain =
        An edition that has no file

        An edition is named by the day from which it is in force, the name of its file. Often
        the day of the decision or of the order is written by mistake.

        Wrong, when the file is 2026-04-15.md and publications.yml
            document: edition:sferum@2026-04-16
        Right:
            document: edition:sferum@2026-04-15

regulation-not-named = the address { $address } names no regulation{ HAS($known) ->
        [yes] , and the site has several
       *[no] , and the site has none
    }
    .help = { HAS($known) ->
        [yes] write the regulation before the number, "regulation#{ $address }"; there are { $known }
       *[no] add a regulation to the folder regulations or take the address out
    }
    .explain =
        It is not known which regulation is meant

        On a site with one regulation the number of a clause is enough. With several "2.4" may
        be a clause of any of them and can be neither shown nor linked.

        Wrong, with two regulations:
            clause: 2.4
        Right:
            clause: sferum#2.4

ends-before-it-begins = the last day { $until } is before the first, { $from }
    .help = check both dates: usually the year is wrong
    .explain =
        A period that ends before it begins

        Such a record never has effect: nobody is appointed, the document does not stand
        posted, the edition is not in force. Nearly always it is a slip in the year.

        Wrong:
            date: 2026-04-16
            removed: 2025-04-20
        Right:
            date: 2026-04-16
            removed: 2027-04-20

## Appointments

ineligible-appointee = { $person } is appointed to `{ $role }`, { HAS($position) ->
        [yes] on { $date } { $position }
       *[no] on { $date } without a position
    }; it is open to { $eligible }{ HAS($clause) ->
        [yes] { " " }(clause { $clause })
       *[no] { "" }
    }
    .help = if there is another, eligible position, add it to this person in staff.yml; if not, another order is needed
    .explain =
        A person is appointed whose position is not eligible

        A role in roles.yml says who may hold it ("eligible"). By clause 2.3 the administrator
        of the platform is one of the teaching staff: an order that appoints somebody else
        breaks the regulation. A deputy head who teaches is eligible, with two positions in
        staff.yml.

        The first day and today are checked. Appointments that have ended are only noted.

        If the person also teaches, in staff.yml:
            positions:
              - title: system administrator
                category: support
              - title: teacher of informatics
                category: teaching

vacant-role = `{ $role }` is required and nobody holds it today
    .help = appoint somebody by an order and add the order to orders.yml: role: { $id }
    .explain =
        A required role that nobody holds today

        The role is marked as required, and no appointment is in effect: the last one ended,
        the person left, or there never was an order. The page of responsible persons shows a
        vacancy.

        Add the order of appointment. If the role is no longer needed, take the mark away.

vacancy-ahead = from { $date } nobody holds `{ $role }`; the last appointment is that of { $person }
    .help = prepare the order of appointment in time and add it to orders.yml
    .explain =
        A known day from which a required role will be vacant

        The last appointment to a required role has an end and no successor. An order takes
        time to sign and to post, so this is told as soon as the day is known.

        Add the next order, or take "until" out if the appointment has no end.

role-held-twice = from { $date } two people hold `{ $role }`: { $other } and { $person }
    .help = if the earlier appointment has ended, write until: { $last } in it; if the later one is temporary, write instead_of in it; if two are meant, give the role holders: many
    .explain =
        A role of one holder that two people hold

        A later order does not end an earlier appointment by itself: it is not known who
        answers. Usually the earlier record lacks its last day. A substitute ("instead_of")
        is no second holder.

        Was:
            - person: ivanova
              role: administrator
              from: 2026-04-15
        Needed, if somebody else is appointed from 16 June:
            - person: ivanova
              role: administrator
              from: 2026-04-15
              until: 2026-06-15

substitute-without-holder = { $person } stands in as `{ $role }`, but from { $date } it is not held by { $holder }
    .help = check the dates of both appointments; if there is nobody to stand in for, appoint without instead_of
    .explain =
        A substitute for somebody who does not hold the role

        Somebody can stand in ("instead_of") as long as there is a holder. The holder's
        appointment has not begun or has ended, so an ordinary appointment is needed.

        Check who is named in "instead_of", and the dates of both appointments.

## Publication and deadlines

document-not-posted = { $removed ->
        [yes] taken down
       *[no] not posted
    }: { $kind } { $document } of { $signed }; { $passed ->
        [yes] due by { $work_by }, which has passed
       *[no] post it by { $work_by }
    }{ $exact ->
        [no] { " " }(approximate)
       *[yes] { "" }
    }
    .help = post the document and add a record to publications.yml: document: { $document }
    .explain =
        A signed document that does not stand posted

        The rules on official sites (No. 1802, item 16) give ten working days from the day
        after signing. For the decision and the order of appointment there is a second day,
        1 May (clause 2.1). The program knows of postings from publications.yml alone.

        A record:
            - document: order:prikaz-2026-132
              date: 2026-04-16
              by: site-editor

        Documents that no longer have effect are only noted, if they were never posted.

deadline-missed = not posted: { $missing }; due by { $due } (clause { $clause }, school year { $school_year })
    .help = post them and write the true day of posting in publications.yml
    .explain =
        The day has passed and nothing is posted

        By clause 2.1 information on the decision and the order of appointment stand on the
        official site no later than 1 May of the school year. The day has passed and there
        are no records of publication.

        If the documents are posted, add the records to publications.yml. If not, post them
        now: the row will say "posted after the day". Dates are never adjusted: they are easy
        to check. After the next due day nobody is reminded of the last one.

deadline-partial = partly posted: there is { $posted }, missing: { $missing }; due by { $due } (clause { $clause }, school year { $school_year })
    .help = post what is missing and write the true day of posting in publications.yml
    .explain =
        The day has passed and only some documents are posted

        Clause 2.1 asks for two documents: information on the decision and the order of
        appointment. One is posted, the other is not.

        Post it and add a record to publications.yml. After the next due day nobody is
        reminded of the last one.

deadline-near = { $days ->
        [0] today is the last day
        [one] { $days } day left until { $due }
       *[other] { $days } days left until { $due }
    }; not posted: { $missing } (clause { $clause }, school year { $school_year })
    .help = post by { $work_by }{ $exact ->
        [no] { " " }(approximate)
       *[yes] { "" }
    } and add a record to publications.yml
    .explain =
        At most thirty days are left and something is not posted

        The due day is not moved for a day off: if 1 May is one, the last working day comes
        earlier. Each signed document also has its own ten working days. The remedy names the
        earliest of these days.

unfilled-calendar-year = calendar.yml lacks { $year }, so the date { $date } is approximate
    .help = add the days off and working Saturdays of that year from the official decree
    .explain =
        A year that is needed and not filled in

        Counting working days takes the holidays and moved days off of the year. Without them
        only ordinary weekends are counted, and the site says that the date is approximate.
        Until November of the year before it is only a note: the days may not be set yet.

        A sample:
            years:
              2027:
                days_off: [2027-01-01, 2027-01-04]
                working: [2027-02-20]

## Editions

edition-without-order = the edition of { $date } names no order: it is a draft and stays off the site
    .help = if the order is signed, name it in the front matter (order: ID); if this is a draft, add draft: true
    .explain =
        An edition without an order is a draft

        A regulation is put in force by an order. As long as the front matter of an edition
        names none, it counts as a draft and is seen in the preview only. If the order is
        signed, it was probably forgotten here.

        In the front matter:
            order: prikaz-2026-132

edition-before-order = the edition is in force from { $date }, but its order No. { $number } was signed on { $signed }
    .help = name the file by the day from which the order puts it in force, or mend the date of the order
    .explain =
        An edition in force before its order

        An order cannot put a text in force before it is signed. Either the name of the file
        is wrong (often it is the day of the council) or the date of the order.

        Wrong: file 2026-03-27.md, order of 15 April 2026.
        Right: file 2026-04-15.md.

edition-gap = from { $from } to { $until } no edition is in force
    .help = take in_force_until out: an edition ends by itself when the next comes into force
    .explain =
        Days between two editions without any in force

        The edition has a last day ("in_force_until"), and the next one begins later than on
        the day after. On those days the school has no regulation, and its decisions and
        orders no ground. Usually the date is a slip.

        The key is needed only if the regulation lost force and there is no new one.

edition-overlap = the edition is said to be in force to { $until }, but the next one begins on { $next }
    .help = take in_force_until out: an edition ends by itself when the next comes into force
    .explain =
        Two editions in force at once

        On any day one edition is in force. This one has a last day that is not before the
        first day of the next. The site shows the next one, the date says otherwise.

        The key is needed only if the regulation lost force and there is no new one.

## Numbers of clauses

clause-number-repeated = number { $number } stands twice
    .help = mend the number; if the signed document is so, leave it and add allow: clause-number-repeated
    .explain =
        Two clauses of one number

        A clause cannot be cited if there are two: the link leads to the first. Usually a
        figure was not changed in the second.

        Wrong:
            2.4. The administrator of the platform
            2.4. Teachers
        Right:
            2.4. The administrator of the platform
            2.5. Teachers

        Numbers are printed as they are written and never changed. If the signed document
        itself is so, write "allow: clause-number-repeated" in site.yml: the second clause
        gets the mark p2.4_2.

clause-number-skipped = before { $number } there is no { $missing }
    .help = if a clause was lost while the text was copied, put it back; if the signed document is so, leave it
    .explain =
        A gap in the numbers

        One number or several are missing. A clause may have been lost while the text was
        copied from Word or PDF. If the signed document has the gap it stays: numbers are
        never changed.

        Example: 2.5 right after 2.3.

clause-number-disorder = { $number } stands after { $after }
    .help = compare with the signed document and put the clauses in their places
    .explain =
        Numbers out of order

        A smaller number stands after a greater one. Clauses may have changed places while
        the text was copied; who looks for one by its number will not find it.

        Example: 2.4 after 2.5.

clause-in-wrong-section = clause { $number } stands under { $section }
    .help = compare with the signed document: a slip in the number, or a heading that was lost
    .explain =
        A clause under another section than its own

        The number of a clause begins with that of its section. Here they differ: there is a
        slip in the number, or the heading of the next section was lost.

        Example: clause 3.2 under the heading "2. Organisation".

## Theme and the program itself

unknown-theme = { HAS($theme) ->
        [yes] there is no theme `{ $theme }`
       *[no] there is no such theme
    }
    .help = { HAS($known) ->
        [yes] there are: { $known }
       *[no] check its name in site.yml; the built-in theme is called default
    }
    .explain =
        The theme that site.yml names is not there

        The key "theme" names a folder in themes, beside the folder content. There is no such
        folder. The built-in theme is called default and is always there.

template-fault = { HAS($template) ->
        [yes] fault in template `{ $template }`
       *[no] fault in a file of the theme
    }
    .help = mend the file in the folder of the theme, or delete it: the built-in one is used then
    .explain =
        A fault in a template of the theme

        A file of the folder themes could not be applied: it is written wrong or asks for
        something that is not there. The template engine's own words follow the message.
        Until it is mended the pages of this template cannot be made.

internal = a fault of the program itself
    .help = the site is unharmed; tell the developers, with these lines and the file that caused it
    .explain =
        The program contradicts itself

        This must not happen whatever the data: it is our fault, not yours. The old site
        stays where it is. Please report it with the text of the message and, if you can,
        the file.

## Words that name values: kinds, months, documents, positions, reasons

word-kind-text = text
word-kind-id = a code
word-kind-date = a date
word-kind-bool = "true" or "false"
word-kind-integer = a whole number
word-kind-address = an address of a clause
word-kind-school-year = a school year
word-kind-offset = an offset from UTC
word-kind-due = a day and month or a date
word-kind-until = a date or "return"
word-kind-requirement = a kind of document
word-kind-document = the name of a document
word-kind-choice = one of the known values
word-kind-list = a list
word-kind-map = a group of keys
word-kind-empty = nothing
word-month-1 = January
word-month-2 = February
word-month-3 = March
word-month-4 = April
word-month-5 = May
word-month-6 = June
word-month-7 = July
word-month-8 = August
word-month-9 = September
word-month-10 = October
word-month-11 = November
word-month-12 = December

word-document-decision = information on the decision
word-document-order = order
word-document-edition = edition of the regulation
word-document-file = file
word-category-management = management
word-category-teaching = teaching staff
word-category-support = support staff
word-unreadable-link-outside = it is a link out of the folder content
word-unreadable-link-loop = it is a link to the folder that it is in
word-unreadable-link-to-nothing = it is a link that leads to nothing
word-unreadable-name = its name has characters that are not allowed
word-unreadable-not-a-file = it is neither a file nor a folder

## Labels of places

label-first = first here
label-document = this document
label-earlier-appointment = the earlier appointment
label-next-edition = the next edition
label-order = the order
label-person = the positions are listed here
label-role = the role is described here

## Report

severity-error = error
severity-warning = warning
severity-note = note
report-help = help
report-detail = details
report-clean = No errors, nothing to note.
report-summary = Found: { $parts }.
report-errors = { $count ->
        [one] { $count } error
       *[other] { $count } errors
    }
report-warnings = { $count ->
        [one] { $count } warning
       *[other] { $count } warnings
    }
report-notes = { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
report-unchanged = The site is unchanged: the previous version stays in place.

## Status (`svod status`)

status-today = As of { $date }
status-deadlines = Deadlines
status-deadline = { $title }, clause { $clause }
status-no-deadlines = No deadlines: they are listed in data/deadlines.yml.
status-no-rows = not a single school year
status-due = by { $date }
status-row-upcoming = { $days ->
        [one] upcoming, { $days } day left
       *[other] upcoming, { $days } days left
    }
status-row-due-today = today is the last day
status-row-met = posted in time
status-row-met-late = posted after the day
status-row-overdue = { $days ->
        [one] not posted, the day passed { $days } day ago
       *[other] not posted, the day passed { $days } days ago
    }
status-row-partial = partly posted
status-row-carried = papers posted earlier are in force
status-to-post = To be posted
status-all-posted = Everything that must be posted is posted.
status-approximate = approximate: the calendar of that year is not filled in
status-late = the day has passed
status-decision = information on the decision of { $date }
status-order = order of { $date } No. { $number }
status-edition = edition of { $date } ({ $regulation })
status-file = file { $path }
status-need-decision = information on the decision (no decision yet)
status-need-order = order of appointment: { $role } (not signed yet)
status-need-edition = regulation (no edition in force yet)
status-people = Who is responsible
status-no-roles = No roles: they are listed in data/roles.yml.
status-holder = { $name }, from { $from }{ HAS($until) ->
        [yes] { " " }to { $until }
       *[no] { "" }
    }; { $order }
status-substitute = { $name } stands in ({ $instead }), from { $from }{ HAS($until) ->
        [yes] { " " }to { $until }
       *[no] { "" }
    }; { $order }
status-return = the day of return
status-nobody = nobody is appointed
status-vacant = Vacant, although required

## Explanations (`svod explain`)

explain-intro = What the program finds. More: svod explain CODE
explain-errors = Errors: as long as there are any the site is not built
explain-warnings = Warnings: the school has to decide
explain-notes = Notes: worth knowing
explain-error = This is an error: as long as it is there svod build leaves the site unchanged.
explain-warning =
    This is a warning: the site is built, but svod check ends with exit status 1.
    Not to report it: --allow { $code }, or in site.yml allow: { $code }
    To count it as an error: --deny { $code }, or in site.yml deny: { $code }
explain-note =
    This is a note: it hinders neither building nor checking.
    Not to report it: --allow { $code }, or in site.yml allow: { $code }

## Commands

cli-about = A section of a school's website from regulations, instructions, orders and deadlines; any other markdown documentation as well
cli-about-build = Build the site; with errors nothing is written
cli-about-check = Check all that a build checks and write nothing
cli-about-explain = Explain what the code of a finding means
cli-about-schema = Write JSON Schemas of all files of content/ for editors and validators
cli-about-help = Show help on the program or on a command
cli-after-help = Exit code: 0 if all is well; 1 if there are errors, for check warnings too; 2 if it could not run.

cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-options = Options of the command
cli-heading-globals = Common options
cli-heading-arguments = Arguments

cli-value-command = COMMAND
cli-value-options = OPTIONS
cli-value-folder = FOLDER
cli-value-date = DATE
cli-value-lang = LANGUAGE
cli-value-format = FORMAT
cli-value-when = WHEN
cli-value-code = CODE

cli-arg-root = Project folder, with the folder content in it; without that the folder itself is the site (default: the current one)
cli-arg-out = Where to write the site (default: public in the project folder)
cli-arg-today = Take this day for today: 2026-04-30, 30.04.2026
cli-arg-lang = Language of messages: ru or en (default: that of the system)
cli-arg-format = Form of findings: human for reading, short for one a line, json, github
cli-arg-color = Colour: auto on a terminal, always, never
cli-arg-allow = Do not report findings with these codes (separated by commas)
cli-arg-deny = Count findings with these codes as errors (separated by commas)
cli-arg-help = Show this help
cli-arg-version = Show the version
cli-arg-take-over = Take over a folder with files of others; they stay, but those named like files of the site are replaced
cli-arg-code = Code from a message, unknown-key for example; without one, the list of all
cli-arg-schema-folder = Folder for the schemas; made if it is not there
cli-arg-command = Name of a command

cli-usage-command = there is no command `{ $value }`
cli-usage-no-command = no command is given
cli-usage-unknown = option `{ $arg }` is not known here
cli-usage-missing = { $arg } is missing
cli-usage-no-value = { $arg } needs a value
cli-usage-value = value `{ $value }` does not suit { $arg }
cli-usage-twice = { $arg } is given twice or does not go with other options
cli-usage-count = wrong number of values for { $arg }
cli-usage-letters = the arguments have characters that cannot be read
cli-usage-suggestion = perhaps `{ $suggestion }` was meant
cli-usage-known = it may be: { $known }
cli-usage-help = `svod help` shows all commands and options

cli-no-root = there is no folder { $path }
cli-not-folder = { $path } is not a folder
cli-no-root-help = go to the project folder or name it: --root FOLDER
cli-out-holds = the site cannot be written to { $path }: the sources are there ({ $other })
cli-out-inside = the site cannot be written to { $path }: it is inside the folder of sources ({ $other })
cli-out-help = name a folder of its own for the site: --out FOLDER
cli-too-many = { $path } has too many files for a site: more than 250,000
cli-too-much = { $path } has too much text for a site: more than 2 GB
cli-too-much-help = see whether this is the right folder; name the project folder: --root FOLDER
cli-bad-epoch = the variable SOURCE_DATE_EPOCH is not a number of seconds: `{ $value }`
cli-bad-epoch-help = unset the variable or name the day: --today 2026-04-30
cli-no-day = the clock shows a day that cannot be
cli-no-day-help = see to the computer's clock or name the day: --today 2026-04-30
cli-bad-day = `{ $value }` is not a date
cli-bad-day-help = write the day like this: --today 2026-04-30 or --today 30.04.2026
cli-disk = { $path }: { $reason }
cli-disk-help = see whether the folder is there, whether you may write into it and into the folder above it, and whether another program holds files of the site open
cli-disk-full-help = free some space; the previous site is as it was
cli-reason-missing = there is no such file or folder
cli-reason-rights = no right to read or write it
cli-reason-read-only = the disk is read-only
cli-reason-full = the disk is full
cli-reason-busy = another program is using it
cli-reason-not-folder = a file stands where a folder should
cli-stdout = the result cannot be printed: { $reason }
cli-not-ours = folder { $path } is not empty, and the site in it is not by svod
cli-not-ours-help = name another folder (--out FOLDER); if it is this one, add --take-over: files of others stay, those named like files of the site are replaced
cli-busy = another build is writing to { $path }
cli-busy-help = wait for its end and try again
cli-strange = folder { $path } is needed for the build and has files of others
cli-strange-help = rename it or move it elsewhere
cli-in-the-way = files of others stand in place of files of the site: { $paths }{ $more ->
        [0] { "" }
       *[other] {" "}and { $more } more
    }
cli-in-the-way-help = rename or remove them; to replace them with files of the site, add --take-over
cli-foreign = other files with these names are there already and were left alone: { $paths }
cli-foreign-help = name another folder or remove these files
cli-unknown-code = there is no code `{ $value }`
cli-unknown-code-help = { HAS($nearest) ->
        [yes] perhaps `{ $nearest }` was meant; `svod explain` shows all codes
       *[no] `svod explain` shows all codes
    }

cli-progress-reading = Reading files
cli-progress-planning = Checking
cli-progress-producing = Making pages
cli-progress-writing = Writing

cli-decimal = { $whole }.{ $part }
cli-done = Done: { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }, { $files ->
        [one] { $files } other file
       *[other] { $files } other files
    }, { $seconds } s; { $written } written, { $kept } unchanged{ $deleted ->
        [0] { "" }
       *[other] , { $deleted } deleted
    }.
cli-edited = No longer part of the site, but changed by someone else and so left alone: { $paths }{ $more ->
        [0] { "" }
       *[other] {" "}and { $more } more
    }. Look at them and delete them yourself.
cli-schemas = { $count ->
        [one] { $count } schema
       *[other] { $count } schemas
    } written to { $path }.
