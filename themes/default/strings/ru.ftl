# Слова, которые видят читатели сайта. Оформление школы может заменить любую запись: достаточно написать её в своём
# themes/<имя>/strings/ru.ftl. Фразы о сроках и о силе документов имеют правовой вес: меняйте их осторожно.

## Рамка страницы
skip-to-content = К содержанию страницы
home = Главная
site-sections = Разделы
page-contents = На этой странице
bound-contents = Все документы
bound-back = К списку документов
bound-file = файл { $name }
breadcrumbs = Вы здесь
contents = Всё содержание
search = Поиск
official-site = Официальный сайт школы
official-documents = Документы на сайте школы
previous-page = Назад
next-page = Дальше
previous-next = Соседние страницы
draft-note = Черновик. На сайт не выходит.
as-of = Сведения на { $date }
founder = Учредитель
nav-all = Все страницы раздела: { $count }
not-found = Страница не найдена
not-found-text = Такой страницы здесь нет. Возможно, её адрес набран с ошибкой или документ перенесён.
period = с { $from } по { $until }
period-open = с { $from }
size-kb = { $count } КБ
size-mb = { $count } МБ
decimal-sign = ,

print-page = Распечатать
print-address = Адрес в сети: { $address }

## Настройки чтения
reading = Версия для слабовидящих
reading-ordinary = Обычная версия
reading-note = Настройки действуют сразу. С включёнными сценариями браузер помнит их на всех страницах раздела.
reading-size = Размер букв
reading-size-normal = обычный
reading-letters = Расстояние между буквами
reading-letters-normal = обычное
reading-letters-wide = больше
reading-letters-wider = ещё больше
reading-lines = Расстояние между строками
reading-lines-normal = обычное
reading-lines-wide = полуторное
reading-lines-wider = двойное
reading-colours = Цвета
reading-colours-auto = как на устройстве
reading-colours-black-white = чёрный на белом
reading-colours-white-black = белый на чёрном
reading-colours-blue = тёмно-синий на голубом
reading-colours-brown = коричневый на бежевом
reading-colours-green = зелёный на тёмно-коричневом
reading-font = Шрифт
reading-font-site = как на сайте
reading-font-sans = без засечек
reading-font-serif = с засечками
reading-images = Изображения
reading-images-on = показывать
reading-images-grey = чёрно-белые
reading-images-off = заменить описанием

## Тексты
alert-note = Примечание
alert-tip = Совет
alert-important = Важно
alert-warning = Внимание
alert-caution = Осторожно
table = Таблица
footnotes = Сноски
footnote = Сноска
footnote-back = Назад к тексту
task-done = Сделано
task-open = Не сделано

## Документы
order-label = приказ от { $date } № { $number }
decision-label = информация о решении от { $date }
edition-label = редакция Положения, действующая с { $date }
file-label = файл { $path }
decision-name = информация о решении
edition-name = текст Положения
order-name = приказ
appointment-order-name = приказ о назначении ответственных лиц
appointment-order-name-of = приказ о назначении ответственных лиц («{ $role }»)
signed-file = Подписанный приказ
file-posted = на сайте с { $date }
file-dated = документ от { $date }
file-sum = Контрольная сумма (sha256)
signature-check = Подпись проверяют вместе с документом: загрузите оба файла в любую службу проверки электронной подписи, например на портале Госуслуг.
signature-file = Электронная подпись к нему
posted-on = Размещён { $date }

## Панель сроков
panel-heading = Размещение по пункту { $clause } Положения, { $year } учебный год. Сведения на { $today }
panel-upcoming = Разместить не позднее { $due }. Не размещено: { $missing }.
panel-due-today = Сегодня, { $due }, — последний день срока. Не размещено: { $missing }.
panel-due-today-partial = Сегодня, { $due }, — последний день срока. Размещено частично: { $posted }. Не размещено: { $missing }.
panel-met = Размещено в срок. { $posted }; срок — не позднее { $due }.
panel-carried = Действуют документы, размещённые ранее: { $posted }; срок — не позднее { $due }.
panel-met-late = Размещено { $last }; срок — не позднее { $due }.
panel-partial = Размещено частично: { $posted }. Не размещено: { $missing }; срок — не позднее { $due }.
panel-overdue = { $count ->
        [one] На { $today } не размещено: { $missing }; срок — не позднее { $due }.
       *[other] На { $today } не размещены: { $missing }; срок — не позднее { $due }.
    }
