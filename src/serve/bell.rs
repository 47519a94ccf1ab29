//! Events to open pages: one line that says "something changed", and a heartbeat.
//!
//! What changed each page asks by itself (see [`own`](super::own)), so a page that missed a ring, slept or met another
//! run of the program is never wrong for longer than its next question. No socket is ever waited for: a client that
//! does not read is dropped, and comes back by itself.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::sync::Mutex;

use super::locked;

/// Streams open at a time; a browser keeps one for all its pages.
const MOST: usize = 32;

const HELLO: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nCache-Control: no-store\r\n\
     X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\nretry: 500\n\n";
const FULL: &str = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/// Those who listen.
#[derive(Debug, Default)]
pub(super) struct Bell {
    streams: Mutex<Vec<TcpStream>>,
}

impl Bell {
    /// Takes a connection over.
    pub(super) fn listen(&self, mut stream: TcpStream) {
        let mut streams = locked(&self.streams);
        if streams.len() >= MOST {
            streams.retain_mut(is_there);
        }
        if streams.len() >= MOST {
            let _ = stream.write_all(FULL.as_bytes());
            return;
        }
        if stream.set_nonblocking(true).is_ok() && sent(&mut stream, HELLO) {
            streams.push(stream);
        }
    }

    /// Tells all that there is something new.
    pub(super) fn ring(&self) {
        self.say("event: changed\ndata:\n\n");
    }

    /// Shows both sides that the other is there; those who left are forgotten.
    pub(super) fn beat(&self) {
        self.say("event: beat\ndata:\n\n");
    }

    fn say(&self, text: &str) {
        locked(&self.streams).retain_mut(|stream| is_there(stream) && sent(stream, text));
    }

    /// How many listen.
    #[cfg(test)]
    pub(super) fn listeners(&self) -> usize {
        locked(&self.streams).len()
    }
}

/// Whether all of a short text went into the socket's buffer.
fn sent(stream: &mut TcpStream, text: &str) -> bool {
    matches!(stream.write(text.as_bytes()), Ok(n) if n == text.len())
}

/// Whether the other side still listens; what it says is thrown away.
fn is_there(stream: &mut TcpStream) -> bool {
    let mut sink = [0; 256];
    match stream.read(&mut sink) {
        Ok(0) => false,
        Ok(_) => true,
        Err(e) => matches!(e.kind(), ErrorKind::WouldBlock | ErrorKind::Interrupted),
    }
}
