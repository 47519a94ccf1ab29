//! Which names a browser may know us by.
//!
//! A page of a stranger's site can make its own name resolve to 127.0.0.1 and then read what we serve as if it were
//! its own (DNS rebinding). The browser still sends that name in `Host`, so only names that cannot be pointed
//! elsewhere are answered: `localhost` and addresses written in digits.

use std::net::IpAddr;

/// Whether requests may come from other machines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// This machine alone.
    Loopback,
    /// Others as well: the user asked for another address.
    Network,
}

/// Whether `host` (a `Host` header) is a name of ours.
pub(super) fn is_ours(host: &str, reach: Reach) -> bool {
    let Some(name) = without_port(host) else { return false };
    if name.eq_ignore_ascii_case("localhost") {
        return true;
    }
    let address = match name.strip_prefix('[').and_then(|n| n.strip_suffix(']')) {
        Some(v6) => v6.parse().map(IpAddr::V6),
        None => name.parse().map(IpAddr::V4),
    };
    address.is_ok_and(|a| reach == Reach::Network || a.is_loopback())
}

fn without_port(host: &str) -> Option<&str> {
    // A colon inside brackets belongs to the address.
    let colon = match host.rfind(']') {
        Some(bracket) => host.get(bracket..)?.find(':').map(|c| c + bracket),
        None => host.find(':'),
    };
    let Some(colon) = colon else { return Some(host) };
    let (name, port) = host.split_at_checked(colon)?;
    port.strip_prefix(':')?.parse::<u16>().ok().map(|_| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_cannot_be_pointed_elsewhere() {
        for host in ["localhost", "LOCALHOST:8017", "127.0.0.1", "127.0.0.1:8017", "[::1]", "[::1]:80", "127.9.9.9"] {
            assert!(is_ours(host, Reach::Loopback), "{host}");
        }
        for host in [
            "",
            ":80",
            "evil.example",
            "evil.example:8017",
            "localhost.evil.example",
            "127.0.0.1.evil.example",
            "127.0.0.1:80:80",
            "127.0.0.1:x",
            "127.0.0.1:",
            "user@127.0.0.1",
            "2130706433",
            "0x7f.1",
            "::1",
            "[::1",
            "[127.0.0.1]",
            "192.168.1.5",
            "0.0.0.0",
        ] {
            assert!(!is_ours(host, Reach::Loopback), "{host}");
        }
        assert!(is_ours("192.168.1.5:8017", Reach::Network));
        assert!(!is_ours("evil.example", Reach::Network));
    }
}