panel-posted = { $document } — { $date }
panel-lead = { $document } — разместить не позднее { $date } (10 рабочих дней).
panel-lead-passed = { $document }: на сайте не размещено, срок — не позднее { $date } (10 рабочих дней).
panel-left = { $count ->
        [one] Остался { $shown } день.
        [few] Осталось { $shown } дня.
       *[other] Осталось { $shown } дней.
    }
panel-last-working = Последний рабочий день до срока — { $weekday }, { $date }.
panel-early = { $count ->
        [one] За { $count } день до срока.
        [few] За { $count } дня до срока.
       *[other] За { $count } дней до срока.
    }
panel-late = { $count ->
        [one] На { $count } день позже срока.
        [few] На { $count } дня позже срока.
       *[other] На { $count } дней позже срока.
    }
panel-expired = { $count ->
        [one] Срок истёк { $count } день назад.
        [few] Срок истёк { $count } дня назад.
       *[other] Срок истёк { $count } дней назад.
    }
panel-passed = Срок наступил { $due }. Сведения — на { $today }.
date-estimated = дата ориентировочная
weekday-monday = понедельник
weekday-tuesday = вторник
weekday-wednesday = среда
weekday-thursday = четверг
weekday-friday = пятница
weekday-saturday = суббота
weekday-sunday = воскресенье

## Сроки
page-deadlines = Сроки размещения
deadline-clause = Пункт Положения
deadline-school-year = { $year } учебный год
deadline-document = Документ
deadline-signed = Подписан
deadline-work-by = Разместить не позднее
deadline-posted = Размещён
deadline-ten-days = За 10 рабочих дней
deadline-none = нет
deadline-not-posted = не размещён
deadline-carried = размещён ранее, действует
deadline-verdict-yes = да
deadline-verdict-no = нет
deadline-verdict-open = срок идёт
clocks-title = Десять рабочих дней на размещение
clocks-text = По пункту 16 Правил, утверждённых постановлением Правительства РФ от 20.10.2021 № 1802, сведения на сайте обновляют в течение 10 рабочих дней. День подписания не считается.

## Главная
home-in-force = Что действует
home-deadlines = Сроки
home-responsible = Кто отвечает сегодня
home-reading = Что мне нужно знать
home-more = Ещё
reading-parent = Я — родитель
reading-pupil = Я — ученик
reading-teacher = Я — педагог
reading-administrator = Я — администратор платформы
reading-management = Я — руководитель
reading-staff = Я — работник школы
all-responsible = Все ответственные лица
all-deadlines = Все сроки и документы

