//! The private door between the gate and the server.
//!
//! A socket file in a folder that only this user can enter where the system has such sockets, else a port of the
//! loopback address that the system picks. Each request carries a secret of this run, so whoever finds the door
//! without passing the gate gets nothing.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
#[cfg(unix)]
use std::os::unix::net::UnixStream;
#[cfg(unix)]
use std::path::PathBuf;
use std::time::Duration;

use super::head::{Head, Method};
use crate::host::{PrivateFolder, unguessable};

/// Header that carries the secret.
pub(super) const TOKEN: &str = "X-Svod-Gate";

/// How long the server may think before it says anything.
const PATIENCE: Duration = Duration::from_secs(120);

#[derive(Clone, Debug)]
enum Door {
    #[cfg(unix)]
    File(PathBuf),
    Port(SocketAddr),
}

/// How the gate reaches the server.
#[derive(Clone, Debug)]
pub(super) struct Inner {
    door: Door,
    token: String,
}

/// Both directions of a connection.
pub(super) trait Stream: Read + Write + Send {}
impl<T: Read + Write + Send> Stream for T {}

impl Inner {
    /// Starts a server behind a new door. The second value is a folder to be removed at the end, if there is one.
    ///
    /// # Errors
    /// What the system says when there is neither a folder nor a port to be had.
    pub(super) fn open() -> io::Result<(tiny_http::Server, Self, Option<PrivateFolder>)> {
        let token = format!("{:016x}{:016x}", unguessable(), unguessable());
        #[cfg(unix)]
        if let Some((server, file, folder)) = file_door() {
            return Ok((server, Self { door: Door::File(file), token }, Some(folder)));
        }
        let server = tiny_http::Server::http("127.0.0.1:0").map_err(io::Error::other)?;
        let port = server.server_addr().to_ip().ok_or_else(|| io::Error::other("no port"))?;
        Ok((server, Self { door: Door::Port(port), token }, None))
    }

    /// Whether a request came through the gate.
    pub(super) fn is_from_gate(&self, request: &tiny_http::Request) -> bool {
        request.headers().iter().any(|h| h.field.equiv(TOKEN) && h.value.as_str() == self.token)
    }

    /// Sends a request; the response can be read from what is returned.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn ask(&self, head: &Head) -> io::Result<Box<dyn Stream>> {
        let mut stream: Box<dyn Stream> = match &self.door {
            #[cfg(unix)]
            Door::File(path) => {
                let stream = UnixStream::connect(path)?;
                stream.set_read_timeout(Some(PATIENCE))?;
                Box::new(stream)
            }
            Door::Port(address) => {
                let stream = TcpStream::connect(address)?;
                stream.set_read_timeout(Some(PATIENCE))?;
                stream.set_nodelay(true)?;
                Box::new(stream)
            }
        };
        let method = match head.method {
            Method::Get => "GET",
            Method::Head => "HEAD",
        };
        let mut text =
            format!("{method} {} HTTP/1.1\r\nHost: {}\r\n{TOKEN}: {}\r\n", head.target, head.host, self.token);
        for (name, value) in &head.headers {
            // Header values of a request are ASCII to the library; a browser sends nothing else in those we pass on.
            if value.is_ascii() {
                text.push_str(&format!("{name}: {value}\r\n"));
            }
        }
        text.push_str("Connection: close\r\n\r\n");
        stream.write_all(text.as_bytes())?;
        Ok(stream)
    }
}

#[cfg(unix)]
fn file_door() -> Option<(tiny_http::Server, PathBuf, PrivateFolder)> {
    let folder = PrivateFolder::new().ok()?;
    let file = folder.path().join("door");
    // A path too long for a socket ends here, and the folder with it.
    let server = tiny_http::Server::http_unix(&file).ok()?;
    Some((server, file, folder))
}
