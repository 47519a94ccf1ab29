### Words of the program in English. How they are arranged is said at the head of mod.rs.

## Reading data and front matter

yaml-syntax = this does not read as YAML
    .help = { HAS($quote) ->
        [yes] close the quote that is opened here; inside a text use other quotation marks
       *[no] look here and at the line above: equal indents (spaces, no tabs), closed quotes, a space after each colon; put text with a colon or a hash inside into quotes
    }
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

unknown-data-file = nobody reads the file `{ $path }`
    .help = { HAS($nearest) ->
        [yes] perhaps `{ $nearest }.yml` was meant
       *[no] read in the folder data: { $known }
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

bad-edition-name = the edition's file name `{ $name }` is not a date
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

output-collision = { HAS($folder) ->
        [yes] `{ $path }` is the name of a file and of a folder
       *[no] two sources make the same page `{ $path }`
    }
    .help = rename one of the files
    .explain =
        Two pages with one address

        Addresses of pages are lower-case Latin, Cyrillic letters go through one table. So
        different file names may give one address: "A.md" and "a.md", "guide.md" and
        "guide/index.md". One page would overwrite the other.

        A file and a folder of one name are in each other's way too: the page "a.md" becomes
        the file "a.html", and the folder "a.html" cannot stand beside it.

        Rename one of the files; findings about links will tell which links to mend.

path-too-long = the address of a page is too long: `{ $path }`
    .help = give the file and its folders shorter names or put the file higher: at most { $length } characters and { $steps } folders in one another
    .explain =
        An address that is too long

        The address is made of the names of folders and file in Latin letters, and may be
        longer than it looks: one Cyrillic letter gives up to four. Windows opens no file
        whose path has more than 260 characters with all the folders above the site, and an
        archive or the school's server may refuse sooner.

        Give folders and file short names; the full title goes into the head of the file.

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

too-large = { HAS($limit) ->
        [yes] the file is too large: { $size } MB, pages and data are read up to { $limit } MB
       *[no] the file is too large
    }
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
        [word-unreadable-rights] give yourself the right to read this file and the folders that it is in
        [word-unreadable-gone] build the site once more; if the file is gone for good, see whether pages link to it
        [word-unreadable-busy] close the file in the other program and build the site once more
       *[other] check that it is not open in another program and that you may read it
    }
    .explain =
        A file that could not be read

        The file is in the folder of the site and cannot be read: no permission, busy, a disk
        or network folder that is away, or in its place a link that leads to nothing or out
        of the folder. The message says which. The build stops, so that the site does not
        come out without this page.

## Text of pages

clause-joined = a line beginning with `{ $number }` was taken as a new clause
    .help = if it is a new clause, put an empty line before it; if the phrase goes on, move the number to the line above
    .explain =
        A line that was taken as a new clause

        In markdown a clause begins after an empty line. Here there is none, but the line
        begins with the next number, as happens when text is pasted from Word. The program
        took it as a new clause and says so, for you to check.

        Safe:
            2.3. The first clause.

            2.4. The second clause.

