// The server that the browser's tests of the search ask: a site in a sub-folder, with a strict policy and compression.
// What it refuses or holds back, and what it has sent, is for a test to set and to read.
"use strict";
const fs = require("fs");
const http = require("http");
const path = require("path");
const zlib = require("zlib");

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'";
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

// Resolves to {base, sent, refuse, wait, close}: `refuse` and `wait` are tests of an address, `wait` holds it for a second
// and a half.
function serve(site) {
  const own = { sent: [], refuse: () => false, wait: () => false };
  const server = http.createServer((request, response) => {
    const file = path.join(site, decodeURIComponent(request.url.split("?")[0]).replace(/^\/school\/rules\//, "/"));
    fs.readFile(file, (error, data) => {
      if (error || !request.url.startsWith("/school/rules/") || own.refuse(request.url)) { response.writeHead(404).end(); return; }
      const body = zlib.gzipSync(data, { level: 6 });
      own.sent.push([request.url, body.length]);
      const send = () => response.writeHead(200, { "content-type": TYPES[path.extname(file)] || "application/octet-stream", "content-encoding": "gzip", "content-security-policy": POLICY, "cache-control": "no-store" }).end(body);
      setTimeout(send, own.wait(request.url) ? 1500 : 0);
    });
  });
  own.close = () => server.close();
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => {
    own.base = `http://127.0.0.1:${server.address().port}/school/rules/`;
    resolve(own);
  }));
}

module.exports = { serve };
