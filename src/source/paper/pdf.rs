//! The words and the authors of a PDF.
//!
//! A page of PDF is a list of drawing commands; words are those that show glyphs. Where a glyph stands tells whether a
//! space or a new line lies between it and the one before: many programs draw no spaces.

use std::collections::BTreeMap;
use std::rc::Rc;

use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};
use hayro_syntax::page::Resources;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::pdf_fonts::Font;
use super::{MAX_TEXT, PAGE_END, Paper, Trouble, cut, guard, office};

/// Most commands that are followed in one file.
const MAX_COMMANDS: usize = 5_000_000;
/// Most bytes of commands in drawings that pages repeat.
const MAX_REPEATED: usize = 64 << 20;
/// Most fonts that are read.
const MAX_FONTS: usize = 2_000;
/// How deep drawings may hold drawings, and states be put aside.
const MAX_DEPTH: usize = 12;
const MAX_STATES: usize = 256;

/// Reads a PDF.
pub(super) fn read(bytes: &[u8]) -> Paper {
    // The mark may stand behind a few stray bytes; without it no viewer opens the file.
    if !bytes.get(..bytes.len().min(1024)).unwrap_or_default().windows(5).any(|w| w == b"%PDF-") {
        return Paper::with(Trouble::Broken);
    }
    if !guard::is_bearable(bytes) {
        return Paper::with(Trouble::TooDense);
    }
    let pdf = match Pdf::new(bytes.to_vec()) {
        Ok(pdf) => pdf,
        Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected)) => return Paper::with(Trouble::Locked),
        Err(LoadPdfError::Decryption(_)) => return Paper::with(Trouble::Unknown),
        Err(LoadPdfError::Invalid) => return Paper::with(Trouble::Broken),
    };
    if pdf.pages().is_empty() {
        return Paper::with(Trouble::Broken);
    }
    let mut paper = Paper::default();
    if let Some(author) = &pdf.metadata().author {
        paper.add_author(&super::decoded(author));
    }
    for (tag, value) in properties(&pdf).iter().flat_map(|xml| office::leaves(xml)) {
        if tag == "creator" {
            paper.add_author(&value);
        }
    }
    let mut walk = Walk::default();
    for (number, page) in pdf.pages().iter().enumerate() {
        if number > 0 {
            walk.text.push(PAGE_END);
        }
        walk.states = vec![State::default()];
        walk.pen = None;
        if let Some(commands) = page.page_stream() {
            walk.follow(commands, page.resources(), 0);
        }
        if walk.is_tired() {
            paper.trouble = Some(Trouble::TooDense);
            break;
        }
    }
    paper.text = Some(cut(walk.text));
    paper
}

/// The properties of the file as XML, if it has any.
fn properties(pdf: &Pdf) -> Option<String> {
    let root: Dict<'_> = pdf.xref().get(pdf.xref().root_id())?;
    let stream: Stream<'_> = root.get(b"Metadata".as_slice())?;
    stream.decoded_data().ok().map(|data| super::decoded(&data))
}

