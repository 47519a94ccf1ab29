//! How the server behaves towards browsers and towards clients that are none, tried over real sockets with a made-up
//! site.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

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
    let (server, inner, folder) = Inner::open().unwrap();
    let bell = Arc::new(Bell::default());
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let gate = Gate { inner: inner.clone(), bell: Arc::clone(&bell), reach: Reach::Loopback, limits };
    thread::spawn(move || gate.run(&listener));
    let site: Arc<dyn Site> = Arc::new(MadeUp);
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

#[test]
fn pages_and_types() {
    let server = start(Limits::default());
    let home = server.get("/");
    assert_eq!((status(&home), body(&home)), ("200", "home"));
    assert_eq!(header(&home, "Content-Type"), Some("text/html; charset=utf-8"));
    assert_eq!(header(&home, "Content-Length"), Some("4"));
    assert_eq!(header(&home, "Connection"), Some("close"));
    assert_eq!(header(&home, "Cache-Control"), Some("no-cache"));
    let head = server.ask("HEAD", "/index.html", "");
    assert_eq!((status(&head), body(&head), header(&head, "Content-Length")), ("200", "", Some("4")));
    let old = server.raw(b"GET /page.html HTTP/1.0\r\nHost: localhost\r\n\r\n");
    assert_eq!((status(&old), body(&old)), ("200", "page"));
    let missing = server.get("/nothing.html");
    assert_eq!((status(&missing), body(&missing)), ("404", "no such page"));
}

#[test]
fn redirects() {
    let server = start(Limits::default());
    for (target, location) in
        [("/page", "/page.html"), ("/page?q=1", "/page.html?q=1"), ("/guide", "/guide/"), ("/page/", "/page.html")]
    {
        let response = server.get(target);
        assert_eq!((status(&response), header(&response, "Location")), ("302", Some(location)), "{target}");
    }
    assert_eq!(body(&server.get("/guide/")), "guide");
    for target in ["//evil.example", "//evil.example/page", "/\\evil.example"] {
        assert_eq!(status(&server.get(target)), "404", "{target}");
    }
}

#[test]
fn no_way_out_of_the_tree() {
    let server = start(Limits::default());
    for target in [
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/%2e%2e%2fetc%2fpasswd",
        "/..%5c..%5cwindows%5cwin.ini",
        "/%00",
        "/C:/Windows/win.ini",
        "/con",
        "/aux.html",
        "/index.html::$DATA",
        "/index.html.",
        "/%c0%ae%c0%ae/etc/passwd",
        "/index.html%20",
    ] {
        assert_eq!(status(&server.get(target)), "404", "{target}");
    }
}

#[test]
fn conditional_requests_and_ranges() {
    let server = start(Limits::default());
    let tag = header(&server.get("/page.html"), "ETag").unwrap().to_owned();
    let same = server.ask("GET", "/page.html", &format!("If-None-Match: {tag}\r\n"));
    assert_eq!((status(&same), body(&same), header(&same, "ETag")), ("304", "", Some(tag.as_str())));
    assert_eq!(status(&server.ask("GET", "/page.html", "If-None-Match: \"other\"\r\n")), "200");
    let part = server.ask("GET", "/files/order.pdf", "Range: bytes=2-4\r\n");
    assert_eq!((status(&part), body(&part)), ("206", "234"));
    assert_eq!(header(&part, "Content-Range"), Some("bytes 2-4/10"));
    assert_eq!(body(&server.ask("GET", "/files/order.pdf", "Range: bytes=-3\r\n")), "789");
    let beyond = server.ask("GET", "/files/order.pdf", "Range: bytes=10-\r\n");
    assert_eq!((status(&beyond), header(&beyond, "Content-Range")), ("416", Some("bytes */10")));
    let changed = server.ask("GET", "/files/order.pdf", "Range: bytes=0-1\r\nIf-Range: \"old\"\r\n");
    assert_eq!((status(&changed), body(&changed)), ("200", "0123456789"));
    let fresh = server.ask("GET", "/files/order.pdf", "Range: bytes=0-1\r\nIf-Range: \"tag-files/order.pdf\"\r\n");
    assert_eq!((status(&fresh), body(&fresh)), ("206", "01"));
    let several = server.ask("GET", "/files/order.pdf", "Range: bytes=0-1,3-4\r\n");
    assert_eq!(status(&several), "200");
    let head = server.ask("HEAD", "/files/order.pdf", "Range: bytes=2-4\r\n");
    assert_eq!((status(&head), body(&head), header(&head, "Content-Length")), ("206", "", Some("3")));
    assert_eq!(body(&server.get("/files/large.pdf")).len(), LARGE);
}

