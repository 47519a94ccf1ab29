//! Every kind of record of the contract: site settings, data files and front matter.

use crate::base::{Address, Date, SchoolYear, UtcOffset};

use super::values::choice;
use super::{ByYear, DocumentRef, Due, Id, Requirement, Several, Text, Until, record};

choice! {
    /// How much the public deadline panel says.
    PanelMode {
        /// Due date and posting dates side by side.
        Dates = "dates" / "даты",
        /// Also counts days.
        Full = "full" / "полностью",
    }
    /// Where the inspector's sheet goes.
    InspectorMode {
        /// Printed by the program, outside the site.
        Local = "local" / "отдельно",
        /// A page of the site.
        Public = "public" / "на сайте",
    }
    /// Whether former holders of a role are named.
    FormerStaff {
        /// Periods without names.
        Hide = "hide" / "скрывать",
        /// With names.
        Show = "show" / "показывать",
    }
    /// The letters of the site.
    Font {
        /// Those of the reader's device.
        System = "system" / "системный",
        /// Golos Text, packaged with the program.
        Golos = "golos" / "голос",
    }
    /// Language of the site.
    Language {
        /// Russian.
        Ru = "ru" / "русский",
        /// English.
        En = "en" / "английский",
    }
    /// What a body did with a draft.
    ApprovalAct {
        /// Adopted it.
        Adopted = "adopted" / "принято",
        /// Gave an opinion that was taken into account.
        Opinion = "opinion" / "мнение",
        /// Agreed.
        Agreed = "agreed" / "согласовано",
    }
    /// Who a page is for.
    Audience {
        /// Heads and deputies.
        Management = "management" / "администрация",
        /// The administrator of the platform.
        Administrator = "administrator" / "администратор",
        /// Teaching staff.
        Teacher = "teacher" / "педагог",
        /// Parents and other legal representatives.
        Parent = "parent" / "родитель",
        /// Pupils.
        Pupil = "pupil" / "обучающийся",
        /// All staff.
        Staff = "staff" / "работник",
    }
    /// Legal force of an instruction.
    Force {
        /// An explanation, not a local act.
        Explanation = "explanation" / "разъяснение",
        /// Approved by an order.
        Approved = "approved" / "утверждена",
    }
    /// Category of a position.
    Category {
        /// Heads and deputies.
        Management = "management" / "руководящий",
        /// Teaching staff.
        Teaching = "teaching" / "педагогический",
        /// Other staff.
        Support = "support" / "вспомогательный",
    }
    /// Kind of a contact.
    ContactKind {
        /// Telephone.
        Phone = "phone" / "телефон",
        /// Electronic mail.
        Email = "email" / "почта",
        /// Room.
        Room = "room" / "кабинет",
    }
    /// The legal basis on which a contact may be shown.
    ContactBasis {
        /// Rules on official sites (№ 1802, item 10): heads and their deputies.
        Rules1802 = "1802-10" / "п. 10 правил № 1802",
        /// The person's consent to distribution.
        Consent = "consent" / "согласие",
    }
    /// How many people may hold a role at a time.
    Holders {
        /// One (and a substitute).
        One = "one" / "один",
        /// Any number.
        Many = "many" / "несколько",
    }
    /// For which school years a deadline has a row.
    EachYear {
        /// Every year since the first; papers in force count, older ones too.
        InForce = "in-force" / "действующие",
        /// Years that have a decision of their own.
        NewDecision = "new-decision" / "новое решение",
    }
}

