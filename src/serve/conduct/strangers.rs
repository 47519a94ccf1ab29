//! Clients that are no browsers: slow, endless, malformed, or after what is not theirs.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

use super::*;

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
    let _deaf: Vec<TcpStream> = (0..8)
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
    // Less than any of them is given.
    assert!(began.elapsed() < Limits::default().head, "{:?}", began.elapsed());
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
    for limits in [Limits { connections: 4, ..Limits::default() }, Limits::default()] {
        let server = start(limits);
        let busy: Vec<TcpStream> = (0..limits.connections)
            .map(|_| {
                let mut stream = server.connect();
                stream.write_all(b"GET /slow.html HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
                stream
            })
            .collect();
        thread::sleep(Duration::from_millis(700));
        let refused = server.get("/");
        assert_eq!((status(&refused), header(&refused, "Retry-After")), ("503", Some("1")));
        for mut stream in busy {
            let mut response = String::new();
            stream.read_to_string(&mut response).unwrap();
            assert_eq!(body(&response), "slow");
        }
        assert_eq!(body(&server.get("/")), "home");
    }
    assert_eq!(Limits::default().connections, 64);
}

/// A real folder with links that lead out of it, put there before and after it was read.
#[cfg(unix)]
#[test]
fn links_out_of_the_tree_lead_nowhere() {
    use std::collections::BTreeSet;
    use std::os::unix::fs::symlink;
    use std::sync::Mutex;

    let scratch = crate::host::Scratch::new("links-out");
    scratch.file("secret.pdf", "secret");
    scratch.file("elsewhere/page.md", "# secret\n");
    let large = "x".repeat(3 << 20);
    for name in ["index.md", "files/open.pdf", "files/inner.pdf"] {
        scratch.file(&format!("site/content/{name}"), "open");
    }
    scratch.file("site/content/files/large.pdf", &large);
    let at = |path: &str| scratch.path().join("site/content").join(path);
    symlink(scratch.path().join("secret.pdf"), at("files/link.pdf")).unwrap();
    symlink("../../../secret.pdf", at("files/relative.pdf")).unwrap();
    symlink(scratch.path().join("elsewhere"), at("folder")).unwrap();
    symlink(at("files/inner.pdf"), at("files/within.pdf")).unwrap();
    let today = Arc::new(Mutex::new(Date::parse("2026-11-22").unwrap()));
    let (mut keeper, shelf) = super::super::truth::preview(&scratch.path().join("site"), &today);
    keeper.look(&BTreeSet::new());
    let server = start_with(shelf, Limits::default());
    // A plan with errors, as this is, is shown as far as it goes.
    assert_eq!(body(&server.get("/files/open.pdf")), "open");
    assert_eq!(body(&server.get("/files/within.pdf")), "open");
    for path in ["/files/link.pdf", "/files/relative.pdf", "/folder/page.html", "/folder/", "/secret.pdf"] {
        let response = server.get(path);
        assert_eq!((status(&response), response.contains("secret")), ("404", false), "{path}");
    }
    // Exchanged behind the back of the watcher.
    for name in ["files/open.pdf", "files/large.pdf"] {
        std::fs::remove_file(at(name)).unwrap();
        symlink(scratch.path().join("secret.pdf"), at(name)).unwrap();
        let response = server.get(&format!("/{name}"));
        assert!(!response.contains("secret"), "{name}: {response}");
    }
    let (folder, away) = (at("files"), scratch.path().join("files"));
    std::fs::rename(&folder, &away).unwrap();
    symlink(&away, &folder).unwrap();
    assert_eq!(status(&server.get("/files/inner.pdf")), "404");
}

#[test]
fn an_attachment_of_the_same_length_and_time_has_another_tag() {
    use std::collections::BTreeSet;
    use std::sync::Mutex;

    let scratch = crate::host::Scratch::new("tags");
    scratch.file("content/index.md", "# Дом\n");
    let file = scratch.file("content/files/order.pdf", "one");
    let time = std::fs::metadata(&file).unwrap().modified().unwrap();
    let today = Arc::new(Mutex::new(Date::parse("2026-11-22").unwrap()));
    let (mut keeper, shelf) = super::super::truth::preview(scratch.path(), &today);
    keeper.look(&BTreeSet::new());
    let server = start_with(shelf, Limits::default());
    let first = server.get("/files/order.pdf");
    std::fs::write(&file, "two").unwrap();
    std::fs::File::options().write(true).open(&file).unwrap().set_modified(time).unwrap();
    let second = server.get("/files/order.pdf");
    assert_eq!((body(&first), body(&second)), ("one", "two"));
    assert_ne!(header(&first, "ETag"), header(&second, "ETag"));
    let known = format!("If-None-Match: {}\r\n", header(&second, "ETag").unwrap());
    assert_eq!(status(&server.ask("GET", "/files/order.pdf", &known)), "304");
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
