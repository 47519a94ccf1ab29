//! Browsers: what they ask for, and what they get.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::thread;
use std::time::Duration;

use super::*;

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
fn a_fault_of_the_site_costs_one_request() {
    let server = start(Limits::default());
    let response = server.get("/broken.html");
    assert_eq!(status(&response), "500");
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
fn events_are_heard_and_do_not_take_places() {
    // A place is free again a moment after its stream was handed over, so a few more than one are needed.
    let server = start(Limits { connections: 5, ..Limits::default() });
    let mut listening: Vec<TcpStream> = (0..12)
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
    assert_eq!(server.bell.listeners(), 12);
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
    // The system tells of a closed stream when it comes to it.
    for _ in 0..100 {
        server.bell.beat();
        if server.bell.listeners() == 0 {
            return;
        }
        thread::sleep(Duration::from_millis(50));
    }
    assert_eq!(server.bell.listeners(), 0);
}