record! {
    /// Settings of the site (`site.yml`).
    SiteSettings, "Настройки сайта (`site.yml`)." {
        /// Name of the site section.
        title: Text, "Название раздела сайта.";
        /// Language of the site: `ru` (default) or `en`.
        language: Option<Language>, "Язык сайта: `ru` (если не указан) или `en`.";
        /// Address of the published section; needed for `sitemap.xml` and canonical addresses.
        base_url: Option<Text>, "Адрес раздела в сети; нужен для `sitemap.xml` и канонических адресов.";
        /// Address of the school's official site, linked from every page.
        official_site: Option<Text>, "Адрес официального сайта школы; ссылка на него стоит на каждой странице.";
        /// Address of the subsection «Документы» of the official site.
        documents_url: Option<Text>, "Адрес подраздела «Документы» на сайте школы.";
        /// Name of the theme; `default` is built in.
        theme: Option<Text>, "Оформление; `default` встроено в программу.";
        /// The letters of the site: those of the device, or Golos Text, which is packaged with the program.
        font: Option<Font>, "Шрифт: `system` — как на устройстве читателя, `golos` — Golos Text, он есть в программе.";
        /// Offset of the school's clock from UTC, `+05:00`.
        utc_offset: Option<UtcOffset>, "Часовой пояс школы: сдвиг от UTC, `+05:00`.";
        /// The organisation that issues the acts.
        organization: Option<Organization>, "Организация, которая издаёт акты.";
        /// What the public deadline panel says.
        deadline_panel: Option<PanelMode>, "Что видно на панели сроков: `dates` — только даты, `full` — ещё и счёт дней.";
        /// Where the inspector's sheet goes.
        inspector_page: Option<InspectorMode>, "Справка об исполнении: `local` — отдельно от сайта, `public` — страница сайта.";
        /// Whether former holders of roles are named.
        former_staff: Option<FormerStaff>, "Имена прежних ответственных: `hide` — скрывать, `show` — показывать.";
        /// Whether raw HTML in pages is let through (sanitised).
        raw_html: Option<bool>, "Разрешён ли HTML внутри страниц (он очищается).";
        /// Codes of findings that are not reported.
        allow: Vec<Text>, "Коды замечаний, о которых не сообщать.";
        /// Codes of findings that count as errors.
        deny: Vec<Text>, "Коды замечаний, которые считать ошибками.";
    }

    /// The organisation.
    Organization, "Организация." {
        /// Full name.
        name: Text, "Полное наименование.";
        /// Short name used in texts.
        short_name: Option<Text>, "Краткое наименование.";
        /// Founder.
        founder: Option<Text>, "Учредитель.";
        /// Postal address.
        address: Option<Text>, "Адрес.";
        /// Telephone of the school.
        phone: Option<Text>, "Телефон школы.";
        /// Electronic mail of the school.
        email: Option<Text>, "Электронная почта школы.";
        /// The director: a code of `staff.yml`.
        director: Option<Id>, "Директор: код из `staff.yml`.";
    }

    /// Front matter of an edition of a regulation.
    EditionFront, "Шапка редакции положения." {
        /// Title of the regulation.
        title: Text, "Название положения.";
        /// Short title for navigation and references.
        short_title: Option<Text>, "Краткое название: для навигации и ссылок.";
        /// What the bodies of the school did: adopted, opinion, agreed.
        approval: Vec<Approval>, "Кто принял, чьё мнение учтено, кто согласовал.";
        /// The order that puts the edition in force; without it the edition is a draft.
        order: Option<Id>, "Приказ, которым введена редакция; без него редакция — проект.";
        /// Last day in force, if it ended without a new edition.
        in_force_until: Option<Date>, "Последний день действия, если новой редакции нет.";
        /// What changed against the edition before.
        summary: Option<Text>, "Что изменилось по сравнению с прежней редакцией.";
        /// A line about the page for lists and search engines.
        description: Option<Text>, "Одна строка о странице.";
        /// Kept out of the published site.
        draft: Option<bool>, "Черновик: на сайт не выходит.";
    }

    /// A fact of approval.
    Approval, "Факт принятия или согласования." {
        /// What the body did.
        act: ApprovalAct, "Что сделано: `adopted` — принято, `opinion` — мнение учтено, `agreed` — согласовано.";
        /// Who did it.
        body: Text, "Кем: педагогический совет, совет родителей.";
        /// Number of the protocol.
        protocol: Option<Text>, "Номер протокола.";
        /// Date of the protocol.
        date: Date, "Дата протокола.";
    }

