//! libFuzzer over one of the targets of `svod::fuzzing`, named by SVOD_FUZZ. A promise that does not hold is a crash.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;

static TARGET: LazyLock<svod::fuzzing::Target> = LazyLock::new(|| {
    let wanted = std::env::var("SVOD_FUZZ").unwrap_or_default();
    let found = svod::fuzzing::TARGETS.iter().find(|(name, _)| *name == wanted);
    found.unwrap_or_else(|| panic!("SVOD_FUZZ names no target: {wanted:?}")).1
});

fuzz_target!(|bytes: &[u8]| {
    if let Err(broken) = TARGET(bytes) {
        panic!("{broken}");
    }
});