#[test]
fn the_day_is_kept_in_a_cookie() {
    let server = start(Limits::default());
    let set = server.get("/day.html?x=1&svod-today=2027-05-01");
    assert_eq!((status(&set), header(&set, "Location")), ("302", Some("/day.html?x=1")));
    let cookie = header(&set, "Set-Cookie").unwrap().split(';').next().unwrap().to_owned();
    let shown = server.ask("GET", "/day.html", &format!("Cookie: a=b; {cookie}\r\n"));
    let day = Date::parse("2027-05-01").unwrap();
    assert_eq!(body(&shown), format!("{:?}", Some(day)));
    assert_eq!(body(&server.ask("GET", "/day.html", "Cookie: svod-today=soon\r\n")), "None");
    let cleared = server.get("/day.html?svod-today=");
    assert!(header(&cleared, "Set-Cookie").unwrap().contains("Max-Age=0"));
    let away = server.get("//evil.example/?svod-today=2027-05-01");
    assert_eq!(header(&away, "Location"), Some("/"));
}

#[test]
fn other_hosts_are_refused() {
    let server = start(Limits::default());
    for host in ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "192.168.0.1", ""] {
        let response = server.raw(format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n").as_bytes());
        assert_eq!(status(&response), "421", "{host}");
        assert!(!response.contains("home"));
    }
    let absolute = server.raw(b"GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    assert_eq!(status(&absolute), "421");
}

#[test]
fn what_a_browser_does_not_send_is_refused() {
    let server = start(quick());
    for (bytes, expected) in [
        (&b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999999999\r\n\r\nbody"[..], "405"),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999999999\r\n\r\n", "413"),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n", "413"),
        (b"GET / HTTP/1.1\r\n\r\n", "400"),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "505"),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", "400"),
        (b"\r\n\r\n", "400"),
        (b"\0\0\0\0\r\n\r\n", "400"),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nX: \xff\r\n\r\n", "400"),
    ] {
        let response = server.raw(bytes);
        assert_eq!(status(&response), expected, "{}", String::from_utf8_lossy(bytes));
    }
    assert_eq!(header(&server.raw(b"PUT / HTTP/1.1\r\nHost: localhost\r\n\r\n"), "Allow"), Some("GET, HEAD"));
    let endless = format!("GET / HTTP/1.1\r\nHost: localhost\r\nX: {}", "a".repeat(64 * 1024));
    assert_eq!(status(&server.raw(endless.as_bytes())), "431");
    let lines = format!("GET / HTTP/1.1\r\nHost: localhost\r\n{}\r\n", "a: b\r\n".repeat(500));
    assert_eq!(status(&server.raw(lines.as_bytes())), "431");
}

#[test]
fn a_fault_of_the_site_costs_one_request() {
    let server = start(Limits::default());
    let response = server.get("/broken.html");
    assert_eq!(status(&response), "500");
    assert_eq!(body(&server.get("/")), "home");
}

#[test]
fn a_client_that_dawdles_is_told_and_left() {
    let server = start(quick());
    let began = Instant::now();
    assert_eq!(status(&server.raw(b"")), "408");
    assert!((400..2000).contains(&began.elapsed().as_millis()));
    // A byte now and then does not move the deadline.
    let mut stream = server.connect();
    let began = Instant::now();
    let dripping = (0..200).take_while(|_| {
        thread::sleep(Duration::from_millis(20));
        stream.write_all(b"G").is_ok()
    });
    let _ = dripping.count();
    assert!(began.elapsed() < Duration::from_secs(3));
}

