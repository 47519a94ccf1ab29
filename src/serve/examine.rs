//! The idle pass: pages that nobody has looked at yet are made and thrown away, for their findings.
//!
//! It gives way to everything: it goes on only while nobody asks for anything, and begins anew with each new site.

use std::thread;
use std::time::{Duration, Instant};

use super::bell::Bell;
use super::shelf::Shelf;
use super::{News, Settings};

/// How long nobody must have asked for anything.
const IDLE: Duration = Duration::from_millis(300);
/// Pages are told of news at most this often.
const SELDOM: Duration = Duration::from_millis(700);

/// Examines site after site until the program ends.
pub(super) fn run(shelf: &Shelf, bell: &Bell, settings: &Settings) {
    let mut done = 0;
    loop {
        let Some(world) = shelf.latest().filter(|world| world.number > done) else {
            thread::sleep(Duration::from_millis(100));
            continue;
        };
        let day = shelf.today_of(&world);
        let is_latest = || shelf.latest().is_some_and(|latest| latest.number == world.number);
        let mut news = false;
        let mut any = false;
        let mut rung = Instant::now();
        for path in day.plan.unexamined() {
            while shelf.idle() < IDLE && is_latest() {
                thread::sleep(Duration::from_millis(25));
            }
            if !is_latest() {
                break;
            }
            news |= day.examine(path);
            if news && rung.elapsed() > SELDOM {
                bell.ring();
                (news, any, rung) = (false, true, Instant::now());
            }
        }
        done = world.number;
        if !is_latest() {
            continue;
        }
        if news {
            bell.ring();
        }
        if news || any {
            let findings = day.findings();
            let text = |file| day.plan.text(file);
            (settings.tell)(News::Examined { findings: &findings, text: &text });
        }
    }
}
