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

missing-attachment = the link leads to file `{ $link }`, which is not there
    .help = { HAS($nearest) ->
        [yes] perhaps `{ $nearest }` was meant
       *[no] put the file there or take the link away; signed documents are kept in the folder files
    }
    .explain =
        A link to a file that is not there

        A document or picture should open, but the site has no such file. Names are compared
        exactly, the ending too: "order.PDF" and "order.pdf" are different files.

        Put the file into the folder files and check its name in the link.

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

## Kinds of values (wrong-type), months (no-such-day), reasons (unreadable)

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

## Labels of places

label-first = first here

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
