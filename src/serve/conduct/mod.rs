//! How the server behaves towards browsers and towards clients that are none, tried over real sockets with a made-up
//! site.

mod browsers;
mod strangers;

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use super::answer::{Content, Payload};
use super::bell::Bell;
use super::gate::{Gate, Limits};
use super::hosts::Reach;
use super::http::{self, Site};
use super::inner::Inner;
use crate::base::{Date, OutPath};
use crate::host::PrivateFolder;

/// Bytes of the large attachment.
const LARGE: usize = 32 << 20;

struct MadeUp;

impl Site for MadeUp {
    fn has(&self, path: &OutPath, day: Option<Date>) -> bool {
        self.file(path, day).is_some()
    }

    fn file(&self, path: &OutPath, day: Option<Date>) -> Option<Content> {
        let (body, content_type): (Vec<u8>, &str) = match path.as_str() {
            "index.html" => (b"home".to_vec(), "text/html; charset=utf-8"),
            "day.html" => (format!("{day:?}").into_bytes(), "text/html; charset=utf-8"),
            "guide/index.html" => (b"guide".to_vec(), "text/html; charset=utf-8"),
            "page.html" => (b"page".to_vec(), "text/html; charset=utf-8"),
            "files/large.pdf" => (vec![b'x'; LARGE], "application/pdf"),
            "files/order.pdf" => (b"0123456789".to_vec(), "application/pdf"),
            "slow.html" => {
                thread::sleep(Duration::from_secs(2));
                (b"slow".to_vec(), "text/html; charset=utf-8")
            }
            "broken.html" => panic!("a fault of the site"),
            _ => return None,
        };
        let payload = Payload::Bytes(body.into());
        Some(Content { payload, content_type: content_type.to_owned(), tag: format!("tag-{path}") })
    }

    fn missing(&self) -> Content {
        let payload = Payload::Bytes(Arc::from(*b"no such page"));
        Content { payload, content_type: "text/html; charset=utf-8".to_owned(), tag: "missing".to_owned() }
    }

    fn own(&self, name: &str, target: &str, _: Option<Date>) -> Option<Content> {
        let payload = Payload::Bytes(target.as_bytes().into());
        (name == "state").then(|| Content {
            payload,
            content_type: "application/json".to_owned(),
            tag: "own".to_owned(),
        })
    }
}

struct Running {
    _folder: Option<PrivateFolder>,
    address: SocketAddr,
    bell: Arc<Bell>,
}

fn start(limits: Limits) -> Running {
    start_with(Arc::new(MadeUp), limits)
}

fn start_with(site: Arc<dyn Site>, limits: Limits) -> Running {
    let (server, inner, folder) = Inner::open().unwrap();
    let bell = Arc::new(Bell::default());
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let gate = Gate { inner: inner.clone(), bell: Arc::clone(&bell), reach: Reach::Loopback, limits };
    thread::spawn(move || gate.run(&listener));
    thread::spawn(move || http::serve(&server, &inner, &site));
    Running { _folder: folder, address, bell }
}

fn quick() -> Limits {
    Limits { head: Duration::from_millis(400), stall: Duration::from_millis(700), ..Limits::default() }
}

impl Running {
    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream
    }

    /// Sends bytes and reads to the end.
    fn raw(&self, bytes: &[u8]) -> String {
        let mut stream = self.connect();
        // The server may refuse and close before it has read everything.
        let _ = stream.write_all(bytes);
        let mut response = Vec::new();
        let _ = stream.read_to_end(&mut response);
        String::from_utf8_lossy(&response).into_owned()
    }

    fn get(&self, target: &str) -> String {
        self.ask("GET", target, "")
    }

    fn ask(&self, method: &str, target: &str, headers: &str) -> String {
        self.raw(format!("{method} {target} HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}\r\n").as_bytes())
    }
}

fn status(response: &str) -> &str {
    response.split(' ').nth(1).unwrap_or("nothing")
}

fn body(response: &str) -> &str {
    response.split_once("\r\n\r\n").map_or("", |(_, body)| body)
}

fn header<'r>(response: &'r str, name: &str) -> Option<&'r str> {
    let head = response.split("\r\n\r\n").next()?;
    head.lines().find_map(|l| l.strip_prefix(name)?.strip_prefix(": "))
}
