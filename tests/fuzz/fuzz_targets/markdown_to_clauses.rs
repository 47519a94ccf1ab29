//! Any bytes as a content file: text, front matter, data, markdown, clauses, references, anchors, hash. Nothing panics,
//! every place lies inside the text, every anchor names one place, every address finds its place.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Err(broken) = svod::fuzzing::read_anything(bytes) {
        panic!("{broken}");
    }
});