## Положения и редакции
page-regulations = Положения
regulation-line-in-force = Действует с { $date }: { $order }.
regulation-line-not-yet = Вступит в силу { $date }: { $order }.
regulation-line-lost = Не действует с { $until }.
regulation-line-superseded = Не действует с { $until }.
regulation-line-draft = Проект, не действует.
edition-line = { $title }: действует редакция от { $date }
edition-line-not-yet = { $title }: вступит в силу { $date }
edition-line-draft = { $title }: проект
edition-line-lost = { $title }: не действует
edition-title = { $title } (редакция от { $date })
edition-name-of = Редакция от { $date }
edition-current = Действующая редакция — от { $date }
edition-period-open = Действует с { $from }
edition-period = Действует с { $from } по { $until }
edition-period-past = Действовало с { $from } по { $until }
edition-period-not-yet = Вступит в силу { $from }
edition-period-draft = Проект
edition-mark-superseded = Эта редакция не действует с { $until }: её заменила следующая.
edition-mark-lost = Положение не действует с { $until }.
edition-mark-not-yet = Эта редакция ещё не действует. Она вступит в силу { $from }.
edition-mark-draft = Это проект. Он не принят и не действует.
edition-status-in-force = действует
edition-status-not-yet = вступит в силу { $from }
edition-status-superseded = не действует с { $until }
edition-status-lost = не действует с { $until }
edition-status-draft = проект
edition-order = Введено в действие
edition-summary = Что изменилось
edition-permanent = Постоянный адрес этой редакции
edition-history = Редакции
edition-history-all = Все редакции
stamp-adopted = ПРИНЯТО
stamp-opinion = МНЕНИЕ УЧТЕНО
stamp-agreed = СОГЛАСОВАНО
stamp-approved = УТВЕРЖДЕНО
stamp-approved-by = и введено в действие приказом директора { $organization }
stamp-order = от { $date } № { $number }
stamp-protocol = (протокол от { $date } № { $number })
stamp-protocol-without-number = (протокол от { $date })
stamps = Принятие и утверждение
beside-clause = К пункту { $clause }
beside-instructions = Как исполнить
beside-roles = Кто отвечает сегодня
cite-section = раздел { $number }
cite-clause = пункт { $number }
cite-of-section = раздела { $number }
cite-of-clause = пункта { $number }
cite-paragraph = абзац { $ordinal } { $place }
cite-act-whole = { $title }, { $approved } приказом от { $date } № { $number }
cite-act = { $title }, { $approved } приказом от { $date } № { $number }
cite-title = Ссылка и цитата
cite-whole = Вся страница
cite-part = { "{page}" }, раздел «{ "{part}" }»
cite-page = { $title } ({ $school })
cite-page-dated = { $title } ({ $school }, { $date })
cite-page-computed = { $title } ({ $school }, сведения на { $date })
cite-title-dated = { $title } ({ $date })
cite-title-computed = { $title } (сведения на { $date })
cite-order = { $order } «{ $title }»
cite-of-order = приказа от { $date } № { $number } «{ $title }»
cite-decision = информация о решении от { $date } ({ $protocol }) на { $year } учебный год
cite-what = На что сослаться
cite-copy-link = Скопировать ссылку
cite-copy-text = Скопировать цитату
cite-share = Поделиться
cite-close = Закрыть
cite-done = Скопировано.
cite-failed = Не удалось скопировать. Выделите текст и скопируйте его сами.
clause-paragraph = { $clause }, абзац { $paragraph }

## Инструкции
page-instructions = Инструкции и памятки
force-explanation = Разъяснение. Не является локальным нормативным актом
force-approved = Утверждена приказом от { $date } № { $number }
reviewed = Сверена с Положением { $date }
instruction-clauses = Какие пункты помогает исполнить
instruction-ask = Кого спросить
norms-duties = Ваши обязанности
norms-rights = Ваши права
norms-common-duties = Обязанности всех участников образовательных отношений
norms-common-rights = Права всех участников образовательных отношений
norms-dates = Сроки
for-audience = Для кого: { $audience }
audience-parent = родители
audience-pupil = обучающиеся
audience-teacher = педагоги
audience-administrator = администратор платформы
audience-management = администрация школы
audience-staff = все работники
quoted-clause = Пункт { $clause }

## Ответственные лица
page-responsible = Ответственные лица
responsible-caption = Ответственные лица на { $date }
responsible-role = За что отвечает
responsible-person = Кто отвечает
responsible-position = Должность
responsible-order = Приказ
responsible-period = Период
responsible-clauses = Пункты Положения
responsible-duties = По обязанностям
responsible-duty = Обязанность
responsible-clause = Пункт
responsible-history = Прежние и будущие назначения
responsible-hidden = имя не публикуется
responsible-future = ещё не началось
responsible-substitute = на период временного отсутствия
substitute = на период временного отсутствия — { $name }
vacancy = Не назначен. Обращайтесь к директору
contact-phone = телефон
contact-email = почта
contact-room = кабинет

## Приказы и решения
page-orders = Приказы и решения
orders-title = Приказы
decisions-title = Решения
order-word = ПРИКАЗ
order-number = № { $number }
order-commands = ПРИКАЗЫВАЮ:
order-is-text = Это текст приказа. Подлинник — подписанный файл:
order-without-file = Это текст приказа. Подписанный файл не размещён.
order-effects = К этому приказу относятся
appoint = Назначить { $who } { $role }{ $period }.
appoint-named = Назначить { $role }{ $period }: { $who }.
appoint-substitute = Назначить { $who } { $role } на период временного отсутствия основного работника{ $period }.
appoint-substitute-named = Назначить { $role } на период временного отсутствия основного работника{ $period }: { $who }.
appoint-role = ответственным лицом по направлению «{ $role }»
appoint-from = { " " }с { $date }
appoint-until = { " " }по { $date }
decision-of-year = Решение на { $year } учебный год
decision-title = Информация о решении от { $date } ({ $year } учебный год)
decision-posted = Размещено { $date }
decision-not-posted = Ещё не размещено
decision-year = Учебный год
decision-date = Дата решения
decision-body = Кем принято
decision-protocol = Протокол
decision-regulation = Положение
protocol = протокол от { $date } № { $number }
protocol-without-number = протокол от { $date }