    /// Front matter of an instruction.
    InstructionFront, "Шапка инструкции или памятки." {
        /// Title.
        title: Text, "Название.";
        /// Title in navigation.
        nav_title: Option<Text>, "Название в навигации, если короче.";
        /// Who it is for.
        audience: Vec<Audience>, "Для кого.";
        /// The regulation it belongs to; may be left out where the site has one.
        regulation: Option<Id>, "К какому положению относится; можно опустить, если положение одно.";
        /// Addresses of the clauses it tells how to follow.
        implements: Vec<Address>, "Какие пункты помогает исполнить: `2.4`, `2.4/7`.";
        /// Day of the last review against the regulation.
        reviewed: Option<Date>, "Когда в последний раз сверена с положением.";
        /// `explanation` (default) or `approved`.
        force: Option<Force>, "`explanation` — разъяснение (если не указано), `approved` — утверждена приказом.";
        /// The order that approved it.
        order: Option<Id>, "Приказ, которым утверждена.";
        /// Place among its neighbours: smaller comes first.
        weight: Option<i32>, "Порядок среди соседей: меньшее раньше.";
        /// A line about the page.
        description: Option<Text>, "Одна строка о странице.";
        /// Kept out of the published site.
        draft: Option<bool>, "Черновик: на сайт не выходит.";
    }

    /// Front matter of any other page. Keys of other programs are left alone.
    @open PageFront, "Шапка любой другой страницы. Ключи других программ не мешают." {
        /// Title; otherwise the first heading, otherwise the file name.
        title: Option<Text>, "Название; иначе первый заголовок, иначе имя файла.";
        /// Title in navigation.
        nav_title: Option<Text>, "Название в навигации, если короче.";
        /// Place among its neighbours: smaller comes first.
        weight: Option<i32>, "Порядок среди соседей: меньшее раньше.";
        /// A line about the page.
        description: Option<Text>, "Одна строка о странице.";
        /// Who it is for.
        audience: Vec<Audience>, "Для кого.";
        /// The regulation that references such as «пункт 2.4» mean.
        regulation: Option<Id>, "О каком положении речь в ссылках вида «пункт 2.4».";
        /// Kept out of the published site.
        draft: Option<bool>, "Черновик: на сайт не выходит.";
    }

    /// A member of staff (`staff.yml`).
    Person, "Работник (`staff.yml`)." {
        /// Permanent code, Latin letters.
        id: Id, "Постоянный код латинскими буквами.";
        /// Surname, name, patronymic.
        name: Text, "Фамилия, имя, отчество.";
        /// The same in the accusative, for draft orders.
        name_accusative: Option<Text>, "То же в винительном падеже — для проекта приказа.";
        /// Positions with their periods.
        positions: Several<Position>, "Должности и когда занимались.";
        /// Last day at the school; no reason is ever given.
        left: Option<Date>, "Последний день работы. Причина не указывается никогда.";
        /// Contacts, each with the basis on which it may be shown.
        contacts: Vec<Contact>, "Контакты; у каждого — основание, по которому его можно показать.";
    }

    /// A position.
    Position, "Должность." {
        /// Title of the position.
        title: Text, "Название должности.";
        /// Category: management, teaching, support.
        category: Category, "Категория: `management`, `teaching`, `support`.";
        /// First day.
        from: Option<Date>, "С какого дня.";
        /// Last day.
        until: Option<Date>, "По какой день.";
    }

    /// A contact of a person.
    Contact, "Контакт работника." {
        /// Kind.
        kind: ContactKind, "Вид: `phone`, `email`, `room`.";
        /// The number, address or room.
        value: Text, "Номер, адрес или кабинет.";
        /// Legal basis for showing it; a contact without one never leaves the source.
        basis: Option<ContactBasis>, "Основание: `1802-10` или `consent`. Без основания контакт не выходит никуда.";
        /// The consent, if that is the basis.
        consent: Option<Consent>, "Согласие, если основание — оно.";
    }

    /// A consent to distribution.
    Consent, "Согласие на распространение." {
        /// When it was given.
        date: Date, "Когда дано.";
        /// When it was withdrawn.
        withdrawn: Option<Date>, "Когда отозвано.";
    }

