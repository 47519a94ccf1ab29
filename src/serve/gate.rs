//! The gate before the server: every connection from outside is bounded here in time, size and number.
//!
//! `tiny_http` reads heads without a deadline or a limit, starts a thread for each connection whatever their number,
//! and reads a body it was promised into one allocation when a request is dropped. So it never meets a client: the
//! gate reads the head against a deadline, checks it ([`head`](super::head)) and hands a plain request without a body
//! to the server through a private door ([`inner`](super::inner)), then carries the response back at no less than a
//! walking pace. One connection serves one request.
//!
//! Reads: sockets. Writes: sockets. Touches: the network of this machine, threads, the clock.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use tiny_http::{HTTPVersion, Header, Response, StatusCode};

use super::bell::Bell;
use super::head::{self, Head, MAX_HEAD, Refusal};
use super::hosts::{self, Reach};
use super::inner::Inner;
use super::{address, locked};

/// What a client may cost.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// Connections at a time, open streams of events apart.
    pub(super) connections: usize,
    /// From the connection to the end of the head.
    pub(super) head: Duration,
    /// How long a client may take nothing of a response; also from when on the pace is looked at.
    pub(super) stall: Duration,
    /// Bytes a second that a client must take on the whole.
    pub(super) pace: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { connections: 64, head: Duration::from_secs(5), stall: Duration::from_secs(10), pace: 4096 }
    }
}

/// How long refused clients are listened to, so that they get to read why.
const LINGER: Duration = Duration::from_millis(500);
/// Enough for the deepest call of a connection, and little enough for all of them.
const STACK: usize = 256 * 1024;
const REQUEST_TIMEOUT: Refusal = Refusal(408);
const MISDIRECTED: Refusal = Refusal(421);
const BAD_GATEWAY: Refusal = Refusal(502);
const TOO_BUSY: Refusal = Refusal(503);

/// The gate with what stands behind it.
pub(super) struct Gate {
    pub(super) inner: Inner,
    pub(super) bell: Arc<Bell>,
    pub(super) reach: Reach,
    pub(super) limits: Limits,
}

impl Gate {
    /// Lets connections in until the program ends.
    pub(super) fn run(self, listener: &TcpListener) {
        let gate = Arc::new(self);
        let slots = Arc::new(Slots::default());
        loop {
            let stream = match listener.accept() {
                Ok((stream, _)) => stream,
                // Out of handles, or the client left already: neither may end the preview.
                Err(_) => {
                    thread::sleep(Duration::from_millis(20));
                    continue;
                }
            };
            let Some(slot) = slots.admit(&stream, gate.limits.connections) else {
                let _ = stream.set_write_timeout(Some(Duration::from_millis(50)));
                let _ = refuse(&stream, TOO_BUSY);
                continue;
            };
            let gate = Arc::clone(&gate);
            let serve = move || gate.serve(stream, &slot);
            // Without a thread for it the connection is dropped, and so closed.
            let _ = thread::Builder::new().name("connection".to_owned()).stack_size(STACK).spawn(serve);
        }
    }

    fn serve(&self, mut stream: TcpStream, slot: &Slot) {
        let _ = stream.set_nodelay(true);
        let _ = stream.set_write_timeout(Some(self.limits.stall));
        let head = match read_head(&mut stream, Instant::now() + self.limits.head) {
            Ok(bytes) => {
                slot.head_is_read();
                self.accepted(&bytes)
            }
            Err(Gone::Refused(refusal)) => Err(refusal),
            Err(Gone::Left) => return,
        };
        let answered = match head {
            Ok(head) if is_for_events(&head) => {
                self.bell.listen(stream);
                return;
            }
            Ok(head) => self.relay(&head, &stream),
            Err(refusal) => Err(refusal),
        };
        if let Err(refusal) = answered {
            let _ = refuse(&stream, refusal);
            linger(&mut stream);
        }
    }

    fn accepted(&self, bytes: &[u8]) -> Result<Head, Refusal> {
        let head = head::parse(bytes)?;
        if hosts::is_ours(&head.host, self.reach) { Ok(head) } else { Err(MISDIRECTED) }
    }

    /// Asks the server and carries its response to the client. An error is one that the client can still be told.
    fn relay(&self, head: &Head, client: &TcpStream) -> Result<(), Refusal> {
        let mut server = self.inner.ask(head).map_err(|_| BAD_GATEWAY)?;
        let mut buffer = [0; 16 * 1024];
        let mut first = buffer.get_mut(..1024).map_or(Ok(0), |b| server.read(b)).map_err(|_| BAD_GATEWAY)?;
        while !buffer.get(..first).is_some_and(|b| b.contains(&b'\n')) {
            let more = buffer.get_mut(first..1024).map_or(Ok(0), |rest| server.read(rest));
            match more {
                Ok(n) if n > 0 => first += n,
                _ => return Err(BAD_GATEWAY),
            }
        }
        let start = buffer.get(..first).unwrap_or_default();
        let line = start.iter().position(|b| *b == b'\n').map_or(0, |at| at + 1);
        let (status, rest) = start.split_at(line);
        // The server never says it, and a client that waits for more would hold its place.
        let opening = [status, b"Connection: close\r\n", rest].concat();
        let mut pace = Pace::new(self.limits);
        let _ = pace.write(client, &opening).and_then(|()| {
            loop {
                match server.read(&mut buffer)? {
                    0 => return client.shutdown(Shutdown::Write),
                    n => pace.write(client, buffer.get(..n).unwrap_or_default())?,
                }
            }
        });
        Ok(())
    }
}

fn is_for_events(head: &Head) -> bool {
    head.method == head::Method::Get && address::asked(&head.target) == address::Asked::Own("events".to_owned())
}