word-bullet = the sign `{ $sign }` from Word was taken as the beginning of a list item{ $count ->
        [1] { "" }
        [one] { " " }({ $count } line in a row)
       *[other] { " " }({ $count } lines in a row)
    }
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
    .help = { HAS($last) ->
        [yes] check the number
       *[no] { HAS($nearest) ->
            [yes] check the number; the nearest that is there: { $nearest }
           *[no] check the number
        }
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

## Theme and the program itself

unknown-theme = there is no theme `{ $theme }`
    .help = there are: { $known }; the name stands in site.yml, the folder of a theme in themes
    .explain =
        The theme that site.yml names is not there

        The key "theme" names a folder in themes, beside the folder content. There is no such
        folder. The built-in theme is called default and is always there.

template-fault = fault in template `{ $template }`
    .help = mend the file in the folder of the theme, or delete it: the built-in one is used then
    .explain =
        A fault in a template of the theme

        A file of the folder themes could not be applied: it is written wrong or asks for
        something that is not there. The template engine's own words follow the message.
        Until it is mended the pages of this template cannot be made.

theme-contract = { HAS($found) ->
        [yes] the theme was made for version { $found }, expected { $expected }
       *[no] theme.yml states no version, expected { $expected }
    }
    .help = check the pages; if all is well, write "contract: { $expected }" in theme.yml
    .explain =
        A theme that was made for another version of the program

        Templates are given data under certain names. When names change, so does the number
        of the version. The theme says that it was made for another one: pages may come out
        with gaps or with a fault.

        Compare your templates with the built-in ones and put the new number in theme.yml.

theme-words = { HAS($key) ->
        [yes] the program has no word `{ $key }`
       *[no] an entry of the theme's words cannot be read
    }
    .help = { HAS($nearest) ->
        [yes] perhaps `{ $nearest }` was meant
       *[no] check the name and the form "name = text"; words of your own begin with "own-"
    }
    .explain =
        A fault in the words of a theme

        The file strings/en.ftl of a theme replaces single words of the site: a name, a sign
        of equality, a text. Here is a name that the program does not know, or an entry that
        cannot be read. Such a line changes nothing.

        Right:
            home = Start
            own-greeting = Welcome

        Words that only your own templates need begin with "own-".

internal = a fault of the program itself
    .help = the site is unharmed; tell the developers, with these lines and the file that caused it
    .explain =
        The program contradicts itself

        This must not happen whatever the data: it is our fault, not yours. The old site
        stays where it is. Please report it with the text of the message and, if you can,
        the file.

## Rules: codes of records

unknown-person = no person with the code `{ $id }` in staff.yml
    .help = { HAS($nearest) ->
        [yes] perhaps `{ $nearest }` was meant
       *[no] add the person to data/staff.yml or mend the code
    }
    .explain =
        A person that is not in staff.yml

        Orders and settings name people by their codes in data/staff.yml. There is no record
        with this code: a slip, or the person has not been added yet. The page of the order
        and the list of responsible persons would show a code instead of a name, so the site
        is not built.

        People who left stay in staff.yml, else the orders lose their names: give their last
        day of work (left).

unknown-poster = `{ $id }` is neither a person nor a role
    .help = { HAS($nearest) ->
        [yes] perhaps `{ $nearest }` was meant
       *[no] say who posted it: a code of data/staff.yml or a role of data/roles.yml
    }
    .explain =
        Nobody knows who posted the document

        The key `by` of a publication record names who posted the document: a code of
        data/staff.yml or a role of data/roles.yml. This code is in neither.

        Right:
            - document: order:prikaz-2026-132
              date: 2026-04-16
              by: site-editor

        The key may be left out.

unknown-role = no role `{ $id }` in roles.yml
    .help = { HAS($nearest) ->
        [yes] perhaps `{ $nearest }` was meant
       *[no] add the role to data/roles.yml or mend the code
    }
    .explain =
        A role that is not in roles.yml

        A role is what a person answers for. Orders and deadlines name it by its code in
        data/roles.yml. Without the record the site cannot say who answers for what, and a
        deadline would wait for an order that cannot come.

        Right: "id: administrator" in roles.yml, "role: administrator" in the order,
        "order:administrator" in the deadline.

unknown-order = no order with the code `{ $id }` in orders.yml
    .help = { HAS($nearest) ->
        [yes] perhaps `{ $nearest }` was meant
       *[no] add the order to data/orders.yml or mend the code
    }
    .explain =
        An order that is not in orders.yml

        Editions, instructions and publication records name an order by its code in
        data/orders.yml; the name of a file in the folder orders is such a code too. There
        is no record, so its date and number are not known.

        If the order is not signed yet, take the key `order` out: an edition without an
        order is a draft and does not go on the site.

unknown-decision = no decision with the code `{ $id }` in decisions.yml
    .help = { HAS($nearest) ->
        [yes] perhaps `{ $nearest }` was meant
       *[no] add the decision to data/decisions.yml or mend the code
    }
    .explain =
        A decision that is not in decisions.yml

        A publication record names a decision by its code in data/decisions.yml. There is no
        such decision: it is not known what was posted, so the record proves nothing.

unknown-act = no act with the code `{ $id }` in acts.yml
    .help = { HAS($nearest) ->
        [yes] perhaps `{ $nearest }` was meant
       *[no] add the act to data/acts.yml or mend the code
    }
    .explain =
        A legal act that is not in acts.yml

        The key `replaced_by` names the act that replaced this one. data/acts.yml has no
        record with that code, and the reader is not told what applies now.

        Add the new act as a record of its own and name its code.

unknown-regulation = no regulation `{ $id }` on the site
    .help = { HAS($nearest) ->
        [yes] perhaps `{ $nearest }` was meant
       *[no] a regulation has the name of its folder in regulations; mend the name or add the folder
    }
    .explain =
        A regulation that is not there

        A regulation is named by its folder: regulations/sferum is "sferum". There is no
        such folder, or no edition in it, so clauses cannot be shown and deadlines cannot be
        counted.

unknown-edition = regulation `{ $regulation }` has no edition of { $date }
    .help = { HAS($known) ->
        [yes] the date of an edition is the name of its file; there are: { $known }
       *[no] the date of an edition is the name of its file
    }
    .explain =
        An edition that is not there

        An edition is named by the day from which it is in force, which is also the name of
        its file: regulations/sferum/2026-04-15.md. There is no file of this date.

        Right: "edition:sferum@2026-04-15" in a publication record, "sferum@2026-04-15#2.4"
        as the address of a clause.

regulation-not-named = it is not known whose clause { $address } is meant
    .help = { HAS($known) ->
        [yes] write the regulation before the number (`name#{ $address }`); the site has: { $known }
       *[no] the site has no regulation: add an edition to the folder regulations
    }
    .explain =
        An address without a regulation

        While the site has one regulation, the number is enough: "2.4". Where there are
        several, the name of the regulation, that of its folder, stands before it:
        "sferum#2.4".

        An instruction may name its regulation once, in front matter (regulation); numbers
        without a name then mean that one.

ends-before-it-begins = { HAS($until) ->
        [yes] the last day, { $until }, is before the first, { $from }
       *[no] the last day is before the first
    }
    .help = check both dates; most often the year is mistyped
    .explain =
        An end before the beginning

        The last day of an appointment, a position, an edition, a posting or a consent stands
        before its first. Such a record has no effect on any day: nobody is appointed, nothing
        is posted, no edition was in force.

        Where no first day is written, it is the date of the order.

## Rules: appointments

appointee-not-eligible = appointed without a suitable position on { $date }: { $person }{ HAS($position) ->
        [yes] , { $position }
       *[no] { "" }
    } (role: { $role })
    .help = who may be appointed: { $eligible }; if the person has such a position, add it to data/staff.yml, if not, another order is needed
    .explain =
        Somebody who may not be appointed to this role

        data/roles.yml says staff of which category may hold the role (eligible): the
        administrator of the platform, for one, is appointed from among the teaching staff.
        On the first day of the appointment, and today while it lasts, the person must have
        at least one position of such a category.

        A deputy head who also teaches is eligible: there are two positions, and both belong
        in data/staff.yml. Without one only a new order helps. Appointments that have ended
        are reported as notes.

question-unlike-answer = “{ $question }” and “{ $see }” speak of different things: they have no word in common
    .help = check that see names the right clause; if it does, add the word of the question to the synonyms of a term in data/terms.yml
    .explain =
        A question and the clause that answers it speak of different things

        The search learns the words of the questions in data/questions.yml and shows what see
        names to whoever asks in them. With a wrong number in see everybody who asks so is led to
        another clause. So the words of the question and of its other wordings (also_asked) are
        compared with those of the clause, of its heading and of the steps of instructions that
        rest on it. Words of the same meaning count as common; words that stand everywhere, such
        as “school” and “platform”, do not.

        Check the number in see. If the clause is right, add the word that people ask with to the
        synonyms of a term in data/terms.yml. A wording that has nothing in common with the clause
        nor with the other wordings is a question of its own.

question-not-found = the search does not show “{ $see }” among the first three for “{ $question }” (it shows: { $found })
    .help = add the word that people ask with to terms.yml, or check that see names the right clause
    .explain =
        A question does not find its answer

        Each question of data/questions.yml, and each other wording (also_asked), must find
        what see names among the first three results of the search. Otherwise a parent who
        asks in these words will not see the answer.

        Add the word that people ask with to synonyms of a term in data/terms.yml. If the
        clause has changed and no longer answers, mend see or take the line out.

role-vacant = nobody holds this role today: { $role }
    .help = an order of appointment is needed: add it to data/orders.yml
    .explain =
        A required role is vacant

        The role is marked in data/roles.yml as required (required: true), and nobody is
        appointed to it today: the appointment ended, the person left or there is no order
        yet. The page of responsible persons says so.

        Add the signed order to data/orders.yml. If the role may be vacant, take `required`
        out.

vacancy-ahead = from { $date } nobody holds this role: { $role } (the appointment ends: { $person })
    .help = prepare an order of appointment; when it is signed, add it to data/orders.yml
    .explain =
        A required role will be vacant

        The last known appointment to a required role ends, and no order appoints anybody
        from the next day. A substitute does not count: it stands in for somebody who is
        appointed.

        Sign the order in good time: it has ten working days of its own to be posted.

role-held-twice = from { $date } two hold one role, { $other } and { $person }: { $role }
    .help = if the earlier holder no longer answers for it, add "until: { $last }" to that appointment; if the new one stands in for a time, give it instead_of
    .explain =
        Two people in a role for one

        A new order does not end an earlier appointment by itself: the earlier record in
        data/orders.yml needs its last day (until). Until then it is not known who answers,
        and the site shows both.

        Wrong:
            - person: ivanova          # order of 2026-04-15
              role: administrator
        Right:
            - person: ivanova
              role: administrator
              until: 2026-06-15        # Petrova is appointed from 2026-06-16

        A substitute is no second holder: it names whom it stands in for (instead_of). If
        several may hold the role, write "holders: many" in data/roles.yml.

substitute-without-holder = { $person } stands in for somebody who is not appointed from { $date } ({ $holder }): { $role }
    .help = check instead_of and the periods of both appointments; if there is nobody to stand in for, an appointment to the role itself is needed
    .explain =
        Nobody to stand in for

        A substitute stands in for a person who is appointed to the role, and only while that
        person is. Here the person in instead_of is not appointed, or the appointment ends
        before the substitute's does.

        If the earlier holder no longer answers for it, appoint the new one to the role
        itself, without instead_of.

## Rules: deadlines and posting

document-not-posted = { $removed ->
        [yes] taken down
       *[no] not posted
    }: { $kind } of { HAS($edition) ->
        [yes] { $edition } (order of { $signed })
       *[no] { $signed }
    }{ HAS($number) ->
        [yes] , No. { $number }
       *[no] { "" }
    }; { $passed ->
        [yes] ten working days ended on { $work_by }
       *[no] to be posted by { $work_by }
    }{ $exact ->
        [no] { " " }(approximate)
       *[yes] { "" }
    }
    .help = post the document and add a record "document: { $document }" with the date to data/publications.yml
    .explain =
        A signed document that is not posted

        By item 16 of the rules of the Government's resolution of 20.10.2021 No. 1802 the
        official site is brought up to date within ten working days, counted from the day
        after signing. Decisions, orders and editions that have effect need a publication
        record, and one that was not ended by taking the document down (removed).

        Right:
            - document: order:prikaz-2026-132
              date: 2026-04-16
              by: site-editor

        What no longer has effect and was never posted is a note; what was taken down after
        it lost effect is in order.

deadline-missed = the deadline of clause { $clause } for { $school_year } passed on { $due }, not posted: { $missing }
    .help = post the documents and record the day in data/publications.yml; if they are posted, only the record is missing
    .explain =
        A deadline passed with nothing posted

        The regulation asks that certain documents stand on the official site by a day:
        information on the decision and the order of appointment by 1 May of the school
        year. The day has passed, and there are no publication records.

        A deadline does not move when it falls on a day off. What is posted later is shown
        by its dates as they are. A missed deadline is reported until that of the next
        school year.

deadline-partial = the deadline of clause { $clause } for { $school_year } passed on { $due }, done in part; not posted: { $missing }
    .help = post what is missing and record the day in data/publications.yml; if it is posted, only the record is missing
    .explain =
        A deadline passed with only some documents posted

        By the deadline all the documents must stand on the official site. Some do, others
        do not: it was met in part.

        The order that counts is the one by which the role is held on the due day. A document
        taken down by the end of that day does not count.

deadline-near = { $days ->
        [0] today, { $due }, is the last day of the deadline of clause { $clause }
        [one] { $days } day to the deadline of clause { $clause } ({ $due })
       *[other] { $days } days to the deadline of clause { $clause } ({ $due })
    }; not posted: { $missing }
    .help = { $passed ->
        [yes] the day to post it by has passed already: { $work_by }; post it at once and record it in data/publications.yml
       *[no] post it by { $work_by } and record it in data/publications.yml
    }
    .explain =
        A deadline is near and something is missing

        The deadline is at most thirty days away. Post by the last working day before it:
        1 May is always a day off. A document signed lately has a second clock, ten working
        days after signing; the day that is named is the earlier one.

unfilled-calendar-year = calendar.yml lacks { $year }, so the date { $date } is approximate
    .help = add the days off and working days of { $year } to data/calendar.yml once the Government has set them
    .explain =
        A year of the working calendar that is not filled in

        Working days are counted by data/calendar.yml. A year that is not there is never
        guessed: only Saturdays and Sundays count as days off, and the site says that the
        date is approximate.

        Fill in the whole year: holidays and moved days off in days_off, working Saturdays in
        working. The Government moves days off every year, usually in autumn; until November
        this is only a note.

        Right:
            years:
              2028:
                days_off: [2028-01-03, 2028-01-04]
                working: [2028-04-29]

## Rules: editions

edition-without-order = the edition of { $date } is a draft: its front matter names no order
    .help = when the order is signed, name it under `order`; if a draft is meant, write "draft: true"
    .explain =
        An edition without an order

        A regulation is put in force by an order of the director. An edition that names none
        is a draft: it does not go on the site and is seen in the preview only.

        Right:
            ---
            title: Regulation on the use of the platform
            order: prikaz-2026-132
            ---

edition-before-order = the edition is in force from { $date }, but order No. { $number } was signed on { $signed }
    .help = check the name of the file and the date of the order: an edition cannot be in force before its order is signed
    .explain =
        An edition in force before its order was signed

        The name of an edition's file is its first day in force. The order that puts it in
        force was signed later, and cannot do so for days gone by.

        Often the file bears the day of the pedagogical council. Rename it: the date is the
        one from which the regulation is in force.

edition-gap = from { $from } to { $until } no edition of the regulation `{ $regulation }` is in force
    .help = check in_force_until; if one edition followed the other without a break, take the key out
    .explain =
        A gap between editions

        The edition has a last day in force, and the next one begins later than on the day
        after. So there was no regulation on those days.

        As a rule in_force_until is not needed: an edition ends by itself on the eve of the
        next. It is needed when a regulation lost force without a successor.

edition-overlap = the edition claims to be in force until { $until }, but the next begins on { $next }
    .help = take in_force_until out: an edition ends by itself on the eve of the next
    .explain =
        Two editions on one day

        On each day one edition is in force. The last day of this one stands after the first
        day of the next. The site shows the later edition, but the date says otherwise.

clause-repeated = number { $number } stands twice in the text
    .help = compare it with the signed copy: a link to it leads to the first place only
    .explain =
        A clause number that repeats

        A clause with such a number cannot be cited: it is not clear which of the two is
        meant. Most often it is a slip made while copying.

        Numbers are never changed: a regulation is printed as it was adopted. If the signed
        copy repeats the number too, allow it in site.yml (allow: clause-repeated);
        the second place then has an anchor of its own.

clause-skipped = missing before number { $number }: { $missing }
    .help = compare with the signed copy: a clause may have been lost while copying
    .explain =
        A gap in the numbers

        Something is missing between two numbers, and that number is nowhere in the text. A
        clause may have been lost when the text came from Word or PDF.

        If the signed copy has the gap too, leave the numbers: an adopted regulation is not
        renumbered. Allow it in site.yml (allow: clause-skipped).

clause-out-of-order = number { $number } stands after { $after }
    .help = compare the order of clauses with the signed copy
    .explain =
        Numbers out of order

        A clause with a smaller number stands after one with a greater. Clauses may have
        changed places while copying, or there is a slip in the number.

        Neither order nor numbers are changed.

clause-in-wrong-section = clause { $number } stands under number { $section }
    .help = check the number of the clause; the heading of its section may be lost
    .explain =
        A clause in another section

        The number of a clause begins with that of the section or clause it stands in: 2.1
        and 2.2 in section 2. This one does not: there is a slip in the number, or the
        heading of its section is lost.

approval-missing = not recorded for the edition of { $date }: { $missing }
    .help = write the body, the number and the date of the protocol into the front matter, under approval
    .explain =
        No record of adoption

        Local acts are adopted as the charter says; where they touch the rights of pupils,
        parents or staff, the opinion of their councils is taken into account (article 30 of
        the Federal Law of 29.12.2012 No. 273-FZ). The numbers and dates of the protocols stand
        on the page of the edition, and inspectors ask for them.

        An opinion is asked for only where the text itself speaks of it. For editions no longer
        in force this is a note.

        Right:
            approval:
              - act: adopted
                body: педагогическим советом
                protocol: "5"
                date: 2026-03-27

approval-after-order = { $what }: the date { $date } is later than order No. { $number } of { $signed }, which put the edition in force
    .help = compare both dates with the signed papers
    .explain =
        Adopted after it was put in force

        An order puts in force what has been adopted. If the protocol is later than the order,
        one of the dates is wrong, or the procedure was not kept, and norms adopted in breach
        of the procedure do not apply (273-FZ, article 30, part 4).

order-without-file = order No. { $number } of { $date } has no signed file
    .help = put the signed paper into files/ and name it in the record: "file: files/{ $id }.pdf"
    .explain =
        An order without its signed paper

        The page of an order shows its text. What proves it is the signed document: a scan with
        signature, date and number, or an electronic document with its signature file
        (explanations of Rosobrnadzor of 11.11.2024).

        Orders of a day still to come are not reported.

posted-before-signed = { $kind } is recorded as posted on { $posted }, but was signed on { $signed }
    .help = compare the two dates; only what is signed can be posted
    .explain =
        Posted before it was signed

        The publication record is dated before the document itself: one of the dates is wrong.
        Deadlines are counted by these dates and shown on the site. An edition counts as signed
        on the day of the order that puts it in force.

posted-file-differs = { $kind }: the site has not what was posted, for the checksum differs
    .help = bring back the former file or text; if a new one is posted, record it with the sum { $found }
    .explain =
        The site has not what was posted

        The publication record names a checksum (sha256), and what lies in the site now has
        another: the file or text has changed since it was posted. The sum is noted to prove
        which document that was.

        Compared are the file of `file:…`, the signed file of `order:…`, and of `edition:…` the
        signed file of its order or, where the sum begins with `v1:`, the text. A decision has
        no file, so its sum is not looked at. The page of an order shows the sum of its file;
        `sha256sum FILE`, or `certutil -hashfile FILE SHA256` on Windows, tells it as well.

posted-late = { $kind }: posted on { $posted }, but the ten working days after signing on { $signed } ended on { $work_by }
    .help = what is past cannot be mended; check the date, and post new documents sooner
    .explain =
        Posted after ten working days

        By item 16 of the rules of the Government's resolution of 20.10.2021 No. 1802 the
        official site is brought up to date within ten working days, counted from the day after
        signing by data/calendar.yml. This document was posted later.

        What is not posted at all is document-not-posted.

holder-has-left = { $after ->
        [yes] the appointment begins after the last day of work
       *[no] the appointment is not ended although the person has left
    }: { $person }, until { $left } (role: { $role })
    .help = { $after ->
        [yes] check whether it is the right person, and the date left in data/staff.yml
       *[no] let the appointment end (until) by { $left }; if there is no order that ends it, there should be
    }
    .explain =
        An appointment that runs on after its holder has left

        data/staff.yml has the last day of work (left), and the appointment in data/orders.yml
        is longer or has no last day. The site ends it by itself, but by the papers the person
        still answers. Reasons for leaving are never given.

appointment-before-order = the appointment begins on { $from }, before order No. { $number } of { $signed }: { $person }
    .help = compare the dates with the order; an order has no effect before it is signed
    .explain =
        An appointment that begins before its order

        Nothing but an order appoints, and until it is signed it has no effect. On the site the
        appointment begins with the date of the order.

appointment-not-in-text = the text of order No. { $number } does not name the appointed: { $person }
    .help = compare the record in data/orders.yml and the text { $path } with the signed order
    .explain =
        The text of an order does not name who is appointed

        The order has a text of its own in orders/. The record in data/orders.yml appoints
        somebody whose surname the text does not have in any case. The order appoints, not the
        record: they must agree.

act-not-applied = "{ $act }" no longer applies, { $last } was its last day{ HAS($by) ->
        [yes] ; in its place: "{ $by }"
       *[no] { "" }
    }
    .help = { $signed ->
        [yes] an edition in force is not edited: prepare an amendment, or if the act was prolonged, mend data/acts.yml
       *[no] { HAS($by) ->
            [yes] refer to the new act, or name it beside the old one
           *[no] take the reference out, or find what took its place and add it to data/acts.yml
        }
    }
    .explain =
        A reference to an act that no longer applies

        In data/acts.yml the act's last day (until) has passed, or it was replaced by another
        (replaced_by) that already applies. Editions in force today, instructions, answers and
        meanings of terms are looked at. Where the new act is named in the same paragraph, the
        text knows.

term-defined-twice = "{ $term }" is defined twice
    .help = keep one definition; give different things different names
    .explain =
        One name defined twice

        Two records of data/terms.yml have the same term or abbreviation, or an edition says
        «(далее — …)» twice of one word. The reader cannot tell which meaning is meant.

term-never-used = the term "{ $term }" stands nowhere
    .help = take it out of data/terms.yml, or check what the texts call the thing
    .explain =
        A term that no text has

        Neither the term nor its abbreviation stands, in any case, in an edition, instruction,
        order, decision, question or the meaning of another term. Ordinary pages are not looked
        at.

abbreviation-not-defined = the abbreviation "{ $word }" is not explained anywhere
    .help = explain it where it stands first, «(далее — { $word })», or add it to data/terms.yml
    .explain =
        An abbreviation without its words

        An edition has an abbreviation in capitals that stands neither in data/terms.yml nor in
        «(далее — …)» nor in brackets beside its full words. What everybody knows (РФ, ФИО,
        СМИ) does not count. A signed text is not edited: there a record in data/terms.yml
        helps.

names-differ = "{ $form }" is the same as "{ $usual }", written otherwise
    .help = choose one spelling for the whole text; in a signed edition only a new one mends it
    .explain =
        One name written in several ways

        The names differ only by alphabet, hyphen, quotation marks or capitals:
        «VK-мессенджер» and «ВК Мессенджер». In an act two names may mean two things, and a
        search for one does not find the other. Case endings do not count. The rarer spelling
        is shown.

open-ended-item = the item "{ $text }" names nothing
    .help = end the list without it, or say what it is about
    .explain =
        An item that says "and so on"

        The whole item is «и др.», «и т. д.» or «и прочее». Nobody can tell from it what the
        duty is, and nobody can refer to it. In a signed text it stays until the next edition.

instruction-unbound = the instruction "{ $title }" is bound to no clause
    .help = list in its front matter the clauses it tells how to follow: "implements: ["2.4/7"]"
    .explain =
        An instruction bound to nothing

        The front matter has no implements. No link leads to it from the clause, it does not
        show the text of the clause, and nobody will think of it when the clause changes.

clause-without-instruction = { HAS($items) ->
        [yes] the instructions do not tell all of clause { $clause }: items { $items } are left out
       *[no] no instruction tells how to follow clause { $clause }
    }
    .help = add steps to an instruction and the address to its implements; if there is nothing to explain, leave it
    .explain =
        A clause with duties and no instruction

        A role of data/roles.yml carries the clause, or it says «обязаны», «следующие задачи».
        No instruction names it in implements or refers to it. If an instruction takes the
        clause item by item, the items that it leaves out are named. Editions in force whose
        regulation has instructions are looked at.

contact-without-basis = { $fault ->
        [category] the basis "1802-10" does not fit here
        [consent] the day of consent is not recorded
       *[none] the contact has no basis
    }: { $person }, { $what }
    .help = { $fault ->
        [category] item 10 of the rules No. 1802 names the head and the deputies; others must consent: "basis: consent" and its date
        [consent] add "consent: date: …" or take the contact out
       *[none] record the basis or take the contact out; the site will not show it
    }
    .explain =
        A contact without a legal basis

        Without consent, only the telephones and mail of the head and the deputies are
        published (item 10 of the rules of the Government's resolution of 20.10.2021 No. 1802).
        Others consent to distribution (152-FZ, article 10.1).

        A contact without a basis, without a date of consent or with a basis that the position
        does not give is not shown.

attachment-empty = the file "{ $path }" is empty
    .help = copy it once more: it has no bytes
    .explain =
        An empty file

        The file lies in the content folder and has nothing in it: a copy was broken off, or
        the file is still in the cloud.

attachment-kind = a browser cannot open the file "{ $path }"
    .help = put a PDF of the same name beside it; the { $kind } file may stay for download
    .explain =
        A file that browsers do not open

        Files of word processors, archives and the like open in no browser and often not at all
        on a telephone. Items 23 and 25 of Rosobrnadzor's order of 04.08.2023 No. 1493 ask that
        text can be read and searched in a browser without further programs.

        A file to fill in may stay: with a PDF or a page of the same name beside it all is
        well. Signature files (.sig, .p7s) do not count.

attachment-unreadable = { $fault ->
        [locked] the file "{ $path }" opens with a password only
       *[broken] the file "{ $path }" does not open: it is no { $kind }, or it is broken
    }
    .help = { $fault ->
        [locked] save it without a password and put it here again
       *[broken] open the file yourself; if it does not open, copy or save it once more
    }
    .explain =
        A file that does not open

        Inside is something else than its name says: a copy was broken off, a page of an error
        was saved instead, the file was renamed rather than saved anew. Or it is protected by
        a password that visitors do not have. There is a link to it, and nobody can read it.

        PDF, files of Word, Excel, PowerPoint and OpenDocument, and pictures are looked at.

attachment-not-examined = the file "{ $path }" was not looked into: { $reason ->
        [long] it has { $size } MB, and files up to { $limit } MB are read
        [dense] it is small when packed and far too large inside
       *[protected] it is protected in an unknown way
    }
    .help = { $reason ->
        [long] save it for the screen, a tenth of the size will mostly do; look for personal contacts in it yourself
       *[other] open it and see for yourself that it holds no personal contacts
    }
    .explain =
        A file that was not looked into

        Personal contacts and names of authors are looked for in files. This one was not read,
        or not to its end, and silence about it means nothing: look yourself. It goes on the
        site as it is.

        A large file is slow to open on a telephone as well.

attachment-contact = { $what }{ HAS($like) ->
        [yes] {" "}({ $like })
       *[no] {""}
    } in the file "{ $path }"{ HAS($page) ->
        [yes] , page { $page }
       *[no] {""}
    }
    .help = replace the file by a copy without that line; contacts of the school belong in site.yml, those of staff with their basis in data/staff.yml
    .explain =
        A personal contact in a file

        The words of the file have a mobile number, mail at a free provider, an address with a
        flat, an invitation to a chat, or a contact of staff that may not be shown. Search
        engines read files as well as pages. Personal data is published only with the person's
        consent to distribution (152-FZ, article 10.1).

        Mostly it is the line «Исп.» at the foot of an order, or an application with contacts
        of the administrator: such copies are not for the site. The contact is hidden in the
        finding, only its end is shown.

        Contacts of the school in site.yml and contacts of staff with a basis may stand in
        files. PDF with text, files of Word, Excel, PowerPoint and OpenDocument, txt, csv and
        html are looked at; scans have no words, look through them yourself.

attachment-author = the properties of the file "{ $path }" name an author: { $names }
    .help = { $kind ->
        [pdf] clear the properties of the source document (File → Info → Inspect Document) and save the PDF anew
       *[other] remove the author: File → Info → Inspect Document → Document Properties and Personal Information
    }
    .explain =
        The properties of a file name its author

        Word, Excel and others write the name of whoever is signed in into the file, and it
        stays when a PDF is saved. Anybody can read it, and that person does not know.

        Names of those on the staff today (data/staff.yml) are let go, since they are public
        anyway, and so are names of programs, offices and "User".

attachment-without-text = the file "{ $path }" has no text, only pictures
    .help = save the PDF from its source document or have the scan recognised; leave it if the text stands on a page of the site
    .explain =
        A file without text

        The pages of the PDF are pictures (a scan), or its letters turn into nonsense when
        copied. Nothing can be found in such a file, and no program reads it to a blind person.
        Items 23 and 24 of Rosobrnadzor's order of 04.08.2023 No. 1493 ask for text that can be
        searched and copied.

        The signed file of an order may be a scan: its text stands on the page of the order, so
        such files are let go.

heading-level-skipped = a heading of level { $level } stands right after level { $before }
    .help = take out number signs: each level is followed by the next; the title of the page is the first
    .explain =
        A heading level is skipped

        Who reads by ear goes from heading to heading, and a missing level sounds like a lost
        part. On the page the levels are mended, but parts may hang together otherwise than
        meant.

        Wrong:
            ## Общие положения
            #### Порядок

image-without-text = the image "{ $image }" has no text alternative
    .help = say in the square brackets what it shows: "![Вход в личный кабинет]({ $image })"
    .explain =
        An image without words

        Who does not see the image, or has images switched off, gets nothing in its place. The
        Government's resolution of 07.02.2026 No. 102 (item 2, "г") and Rosobrnadzor's order
        No. 1493 (item 25) ask for words. The name of the file is not a description.

link-says-nothing = { HAS($text) ->
        [yes] the words of the link, "{ $text }", do not tell where it leads
       *[no] the link to "{ $link }" has no words
    }
    .help = name what it leads to: "[приказ от 15.04.2026 № 132](…)"
    .explain =
        A link that says nothing

        «Здесь», «скачать», "more" would fit any link. Who hears the links one after another
        does not learn what is behind them. The Government's resolution of 07.02.2026 No. 102
        (item 2, "ж") asks for a clear purpose.

word-residue = { $what } ("{ $sign }"){ $count ->
        [one] { "" }
       *[other] , { $count } places in all
    }
    .help = { $what-key ->
        [word-residue-cut] join the word in one line
        [word-residue-dash] put a hyphen without gaps
        [word-residue-link] take the line out
        [word-residue-lost] write the letter as the signed paper has it
       *[other] delete the character; if it cannot be seen, type the word anew
    }
    .explain =
        What Word or PDF left in the text

        Pasting from Word and PDF leaves glyphs of symbol fonts (an empty box elsewhere), soft
        hyphens and invisible characters inside words (which no search finds then), words cut
        at the end of a line, dashes for hyphens, lost letters, lines "mailto:…". Each kind is
        told once a file.

        Bullets at the head of a line of a regulation are read as list items; word-bullet tells
        of them.

mixed-alphabets = in "{ $word }" there are { $alphabet }: { $letters }
    .help = type the word anew, in one keyboard layout
    .explain =
        Russian and Latin letters in one word

        Letters that look the same are not: no search finds the word, and a screen reader
        spells it. A single Latin "c" or "o" in the place of a Russian preposition is found
        too. A Latin name with a Russian ending (MAXе) and words joined by a hyphen are left
        alone.

ocr-residue = "{ $word }" looks like a Russian word that was recognised as Latin
    .help = write the word as the signed paper has it
    .explain =
        A trace of bad recognition

        So a scanner's program reads Russian words in Latin letters: HPHHIITO is «ПРИНЯТО».
        Such text can be neither found nor copied, as items 23 and 24 of Rosobrnadzor's order
        No. 1493 ask.

personal-contact = { $what } in public text
    .help = take it out; contacts of the school belong in site.yml, those of staff with their basis in data/staff.yml
    .explain =
        A personal contact in public text

        A text that the site will show has a mobile number, mail at a free provider, an address
        with a flat, an invitation to a chat, or a contact of staff that may not be shown.
        Personal data is published only with the person's consent to distribution (152-FZ,
        article 10.1), and an invitation lets anybody in.

        Contacts of the school in site.yml, contacts of staff with a basis, and addresses that
        data/terms.yml and data/acts.yml speak of may stand in texts.

reason-of-absence = a reason of absence or leaving is given: "{ $words }"
    .help = leave the reason out: «на период временного отсутствия», «полномочия прекращены с …»
    .explain =
        A reason of absence or leaving

        Illness, parental leave, dismissal are private, and nobody needs the reason to know
        whom to ask. Orders, decisions, staff, roles, answers, instructions and pages are looked
        at; words in quotation marks and general rules ("if somebody is on leave …") are not
        meant.

email-as-site = "{ $address }" is mail, but is called a site
    .help = call the address mail, or give the address of the site
    .explain =
        Mail called a site

        Among the addresses after the word «сайт» there is one with @. It cannot be opened as a
        site: either another address belongs here, or the text has to say that it is mail.

duty-reversed = { $duty ->
        [yes] it says that people are obliged to "{ $words }"
       *[no] "{ $words }" after a ban says the opposite
    }
    .help = { $duty ->
        [yes] probably «не» is lost; compare with the signed text
       *[no] take out «не» or change the lead line; compare with the signed text
    }
    .explain =
        A duty that reads as its opposite

        By the text people are obliged to break, disclose or do something unlawful, or it is
        forbidden not to do what is right. Usually a «не» is lost or stands in excess. In a
        signed text only a new edition mends it.

        Wrong:
            обязаны:
            - осуществлять незаконный сбор персональных данных

duty-without-clause = "{ $word }" without a clause
    .help = name beside it the clause that obliges, or say it otherwise: "open", "check"
    .explain =
        A duty without its basis

        An explanation (force: explanation) is no local act and adds no duties. The word
        «обязан» needs, in the same step or paragraph, the clause, law or order that obliges.

misspelt-phrase = "{ $phrase }" is probably a slip
    .help = perhaps "{ $word }" was meant; compare with the signed text
    .explain =
        A slip in a set phrase

        The word is one or two letters away from the one that always stands in this phrase:
        «образовательной длительности» for «деятельности». A spelling checker passes it where
        the word exists.

words-disagree = the words "{ $words }" do not agree
    .help = check the case: adjective and noun stand in different ones
    .explain =
        Adjective and noun in different cases

        An adjective in «-ых» or «-ыми» stands right before a noun in «-ам»: they cannot belong
        together. Usually the sentence was changed and not read again.

## Documents and categories of staff

word-document-decision = information on the decision
word-document-order = order
word-document-edition = edition of the regulation
word-document-file = file
word-approval-adopted = adoption
word-approval-opinion = opinion taken into account
word-approval-agreed = agreement
word-contact-phone = telephone
word-contact-email = mail
word-contact-room = room
word-contact-flat = home address
word-contact-invitation = invitation link
word-alphabet-latin = Latin letters
word-alphabet-cyrillic = Russian letters
word-residue-glyph = a glyph of a symbol font
word-residue-soft-hyphen = a soft hyphen
word-residue-invisible = an invisible character
word-residue-lost = a lost letter
word-residue-cut = a word cut by the end of a line
word-residue-dash = a dash for a hyphen
word-residue-link = a leftover of a link
word-required-decision = information on the decision
word-required-order = order of appointment
word-required-edition = edition in force
word-category-management = heads and deputies
word-category-teaching = teaching staff
word-category-support = other staff

## Kinds of values (for wrong-type) and months (for no-such-day)

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

word-unreadable-link-outside = it is a link out of the folder content
word-unreadable-link-loop = it is a link to the folder that it is in
word-unreadable-link-to-nothing = it is a link that leads to nothing
word-unreadable-name = its name has characters that are not allowed
word-unreadable-not-a-file = it is neither a file nor a folder
word-unreadable-rights = there is no right to read it
word-unreadable-gone = it went away while the folder was being read
word-unreadable-busy = another program is using it

## Labels of places

label-first = first here
label-page = the page on which it happened
label-document = the document is here
label-earlier-appointment = earlier appointment here
label-next-edition = next edition here
label-order = the order is here
label-person = the person's record is here
label-act = the record of the act is here
label-usual = the usual spelling is here
label-order-text = the text of the order is here
label-role = the role is here

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

## Commands

cli-about = A section of a school's website from regulations, instructions, orders and deadlines; any other markdown documentation as well
cli-about-build = Build the site; with errors nothing is written
cli-about-check = Check all that a build checks and write nothing
cli-about-status = Show where the deadlines stand, what to post and who answers for what
cli-about-draft = Print the draft of an order of appointment with its acquaintance sheet
cli-about-sheet = Print what an inspector asks for: orders, posting, minutes, each with its proof
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
cli-value-file = FILE
cli-value-number = NUMBER
cli-value-roles = ROLE[=PERSON]

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
cli-arg-single = Write all into one HTML file instead of a site, styles and search in it
cli-arg-fragment = Write texts for pasting in a CMS editor into a folder instead of a site: no scripts, no styles
cli-arg-links-to = Address where the texts will be; {"{"}page{"}"} in it becomes the name of a text (default: names of files)
cli-arg-timings = Show how long each part of the work took
cli-arg-code = Code from a message, unknown-key for example; without one, the list of all
cli-arg-schema-folder = Folder for the schemas; made if it is not there
cli-arg-command = Name of a command
cli-arg-paper-to = Write into a file: .html for printing, .txt for text (default: text to the screen)
cli-arg-draft-roles = A role and whom to appoint to it, by their codes in roles.yml and staff.yml; without a person, whoever holds it now; without roles, all required ones
cli-arg-draft-substitute = Appoint for the time of absence of the holder
cli-arg-draft-from = First day (default: the day of the order)
cli-arg-draft-until = Last day; return: until the holder comes back
cli-arg-draft-date = Date of the order (default: a line to fill in)
cli-arg-draft-number = Number of the order (default: a line to fill in)

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

cli-no-root = there is no folder `{ $path }`
cli-not-folder = `{ $path }` is not a folder
cli-no-root-help = go to the project folder or name it: --root FOLDER
cli-out-holds = the site cannot be written to `{ $path }`: the sources are there (`{ $other }`)
cli-out-inside = the site cannot be written to `{ $path }`: it is inside the folder of sources (`{ $other }`)
cli-out-help = name a folder of its own for the site: --out FOLDER
cli-too-many = `{ $path }` has too many files and folders for a site: more than 250,000
cli-too-much = `{ $path }` has too much text for a site: more than 2 GB
cli-too-much-help = see whether this is the right folder; name the project folder: --root FOLDER
cli-bad-epoch = the variable SOURCE_DATE_EPOCH is not a number of seconds: `{ $value }`
cli-bad-epoch-help = unset the variable or name the day: --today 2026-04-30
cli-no-day = the clock shows a day that cannot be
cli-no-day-help = see to the computer's clock or name the day: --today 2026-04-30
cli-bad-day-help = write the day like this: --{ $option } 2026-04-30 or --{ $option } 30.04.2026
cli-disk = { $path }: { $reason }
cli-disk-help = see whether the folder is there, whether you may write into it and into the folder above it, and whether another program holds files of the site open
cli-disk-mounted-help = name a folder inside it for the site: --out FOLDER/site
cli-disk-full-help = free some space; the previous site is as it was
cli-reason-missing = there is no such file or folder
cli-reason-rights = no right to read or write it
cli-reason-read-only = the disk is read-only
cli-reason-full = the disk is full
cli-reason-too-large = the file is too large for this disk or for the limits set here
cli-reason-busy = another program is using it
cli-reason-mounted = the folder cannot be exchanged as a whole: it seems to be a disk or a mounted folder
cli-reason-not-folder = a file stands where a folder should
cli-stdout = the result cannot be printed: { $reason }
cli-not-ours = folder `{ $path }` is not empty, and the site in it is not by svod
cli-not-ours-help = name another folder (--out FOLDER); if it is this one, add --take-over: files of others stay, those named like files of the site are replaced
cli-busy = another build is writing to `{ $path }`
cli-busy-help = wait for its end and try again
cli-strange = folder `{ $path }` is needed for the build and has files of others
cli-strange-help = rename it or move it elsewhere
cli-in-the-way = files of others stand in place of files of the site: { $paths }{ $more ->
        [0] { "" }
       *[other] {" "}and { $more } more
    }
cli-in-the-way-help = rename or remove them; to replace them with files of the site, add --take-over
cli-foreign = other files with these names are there already and were left alone: { $paths }
cli-foreign-help = name another folder or remove these files
cli-paper-written = Written: { $path }
cli-paper-kind = the name of the file { $path } does not tell what to write
cli-paper-kind-help = give a name with .html, for printing, or with .txt, for text
cli-paper-inside = the file { $path } would lie in the folder { $other }, which goes to the site
cli-paper-inside-help = name another folder: this paper is not for the site
cli-paper-there = the file { $path } is there already and was left alone
cli-paper-there-help = give another name, or remove that file
cli-bound-inside = “{ $path }” is inside the folder “{ $other }”, which goes to the site
cli-bound-inside-help = name a place outside that folder
cli-bound-unchanged = Nothing was written: mend the errors first.
cli-single-done = Done: { $path }, { $documents ->
        [one] { $documents } document
       *[other] { $documents } documents
    } in one file, { $size } KB.
cli-fragment-done = Done: { $path }, { $files ->
        [one] { $files } text
       *[other] { $files } texts
    } for pasting, { $size } KB. index.html lists them, all.html has all.
cli-fragment-links = Links between texts lead to names of files. If pages of the CMS are named otherwise, give the address: --links-to ADDRESS
cli-bound-unlinked = { $count ->
        [one] { $count } link to a file became
       *[other] { $count } links to files became
    } words, since the site does not know its address. Write base_url in site.yml to keep them.
cli-fragment-site = the folder “{ $path }” holds a site; texts for pasting were not written into it
cli-fragment-site-help = name another folder for them
cli-links-to = --links-to: “{ $value }” is no address of a page
cli-links-to-help = give it in full (https://…) or from the root of the site (/…), such as https://school.example/sferum/{"{"}page{"}"}
cli-no-paper = the paper was not printed: templates of the theme have faults
cli-no-paper-help = mend them, or remove your own templates paper.html, draft and sheet
cli-draft-role = there is no role “{ $value }” in data/roles.yml{ HAS($nearest) ->
        [yes] ; { $nearest } may have been meant
       *[no] ; there are: { $known }
    }
cli-draft-person = there is no person “{ $value }” in data/staff.yml{ HAS($nearest) ->
        [yes] ; { $nearest } may have been meant
       *[no] ; there are: { $known }
    }
cli-draft-role-help = write it like this: svod draft ROLE=PERSON
cli-draft-left = { $person } does not work here any more on that day: the last day was { $date }
cli-draft-left-help = appoint somebody else, or correct left in data/staff.yml
cli-draft-nobody = there is nobody to replace: on that day nobody is appointed to the role “{ $role }”
cli-draft-nobody-help = leave out --substitute, or name another day: --from DATE
cli-draft-himself = { $person } holds this role (“{ $role }”) already and cannot replace themselves
cli-draft-himself-help = say who replaces: svod draft ROLE=PERSON --substitute
cli-draft-who = it is not said who replaces the holder of the role “{ $role }”
cli-draft-no-roles = there is nobody to appoint: data/roles.yml has no required roles
cli-draft-not-eligible = Look again: { $person }{ HAS($position) ->
        [yes] , { $position }
       *[no] { "" }
    } cannot be appointed to the role “{ $role }” on that day. Who can: { $eligible }.
cli-draft-no-accusative = The appointments stand in an annex: data/staff.yml has no name in the accusative (name_accusative) for { $names }.

cli-progress-reading = Reading files
cli-progress-parsing = Reading texts
cli-progress-joining = Joining pages
cli-progress-checking = Checking
cli-progress-producing = Making pages and the search
cli-progress-writing = Writing

cli-timings-all = All in all
cli-seconds = { $seconds } s
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
cli-status-errors = { $count ->
        [one] The files have { $count } error
       *[other] The files have { $count } errors
    }, so this may not be complete. See svod check
cli-schemas = { $count ->
        [one] { $count } schema
       *[other] { $count } schemas
    } written to { $path }.

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
status-period = from { $from }{ HAS($until) ->
        [yes] { " " }to { $until }
       *[no] { "" }
    }
status-substitute = { $name }, replacing { $instead }
status-return = the day of return
status-nobody = nobody is appointed
status-lacking = What is missing
status-vacant = nobody is appointed to a required role: { $role }
status-no-file = no signed file: { $order }
status-no-calendar = the working calendar of { $year } is not filled in (data/calendar.yml)

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
explain-unknown = { HAS($nearest) ->
        [yes] no code `{ $code }`; perhaps { $nearest } was meant
       *[no] no code `{ $code }`; svod explain lists all
    }

## Preview

cli-about-serve = Show the site in a browser; every save is seen at once
cli-arg-port = Port (default: 8017 or the next free one)
cli-arg-address = Network address; without it the preview is seen on this computer alone
cli-arg-open = Open the browser at once
cli-value-port = PORT
cli-value-address = ADDRESS

serve-address = Preview: { $url } (press Ctrl+C to end)
serve-other-port = Port { $port } is taken, so the address is not the usual one.
serve-network = Mind: the preview, drafts and all, can be seen by everybody in the network. Usually it is wanted on this computer alone: run svod serve without --address.
serve-no-browser = The browser could not be opened: open the address yourself.
serve-ready = The site is ready in { $spent } ms.
serve-updated = { $paths }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }: updated in { $spent } ms.
serve-polling = The system does not report changes in this folder (as happens on network drives and in cloud folders). From now on the folder is looked at several times a second.
serve-content-gone = the content folder is gone
serve-content-gone-help = put it back; until then the old site is shown
serve-broken = the program has broken off, and the site is not updated
serve-broken-help = the old site is shown; save the file once more, and if it happens again, report it with this file
serve-no-port = cannot take the address { $address }: { $reason }
serve-no-port-help = give another port (--port) or run without --port: a free one will be found
serve-reason-port = another program has taken it
serve-reason-address = this computer has no such address
serve-more = …and { $count } more
serve-counts = { $parts }
serve-clean = Nothing found
serve-panel = Findings
serve-bar = Preview
serve-explain = What this means
serve-day = Show as on
serve-today = As today
serve-old = The page is shown as it was before the error. Mend the error, and it will be updated by itself.
serve-not-published = With these errors the site will not be built.
serve-no-page = There is no such page
serve-no-page-help = It may have been renamed or not written yet. As soon as it is there, it will open here by itself.
serve-home = To the home page
serve-help = What to do