## Проект приказа (печатается отдельно от сайта)
draft-hint = Проект. Сверьте имена, должности и падежи. Дату и номер впишите при регистрации.
draft-title = О назначении ответственных лиц
draft-title-role = О назначении { $role }
draft-title-substitute = О временном исполнении обязанностей ответственных лиц
draft-title-substitute-role = О временном исполнении обязанностей { $role }
draft-preamble = На основании { $bases }
draft-clause = пункта { $numbers } { $title }
draft-clauses = пунктов { $numbers } { $title }
draft-approved-by = { " " }(утв. приказом от { $date } № { $number })
draft-act = локального нормативного акта «{ $title }»
draft-and = { $first } и { $last }
draft-director = Директор
draft-annex-point = Назначить ответственных лиц согласно приложению к настоящему приказу{ $period }.
draft-annex-point-substitute = Назначить ответственных лиц согласно приложению к настоящему приказу на период временного отсутствия основных работников{ $period }.
draft-end = Признать утратившим силу { $order } «{ $title }»{ $period }.
draft-end-part = Признать утратившим силу { $order } в части назначения { $roles }{ $period }.
draft-end-role = ответственного лица по направлению «{ $role }»
draft-post = Разместить настоящий приказ на официальном сайте школы в течение десяти рабочих дней после подписания.
draft-post-due = Разместить настоящий приказ на официальном сайте школы в течение десяти рабочих дней после подписания, но не позднее { $due }.
draft-post-by = Разместить настоящий приказ на официальном сайте школы не позднее { $date }.
draft-acquaint = Ознакомить с настоящим приказом под подпись работников, указанных в листе ознакомления.
draft-control = Контроль за исполнением приказа оставляю за собой.
draft-annex = Приложение
draft-annex-to = к приказу от { $date } № { $number }
draft-annex-title = Ответственные лица
draft-sheet-title = Лист ознакомления
draft-sheet-to = с приказом от { $date } № { $number } «{ $title }»
draft-name = Фамилия, имя, отчество
draft-signature = Подпись
draft-date = Дата
draft-signature-word = подпись
draft-date-word = дата
draft-record-paste =
    Запись для data/orders.yml. Когда приказ подписан, вставьте её в конец файла
    и впишите номер и дату; подписанный экземпляр положите в files/.
draft-record-number = номер — как в приказе, в кавычках
draft-record-date = день подписания
draft-record-person = кого назначили: короткое имя из staff.yml
draft-record-file = уберите знак # слева, когда файл на месте
draft-record-day-before = день накануне
draft-record-end =
    В записи { $order } допишите прежнему назначению ({ $roles })
    последний день: until: { $last }

## Справка об исполнении (страница сайта или бумага)
page-inspector = Справка об исполнении
inspector-fact = Сведения
inspector-proof = Подтверждение
inspector-nothing = Сведений нет
inspector-orders = Подписанные приказы
inspector-posted = Когда размещено
inspector-posters = Кто разместил
inspector-protocols = Протоколы
inspector-eligible = Должности назначенных в день назначения
inspector-editions = Какая редакция действовала
inspector-contacts = На каком основании показаны контакты
inspector-order = { $order } «{ $title }»; подписал: { $position } { $name }
inspector-file = { $title }: { $path } ({ $kind })
inspector-no-file = Подписанного файла нет
inspector-row = { $year } учебный год. { $text }
inspector-clause = Пункт { $clause } Положения
inspector-posted-on = { $date } — { $document }
inspector-not-posted = Не размещено: { $document }
inspector-term = 10 рабочих дней — по { $date }: { $verdict }
inspector-term-kept = срок соблюдён
inspector-term-missed = срок не соблюдён
inspector-term-open = срок идёт
inspector-adopted = Положение принято { $body }, { $protocol }
inspector-opinion = Учтено мнение: { $body }, { $protocol }
inspector-agreed = Положение согласовано { $body }, { $protocol }
inspector-decision = Решение на { $year } учебный год: { $body }, { $protocol }
inspector-poster-role = { $name } («{ $role }»)
inspector-poster-unknown = Кто разместил, не записано
inspector-by-order = Назначение: { $order }
inspector-admitted = { $name } («{ $role }»): { $date } — { $position } ({ $category })
inspector-not-admitted = { $name } («{ $role }»): { $date } — { $position }. Назначить можно: { $eligible }
inspector-position-since = В должности с { $date }
inspector-edition = С { $from } по настоящее время: { $title }
inspector-edition-past = С { $from } по { $until }: { $title }
inspector-put-in-force = Введена в действие: { $order }
inspector-contact = { $name }: { $contacts }
inspector-contact-hidden = { $name }: { $contacts } — на сайте не показано
inspector-basis-rules = Пункт 10 Правил, утв. постановлением Правительства РФ от 20.10.2021 № 1802
inspector-basis-consent = Согласие от { $date }
inspector-basis-withdrawn = Согласие от { $date } отозвано { $withdrawn }
inspector-basis-none = Основание не записано
category-management = руководящий работник
category-teaching = педагогический работник
category-support = иной работник