/// Why there is no head.
enum Gone {
    /// The client left or the socket broke.
    Left,
    /// The client gets to know why.
    Refused(Refusal),
}

fn read_head(stream: &mut TcpStream, deadline: Instant) -> Result<Vec<u8>, Gone> {
    let mut head = Vec::with_capacity(1024);
    let mut buffer = [0; 2048];
    loop {
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(Gone::Refused(REQUEST_TIMEOUT));
        }
        let _ = stream.set_read_timeout(Some(left));
        match stream.read(&mut buffer) {
            Ok(0) => return Err(Gone::Left),
            Ok(n) => head.extend_from_slice(buffer.get(..n).unwrap_or_default()),
            Err(e) if e.kind() == ErrorKind::Interrupted => continue,
            Err(e) if matches!(e.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                return Err(Gone::Refused(REQUEST_TIMEOUT));
            }
            Err(_) => return Err(Gone::Left),
        }
        // Anything but a method, an attempt at TLS for one, need not wait for the deadline.
        if !head.first().is_some_and(u8::is_ascii_alphabetic) {
            return Err(Gone::Refused(Refusal(400)));
        }
        if let Some(end) = head::end_of_head(&head).filter(|end| *end <= MAX_HEAD) {
            head.truncate(end);
            return Ok(head);
        }
        if head.len() >= MAX_HEAD {
            return Err(Gone::Refused(head::HEAD_TOO_LARGE));
        }
    }
}

/// A short response of the gate's own.
fn refuse(stream: &TcpStream, refusal: Refusal) -> io::Result<()> {
    let status = StatusCode(refusal.0);
    let text = format!("{} {}\n", refusal.0, status.default_reason_phrase());
    let mut response = Response::from_string(text).with_status_code(status);
    let extra: &[(&str, &str)] = match refusal.0 {
        405 => &[("Allow", "GET, HEAD")],
        503 => &[("Retry-After", "1")],
        _ => &[],
    };
    for (name, value) in extra {
        if let Ok(header) = Header::from_bytes(*name, *value) {
            response.add_header(header);
        }
    }
    // The library keeps `Connection` to itself, so the line is put in between.
    let mut bytes = Vec::new();
    response.raw_print(&mut bytes, HTTPVersion(1, 1), &[], false, None)?;
    let line = bytes.iter().position(|b| *b == b'\n').map_or(0, |at| at + 1);
    let (first, rest) = bytes.split_at(line);
    let mut writer = stream;
    writer.write_all(&[first, b"Connection: close\r\n", rest].concat())
}

/// Closes in such a way that the client can read what was said: closing with unread bytes would reset the connection.
fn linger(stream: &mut TcpStream) {
    let _ = stream.shutdown(Shutdown::Write);
    let deadline = Instant::now() + LINGER;
    let mut sink = [0; 4096];
    loop {
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() || stream.set_read_timeout(Some(left)).is_err() {
            return;
        }
        if !matches!(stream.read(&mut sink), Ok(n) if n > 0) {
            return;
        }
    }
}

/// How fast a client takes what it asked for.
struct Pace {
    limits: Limits,
    started: Instant,
    written: u64,
}

impl Pace {
    fn new(limits: Limits) -> Self {
        Self { limits, started: Instant::now(), written: 0 }
    }

    fn write(&mut self, mut client: &TcpStream, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            let began = Instant::now();
            let n = match client.write(bytes) {
                // The system gives up waiting, but says so only if not a single byte went out meanwhile.
                Ok(n) if n < bytes.len() && began.elapsed() >= self.limits.stall => {
                    return Err(ErrorKind::TimedOut.into());
                }
                Ok(0) => return Err(ErrorKind::WriteZero.into()),
                Err(e) if e.kind() == ErrorKind::Interrupted => continue,
                other => other?,
            };
            bytes = bytes.get(n..).unwrap_or_default();
            self.written += n as u64;
            let spent = self.started.elapsed();
            if spent > self.limits.stall && self.written < self.limits.pace.saturating_mul(spent.as_secs()) {
                return Err(ErrorKind::TimedOut.into());
            }
        }
        Ok(())
    }
}

/// The connections that are open now.
#[derive(Default)]
struct Slots {
    open: Mutex<Open>,
}

#[derive(Default)]
struct Open {
    next: u64,
    /// By age. The handle is there as long as the head has not been read: such a connection may be closed to make
    /// room.
    connections: BTreeMap<u64, Option<TcpStream>>,
}

/// The place of one connection, given back when dropped.
struct Slot {
    slots: Arc<Slots>,
    number: u64,
}

impl Slots {
    /// A place for a connection. If all are taken, the oldest connection that has not said what it wants gives way:
    /// browsers open some in advance, and a client that dawdles must not keep others out.
    fn admit(self: &Arc<Self>, stream: &TcpStream, most: usize) -> Option<Slot> {
        let mut open = locked(&self.open);
        if open.connections.len() >= most {
            let (number, idle) = open.connections.iter().find_map(|(n, s)| s.as_ref().map(|s| (*n, s)))?;
            let _ = idle.shutdown(Shutdown::Both);
            open.connections.remove(&number);
        }
        let handle = stream.try_clone().ok()?;
        let number = open.next;
        open.next += 1;
        open.connections.insert(number, Some(handle));
        Some(Slot { slots: Arc::clone(self), number })
    }
}

impl Slot {
    fn head_is_read(&self) {
        if let Some(handle) = locked(&self.slots.open).connections.get_mut(&self.number) {
            *handle = None;
        }
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        locked(&self.slots.open).connections.remove(&self.number);
    }
}