/// Two steps of a drawing joined: what `a` maps is then mapped by `b`.
fn joined(a: [f32; 6], b: [f32; 6]) -> [f32; 6] {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

fn shift(x: f32, y: f32) -> [f32; 6] {
    [1.0, 0.0, 0.0, 1.0, x, y]
}

fn matrix(numbers: [&Number; 6]) -> [f32; 6] {
    numbers.map(Number::as_f32)
}

/// What is in force while commands are followed.
#[derive(Clone)]
struct State {
    page: [f32; 6],
    text: [f32; 6],
    line: [f32; 6],
    font: Option<Rc<Font>>,
    size: f32,
    between_signs: f32,
    between_words: f32,
    width: f32,
    leading: f32,
}

impl Default for State {
    fn default() -> Self {
        let same = shift(0.0, 0.0);
        Self {
            page: same,
            text: same,
            line: same,
            font: None,
            size: 1.0,
            between_signs: 0.0,
            between_words: 0.0,
            width: 1.0,
            leading: 0.0,
        }
    }
}

#[derive(Default)]
struct Walk {
    text: String,
    states: Vec<State>,
    fonts: BTreeMap<(u32, Vec<u8>), Option<Rc<Font>>>,
    /// Where the last glyph ended.
    pen: Option<(f32, f32)>,
    commands: usize,
    repeated: usize,
}

impl Walk {
    fn is_tired(&self) -> bool {
        self.commands > MAX_COMMANDS || self.repeated > MAX_REPEATED || self.text.len() > MAX_TEXT
    }

    fn follow(&mut self, commands: &[u8], resources: &Resources<'_>, depth: usize) {
        let mut commands = TypedIter::new(commands);
        let floor = self.states.len();
        while let Some(op) = commands.next() {
            self.commands += 1;
            if self.is_tired() {
                break;
            }
            match &op {
                Op::SaveState(_) if self.states.len() < floor + MAX_STATES => {
                    let state = self.states.last().cloned().unwrap_or_default();
                    self.states.push(state);
                }
                Op::RestoreState(_) if self.states.len() > floor => drop(self.states.pop()),
                Op::XObject(object) => self.drawing(object.0, resources, depth),
                Op::TextFont(font) => {
                    let found = self.font(font.0, resources);
                    if let Some(state) = self.states.last_mut() {
                        (state.font, state.size) = (found, font.1.as_f32());
                    }
                }
                Op::ShowText(shown) => self.show(shown.0),
                Op::NextLineAndShowText(shown) => {
                    self.next_line();
                    self.show(shown.0);
                }
                Op::ShowTextWithParameters(shown) => {
                    if let Some(state) = self.states.last_mut() {
                        (state.between_words, state.between_signs) = (shown.0.as_f32(), shown.1.as_f32());
                    }
                    self.next_line();
                    self.show(shown.2);
                }
                Op::ShowTexts(shown) => self.show_all(shown.0),
                Op::NextLineUsingLeading(_) => self.next_line(),
                _ => self.states.last_mut().into_iter().for_each(|state| state.take(&op)),
            }
        }
        self.states.truncate(floor);
    }

    /// A drawing that is used by name, with fonts of its own if it has any.
    fn drawing(&mut self, name: &Name<'_>, resources: &Resources<'_>, depth: usize) {
        if depth >= MAX_DEPTH {
            return;
        }
        let Some(form) = resources.get_x_object(name) else { return };
        let dict = form.dict();
        if dict.get::<Name<'_>>(b"Subtype".as_slice()).is_none_or(|kind| kind.as_ref() != b"Form") {
            return;
        }
        let Ok(commands) = form.decoded_data() else { return };
        self.repeated += commands.len();
        let mut state = self.states.last().cloned().unwrap_or_default();
        if let Some(own) = dict.get::<Array<'_>>(b"Matrix".as_slice()) {
            let mut numbers = own.iter::<Number>().map(|n| n.as_f32());
            let own: [f32; 6] = std::array::from_fn(|_| numbers.next().unwrap_or_default());
            state.page = joined(own, state.page);
        }
        self.states.push(state);
        match dict.get::<Dict<'_>>(b"Resources".as_slice()) {
            Some(own) => self.follow(&commands, &Resources::new(own), depth + 1),
            None => self.follow(&commands, resources, depth + 1),
        }
        self.states.pop();
    }

    fn font(&mut self, name: &Name<'_>, resources: &Resources<'_>) -> Option<Rc<Font>> {
        let number = resources.fonts.get_ref(name).map_or(0, |r| r.obj_number);
        // Fonts that are written where they are used are known by name, page by page.
        let key = if number == 0 { (0, name.as_ref().to_vec()) } else { (number, Vec::new()) };
        if number != 0
            && let Some(known) = self.fonts.get(&key)
        {
            return known.clone();
        }
        if self.fonts.len() >= MAX_FONTS {
            return None;
        }
        let font = resources.get_font(name).map(|dict| Rc::new(Font::new(&dict)));
        self.repeated += usize::from(number == 0) * 4096;
        self.fonts.insert(key, font.clone());
        font
    }

    fn next_line(&mut self) {
        self.states.last_mut().into_iter().for_each(State::next_line);
    }

    fn show_all(&mut self, shown: &Array<'_>) {
        for object in shown.iter::<Object<'_>>() {
            match object {
                Object::String(codes) => self.show(&codes),
                Object::Number(back) => {
                    if let Some(state) = self.states.last_mut() {
                        let step = -back.as_f32() / 1000.0 * state.size * state.width;
                        state.text = joined(shift(step, 0.0), state.text);
                    }
                }
                _ => {}
            }
        }
    }

    fn show(&mut self, codes: &[u8]) {
        let Some(mut state) = self.states.last().cloned() else { return };
        let Some(font) = state.font.clone() else { return };
        for (code, is_space) in font.codes(codes) {
            self.commands += 1;
            if self.is_tired() {
                break;
            }
            let at = joined(state.text, state.page);
            self.gap(at, state.size.abs());
            font.push(code, &mut self.text);
            let between = state.between_signs + if is_space { state.between_words } else { 0.0 };
            let step = (font.width(code) / 1000.0 * state.size + between) * state.width;
            state.text = joined(shift(step, 0.0), state.text);
            let end = joined(state.text, state.page);
            self.pen = Some((end[4], end[5]));
        }
        if let Some(last) = self.states.last_mut() {
            last.text = state.text;
        }
    }

    /// Writes the space or the line end that lies between the last glyph and one that is drawn here.
    fn gap(&mut self, at: [f32; 6], size: f32) {
        let Some((x, y)) = self.pen else { return };
        let scale = at[0].hypot(at[1]);
        let unit = size * scale;
        if unit.is_nan() || unit <= 0.0 {
            return;
        }
        let (dx, dy) = (at[4] - x, at[5] - y);
        let along = (dx * at[0] + dy * at[1]) / scale / unit;
        let across = (dy * at[0] - dx * at[1]).abs() / scale / unit;
        if across > 0.5 || along < -1.0 {
            if !self.text.ends_with(['\n', PAGE_END]) {
                self.text.push('\n');
            }
        } else if along > 0.15 && !self.text.ends_with(char::is_whitespace) {
            self.text.push(' ');
        }
    }
}