## Правовые акты
page-acts = Правовые акты и методические документы
acts-binding = Правовые акты
acts-advisory = Письма и методические рекомендации
act-title = { $kind } от { $date } № { $number } «{ $title }»
act-short = в тексте: { $short }
act-in-force = действует
act-in-force-from = вступит в силу { $date }
act-in-force-until = действует, срок — по { $date }
act-applies = применяется
act-applies-from = применяется с { $date }
act-applies-until = применяется, срок — по { $date }
act-replaced = заменено
act-not-applied = не применяется с { $date }
act-lost = утратил силу с { $date }
act-replacement = вместо него
act-publication = Официальная публикация

## Термины
page-terms = Термины и сокращения
term-synonyms = Говорят также: { $synonyms }

## Вопросы
page-questions = Вопросы и ответы
question-see = Где об этом сказано
see-clause = Пункт { $clause }
see-section = Раздел { $clause }
silent = В Положении и инструкциях ответа на этот вопрос нет. Это не значит, что запрещено или разрешено. Спросите администратора платформы или школу.
silent-with-contacts = В Положении и инструкциях ответа на этот вопрос нет. Это не значит, что запрещено или разрешено. Спросите администратора платформы или школу: { $contacts }.
questions-ask = Кого спросить

## Поиск
search-text = На этой странице собраны все пункты, шаги инструкций, вопросы и термины. Ищите по ней поиском браузера: Ctrl+F, на телефоне — «Найти на странице».

## Поиск: слова, которые показывает сценарий; {n} и подобное он заменяет сам
search-label = Поиск по сайту
search-hint = Спросите своими словами
search-kind = Что искать:
search-all = всё
search-audience = Для кого:
search-everyone = для всех
search-old = и в прежних редакциях
search-section = Раздел { "{n}" }
search-clause = Пункт { "{n}" }
search-paragraph = { "{clause}" }, абзац { "{n}" }
search-edition = редакция от { "{date}" }
search-superseded = прежняя редакция от { "{date}" }, не действует
search-similar = Похожие места (могут не отвечать на ваш вопрос):
search-count-one = Найдено { "{n}" } место
search-count-few = Найдено { "{n}" } места
search-count-many = Найдено { "{n}" } мест
search-first = Показаны первые { "{n}" }
search-more = Показать ещё
search-filtered = По этим условиям ничего не найдено.
search-unfilter = Искать везде и для всех
search-vague = Добавьте слово, по которому искать, или номер пункта.
search-missing = Пункта или раздела { "{n}" } в действующих текстах нет.
search-wait = Ищу…
search-near-one = Ниже { "{n}" } похожее место
search-near-few = Ниже { "{n}" } похожих места
search-near-many = Ниже { "{n}" } похожих мест
search-failed = Поиск не загрузился. Обновите страницу или ищите в списке ниже.
search-failed-box = Поиск не загрузился. Попробуйте ещё раз или откройте содержание.
search-kind-section = раздел
search-kind-clause = пункт
search-kind-item = абзац
search-kind-instruction = инструкция
search-kind-order = приказ или решение
search-kind-term = термин
search-kind-act = правовой акт
search-kind-role = ответственный
search-kind-question = вопрос и ответ
search-kind-page = страница
search-for-management = администрации
search-for-administrator = администратору платформы
search-for-teacher = педагогу
search-for-parent = родителю
search-for-pupil = ученику
search-for-staff = работнику
