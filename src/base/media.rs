//! Media types by the extension of an output file.

/// What a kind of file is called in `Content-Type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Media {
    /// Text whose letters are told by `charset`.
    Text(&'static str),
    /// Everything else.
    Other(&'static str),
}

/// The type of a file by its extension.
pub(crate) fn of_extension(extension: &str) -> Media {
    match extension {
        "html" | "htm" => Media::Text("text/html"),
        "css" => Media::Text("text/css"),
        "js" | "mjs" => Media::Text("text/javascript"),
        "txt" | "md" | "log" => Media::Text("text/plain"),
        "csv" => Media::Text("text/csv"),
        "ics" => Media::Text("text/calendar"),
        "xml" => Media::Text("application/xml"),
        "atom" => Media::Text("application/atom+xml"),
        "rss" => Media::Text("application/rss+xml"),
        "svg" => Media::Text("image/svg+xml"),
        "json" | "map" => Media::Other("application/json"),
        "webmanifest" => Media::Other("application/manifest+json"),
        "pdf" => Media::Other("application/pdf"),
        "sig" | "p7s" => Media::Other("application/pkcs7-signature"),
        "doc" => Media::Other("application/msword"),
        "docx" => Media::Other("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        "xls" => Media::Other("application/vnd.ms-excel"),
        "xlsx" => Media::Other("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        "ppt" => Media::Other("application/vnd.ms-powerpoint"),
        "pptx" => Media::Other("application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        "odt" => Media::Other("application/vnd.oasis.opendocument.text"),
        "ods" => Media::Other("application/vnd.oasis.opendocument.spreadsheet"),
        "odp" => Media::Other("application/vnd.oasis.opendocument.presentation"),
        "rtf" => Media::Other("application/rtf"),
        "zip" => Media::Other("application/zip"),
        "7z" => Media::Other("application/x-7z-compressed"),
        "rar" => Media::Other("application/vnd.rar"),
        "gz" => Media::Other("application/gzip"),
        "png" => Media::Other("image/png"),
        "jpg" | "jpeg" => Media::Other("image/jpeg"),
        "gif" => Media::Other("image/gif"),
        "webp" => Media::Other("image/webp"),
        "avif" => Media::Other("image/avif"),
        "ico" => Media::Other("image/vnd.microsoft.icon"),
        "bmp" => Media::Other("image/bmp"),
        "tif" | "tiff" => Media::Other("image/tiff"),
        "mp3" => Media::Other("audio/mpeg"),
        "ogg" => Media::Other("audio/ogg"),
        "wav" => Media::Other("audio/wav"),
        "mp4" => Media::Other("video/mp4"),
        "webm" => Media::Other("video/webm"),
        "woff" => Media::Other("font/woff"),
        "woff2" => Media::Other("font/woff2"),
        "ttf" => Media::Other("font/ttf"),
        "otf" => Media::Other("font/otf"),
        "wasm" => Media::Other("application/wasm"),
        _ => Media::Other("application/octet-stream"),
    }
}

impl Media {
    /// Its name, without a charset.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Text(name) | Self::Other(name) => name,
        }
    }

    /// The value of `Content-Type`. Our own text is UTF-8; of a school's own text file nobody knows, so the charset
    /// is left out unless its bytes are seen to be UTF-8.
    pub(crate) fn content_type(self, is_utf8: bool) -> String {
        match self {
            Self::Text(name) if is_utf8 => format!("{name}; charset=utf-8"),
            other => other.name().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_and_charsets() {
        let check = |extension, is_utf8, expected: &str| {
            assert_eq!(of_extension(extension).content_type(is_utf8), expected);
        };
        check("html", true, "text/html; charset=utf-8");
        check("js", true, "text/javascript; charset=utf-8");
        check("txt", false, "text/plain");
        check("pdf", true, "application/pdf");
        check("", true, "application/octet-stream");
        check("exe", false, "application/octet-stream");
    }
}