impl State {
    fn take(&mut self, op: &Op<'_, '_>) {
        match op {
            Op::Transform(m) => self.page = joined(matrix([&m.0, &m.1, &m.2, &m.3, &m.4, &m.5]), self.page),
            Op::BeginText(_) => (self.text, self.line) = (shift(0.0, 0.0), shift(0.0, 0.0)),
            Op::SetTextMatrix(m) => {
                self.line = matrix([&m.0, &m.1, &m.2, &m.3, &m.4, &m.5]);
                self.text = self.line;
            }
            Op::NextLine(by) => self.move_line(by.0.as_f32(), by.1.as_f32()),
            Op::NextLineAndSetLeading(by) => {
                self.leading = -by.1.as_f32();
                self.move_line(by.0.as_f32(), by.1.as_f32());
            }
            Op::TextLeading(by) => self.leading = by.0.as_f32(),
            Op::CharacterSpacing(by) => self.between_signs = by.0.as_f32(),
            Op::WordSpacing(by) => self.between_words = by.0.as_f32(),
            Op::HorizontalScaling(by) => self.width = by.0.as_f32() / 100.0,
            _ => {}
        }
    }

    fn next_line(&mut self) {
        self.move_line(0.0, -self.leading);
    }

    fn move_line(&mut self, x: f32, y: f32) {
        self.line = joined(shift(x, y), self.line);
        self.text = self.line;
    }
}