    /// A role: a responsibility that somebody is appointed to (`roles.yml`).
    Role, "За что отвечает назначенный (`roles.yml`)." {
        /// Permanent code.
        id: Id, "Постоянный код.";
        /// What the holder answers for.
        title: Text, "За что отвечает.";
        /// Clauses that the role carries.
        clauses: Vec<Address>, "Пункты положения, которые исполняет.";
        /// Categories of staff that may hold it; anyone if left out.
        eligible: Vec<Category>, "Кого можно назначить; если пусто — любого.";
        /// `one` (default) or `many`.
        holders: Option<Holders>, "`one` — один (если не указано), `many` — несколько.";
        /// Whether it must never be vacant.
        required: Option<bool>, "Обязательна ли: не должна оставаться без назначенного.";
    }

    /// A decision to use the platform in a school year (`decisions.yml`).
    Decision, "Решение об использовании платформы в учебном году (`decisions.yml`)." {
        /// Permanent code.
        id: Id, "Постоянный код.";
        /// The regulation it belongs to.
        regulation: Id, "Положение.";
        /// School year, `2026/2027`.
        school_year: SchoolYear, "Учебный год, `2026/2027`.";
        /// When it was taken.
        date: Date, "Когда принято.";
        /// By whom.
        body: Text, "Кем принято.";
        /// Number of the protocol.
        protocol: Option<Text>, "Номер протокола.";
        /// The information on the decision, as posted.
        text: Text, "Информация о решении, как она размещена.";
    }

    /// An order of the director (`orders.yml`).
    Order, "Приказ директора (`orders.yml`)." {
        /// Permanent code.
        id: Id, "Постоянный код.";
        /// Number as in the paper.
        number: Text, "Номер, как в документе.";
        /// Date of signing.
        date: Date, "Дата подписания.";
        /// Heading: what it is about.
        title: Text, "Заголовок: «О назначении…».";
        /// Place of issue.
        place: Option<Text>, "Место издания.";
        /// Who signed, as written then.
        signed_by: Signatory, "Кто подписал, как написано в приказе.";
        /// Preamble.
        preamble: Option<Text>, "Преамбула.";
        /// Points; points on appointments are written from `appoints`.
        points: Vec<Text>, "Пункты; о назначениях пишутся из `appoints`.";
        /// Appointments made by this order.
        appoints: Vec<AppointmentRecord>, "Назначения этим приказом.";
        /// The signed file under `files/`.
        file: Option<Text>, "Подписанный файл в `files/`.";
        /// Detached signature of the file.
        signature: Option<Text>, "Файл отсоединённой подписи.";
    }

    /// Who signed an order.
    Signatory, "Кто подписал приказ." {
        /// Name as written.
        name: Text, "Фамилия и инициалы, как написано.";
        /// Position as written.
        position: Text, "Должность, как написано.";
    }

    /// An appointment made by an order.
    AppointmentRecord, "Назначение." {
        /// The person: a code of `staff.yml`.
        person: Id, "Кто: код из `staff.yml`.";
        /// The role: a code of `roles.yml`.
        role: Id, "За что отвечает: код из `roles.yml`.";
        /// Name and position as the order has them; frozen.
        as_written: Option<AsWritten>, "Имя и должность, как в приказе; не меняются никогда.";
        /// First day; otherwise the day of the order.
        from: Option<Date>, "С какого дня; иначе со дня приказа.";
        /// Last day, or `return`.
        until: Option<Until>, "По какой день или `return` — до возвращения.";
        /// The holder who is replaced for the time being.
        instead_of: Option<Id>, "Кого временно замещает.";
    }

    /// Name and position as an order has them.
    AsWritten, "Имя и должность, как в приказе." {
        /// Name.
        name: Option<Text>, "Имя.";
        /// Position.
        position: Option<Text>, "Должность.";
    }

