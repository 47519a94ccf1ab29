//! The browser of the user, asked to open an address.

use std::io;
use std::process::{Command, Stdio};

/// Asks the system to show an address in the user's browser; does not wait for it.
///
/// # Errors
/// What the system says when there is nothing that opens addresses.
pub(crate) fn open_in_browser(address: &str) -> io::Result<()> {
    let mut command = if cfg!(target_os = "windows") {
        // The shell of Windows would read `&` of an address as its own.
        let mut command = Command::new("rundll32");
        command.args(["url.dll,FileProtocolHandler", address]);
        command
    } else {
        let mut command = Command::new(if cfg!(target_os = "macos") { "open" } else { "xdg-open" });
        command.arg(address);
        command
    };
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    // Waited for elsewhere, so that it does not stay behind as a dead process.
    let _ = std::thread::Builder::new().spawn(move || child.wait());
    Ok(())
}