#[test]
fn slow_clients_do_not_block_others() {
    let server = start(Limits::default());
    // Nobody says anything on these, and nobody reads on the next.
    let _silent: Vec<TcpStream> = (0..200).map(|_| server.connect()).collect();
    let _deaf: Vec<TcpStream> = (0..20)
        .map(|_| {
            let mut stream = server.connect();
            stream.write_all(b"GET /files/large.pdf HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
            stream
        })
        .collect();
    let _slow: Vec<TcpStream> = (0..8)
        .map(|_| {
            let mut stream = server.connect();
            stream.write_all(b"GET /slow.html HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
            stream
        })
        .collect();
    let began = Instant::now();
    for _ in 0..20 {
        assert_eq!(body(&server.get("/page.html")), "page");
    }
    assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
}

#[test]
fn a_client_that_does_not_read_is_left() {
    let server = start(quick());
    let mut stream = server.connect();
    stream.write_all(b"GET /files/large.pdf HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    thread::sleep(Duration::from_secs(2));
    let mut rest = Vec::new();
    let _ = stream.read_to_end(&mut rest);
    assert!(rest.len() < LARGE, "all of {} bytes came", rest.len());
}

#[test]
fn more_clients_than_places() {
    let server = start(Limits { connections: 4, ..Limits::default() });
    let busy: Vec<TcpStream> = (0..4)
        .map(|_| {
            let mut stream = server.connect();
            stream.write_all(b"GET /slow.html HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
            stream
        })
        .collect();
    thread::sleep(Duration::from_millis(300));
    let refused = server.get("/");
    assert_eq!((status(&refused), header(&refused, "Retry-After")), ("503", Some("1")));
    for mut stream in busy {
        let mut response = String::new();
        stream.read_to_string(&mut response).unwrap();
        assert_eq!(body(&response), "slow");
    }
    assert_eq!(body(&server.get("/")), "home");
}

#[test]
fn many_clients_at_once() {
    let server = start(Limits::default());
    thread::scope(|scope| {
        for _ in 0..16 {
            scope.spawn(|| {
                for _ in 0..50 {
                    assert_eq!(body(&server.get("/page.html")), "page");
                }
            });
        }
    });
}

#[test]
fn random_bytes_cost_nothing() {
    let server = start(quick());
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed
    };
    for _ in 0..300 {
        let start: &[u8] = if next() % 2 == 0 { b"GET / HTTP/1.1\r\nHost: localhost\r\n" } else { b"" };
        let noise = (0..next() % 400).map(|_| u8::try_from(next() % 256).unwrap());
        let mut bytes: Vec<u8> = start.iter().copied().chain(noise).collect();
        bytes.extend_from_slice(b"\r\n\r\n");
        let response = server.raw(&bytes);
        assert!(response.is_empty() || response.starts_with("HTTP/1.1 "), "{response}");
    }
    assert_eq!(body(&server.get("/")), "home");
}

#[test]
fn events_are_heard_and_do_not_take_places() {
    let server = start(Limits { connections: 2, ..Limits::default() });
    let mut listening: Vec<TcpStream> = (0..8)
        .map(|_| {
            let mut stream = server.connect();
            stream.write_all(b"GET /.svod/events HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
            let mut hello = [0; 15];
            stream.read_exact(&mut hello).unwrap();
            assert_eq!(&hello, b"HTTP/1.1 200 OK");
            stream
        })
        .collect();
    assert_eq!(body(&server.get("/")), "home");
    assert_eq!(server.bell.listeners(), 8);
    server.bell.ring();
    for stream in &mut listening {
        let mut heard = String::new();
        while !heard.contains("event: changed") {
            let mut buffer = [0; 512];
            let n = stream.read(&mut buffer).unwrap();
            assert!(n > 0, "{heard}");
            heard.push_str(&String::from_utf8_lossy(&buffer[..n]));
        }
    }
    drop(listening);
    thread::sleep(Duration::from_millis(50));
    server.bell.beat();
    assert_eq!(server.bell.listeners(), 0);
}

#[test]
fn the_inner_door_opens_only_from_the_gate() {
    let (server, inner, _folder) = Inner::open().unwrap();
    let address = server.server_addr();
    let site: Arc<dyn Site> = Arc::new(MadeUp);
    thread::spawn(move || http::serve(&server, &inner, &site));
    let request = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Svod-Gate: guess\r\n\r\n";
    let mut response = String::new();
    match address {
        tiny_http::ListenAddr::IP(address) => {
            let mut stream = TcpStream::connect(address).unwrap();
            stream.write_all(request).unwrap();
            stream.read_to_string(&mut response).unwrap();
        }
        #[cfg(unix)]
        tiny_http::ListenAddr::Unix(address) => {
            use std::os::unix::fs::PermissionsExt;
            let path = address.as_pathname().unwrap();
            let mode = std::fs::metadata(path.parent().unwrap()).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o700);
            let mut stream = std::os::unix::net::UnixStream::connect(path).unwrap();
            stream.write_all(request).unwrap();
            stream.read_to_string(&mut response).unwrap();
        }
    }
    assert_eq!((status(&response), body(&response)), ("403", ""));
}