    /// A deadline (`deadlines.yml`).
    Deadline, "Срок (`deadlines.yml`)." {
        /// Permanent code.
        id: Id, "Постоянный код.";
        /// What must be done.
        title: Text, "Что должно быть сделано.";
        /// Clause that sets it.
        clause: Address, "Пункт, который его устанавливает.";
        /// Month and day of each school year (`05-01`), or one date.
        due: Due, "Месяц и день учебного года (`05-01`, `1 мая`) или одна дата.";
        /// Documents that must stand posted: `decision`, `order:ROLE`, `edition`.
        requires: Several<Requirement>, "Что должно быть размещено: `decision`, `order:РОЛЬ`, `edition`.";
        /// `in-force` (default) or `new-decision`.
        each_year: Option<EachYear>, "`in-force` — каждый год, считаются и прежние документы (если не указано); `new-decision` — годы, на которые есть решение.";
        /// First school year with a row.
        since: Option<SchoolYear>, "С какого учебного года считать.";
    }

    /// A record of posting (`publications.yml`).
    Publication, "Запись о размещении (`publications.yml`)." {
        /// What was posted.
        document: DocumentRef, "Что размещено: `decision:КОД`, `order:КОД`, `edition:ПОЛОЖЕНИЕ@ДАТА`, `file:ПУТЬ`.";
        /// When.
        date: Date, "Когда.";
        /// Where.
        url: Option<Text>, "По какому адресу.";
        /// Who posted it: a person or a role.
        by: Option<Id>, "Кто разместил: код работника или роли.";
        /// When it was taken down.
        removed: Option<Date>, "Когда снято.";
        /// Hash of the file, or of the text of an edition (`v1:…`).
        sha256: Option<Text>, "Контрольная сумма размещённого файла или текста редакции (`v1:…`).";
    }

    /// A legal act or methodical document that is cited (`acts.yml`).
    LegalAct, "Правовой акт или методический документ (`acts.yml`)." {
        /// Permanent code.
        id: Id, "Постоянный код.";
        /// Kind: law, resolution, letter.
        kind: Text, "Вид: федеральный закон, постановление, письмо.";
        /// Who issued it.
        issuer: Text, "Кем издан.";
        /// Date.
        date: Date, "Дата.";
        /// Number.
        number: Text, "Номер.";
        /// Title.
        title: Text, "Название.";
        /// Short name used in texts.
        short: Option<Text>, "Краткое название в тексте.";
        /// Official publication.
        url: Option<Text>, "Официальная публикация.";
        /// First day it applies.
        from: Option<Date>, "С какого дня применяется.";
        /// Last day it applies.
        until: Option<Date>, "По какой день применяется.";
        /// The act that replaced it.
        replaced_by: Option<Id>, "Каким актом заменён.";
        /// Whether it only recommends.
        advisory: Option<bool>, "Носит ли рекомендательный характер.";
    }

    /// A term or abbreviation (`terms.yml`).
    Term, "Термин или сокращение (`terms.yml`)." {
        /// Permanent code.
        id: Id, "Постоянный код.";
        /// The term.
        term: Text, "Термин.";
        /// What it means.
        means: Text, "Что означает.";
        /// Abbreviation.
        abbreviation: Option<Text>, "Сокращение.";
        /// Words that people use for it.
        synonyms: Vec<Text>, "Как ещё говорят.";
    }

    /// The working calendar (`calendar.yml`).
    CalendarFile, "Производственный календарь (`calendar.yml`)." {
        /// Working days in a week: 5 (default) or 6.
        week: Option<i32>, "Рабочих дней в неделе: 5 (если не указано) или 6.";
        /// Years that are filled in.
        years: ByYear<CalendarYear>, "Заполненные годы.";
    }

    /// A year of the working calendar.
    CalendarYear, "Год календаря." {
        /// Days off besides ordinary weekends.
        days_off: Vec<Date>, "Нерабочие дни, кроме обычных выходных.";
        /// Working days on ordinary weekends.
        working: Vec<Date>, "Рабочие дни, выпавшие на выходные.";
    }

    /// A question that people ask (`questions.yml`).
    Question, "Вопрос (`questions.yml`)." {
        /// The question.
        question: Text, "Вопрос.";
        /// Other wordings.
        also_asked: Vec<Text>, "Как ещё спрашивают.";
        /// A short answer.
        text: Option<Text>, "Короткий ответ.";
        /// Address of the clause or page that answers; left out where the texts are silent.
        see: Vec<Text>, "Пункт или страница с ответом; не указывается, если в текстах ответа нет.";
    }
}
