//! The table of related words: for each of some 51,000 Russian stems those nearest in meaning.
//!
//! Made once, offline, by the scripts in `data/make`, which also describe the file. It is read in place: nothing is
//! parsed at start.

/// The embedded table.
pub(super) static TABLE: Related = Related { data: include_bytes!("data/related.bin") };

/// A table read in place.
pub(super) struct Related {
    data: &'static [u8],
}

/// Length of the head: eight letters and two lengths.
const HEAD: usize = 16;

impl Related {
    fn u32(&self, at: usize) -> usize {
        let bytes = self.data.get(at..at + 4).and_then(|b| <[u8; 4]>::try_from(b).ok());
        bytes.map_or(0, |b| u32::from_le_bytes(b) as usize)
    }

    /// How many stems there are.
    pub(super) fn len(&self) -> usize {
        self.u32(8)
    }

    fn texts(&self) -> usize {
        HEAD + 2 * self.len() + 4 * (self.len() + 1)
    }

    /// A stem by its number.
    pub(super) fn stem(&self, id: usize) -> &str {
        std::str::from_utf8(self.bytes(id)).unwrap_or_default()
    }

    fn bytes(&self, id: usize) -> &[u8] {
        let ends = HEAD + 2 * self.len();
        let from = self.texts() + self.u32(ends + 4 * id);
        let to = self.texts() + self.u32(ends + 4 * (id + 1));
        self.data.get(from..to).unwrap_or_default()
    }

    /// Finds the numbers of stems that are asked for in the order of their letters, each from where the one before was.
    /// Numbers are near each other when meanings are.
    pub(super) fn in_order(&self) -> impl FnMut(&str) -> Option<usize> {
        let mut at = 0;
        move |stem| {
            let before = |place: usize| self.bytes(self.u16(HEAD + 2 * place)) < stem.as_bytes();
            let mut step = 1;
            let (mut low, mut high) = (at, at);
            while high < self.len() && before(high) {
                low = high + 1;
                high += step;
                step *= 2;
            }
            high = high.min(self.len());
            while low < high {
                let middle = low.midpoint(high);
                if before(middle) { low = middle + 1 } else { high = middle }
            }
            at = low;
            let id = self.u16(HEAD + 2 * low);
            (low < self.len() && self.bytes(id) == stem.as_bytes()).then_some(id)
        }
    }

    fn u16(&self, at: usize) -> usize {
        let bytes = self.data.get(at..at + 2).and_then(|b| <[u8; 2]>::try_from(b).ok());
        bytes.map_or(0, |b| usize::from(u16::from_le_bytes(b)))
    }

    /// The stems nearest to a stem: number and level (0 to 15, higher is nearer), the nearest level first.
    pub(super) fn near(&self, id: usize) -> Near<'_> {
        let lists = self.texts() + self.u32(12);
        let start = lists + 4 * (self.len() + 1);
        let from = start + self.u32(lists + 4 * id);
        let to = start + self.u32(lists + 4 * (id + 1));
        Near { rest: self.data.get(from..to).unwrap_or_default(), level: 0, left: 0, last: 0 }
    }
}

/// Walks over the neighbours of a stem.
pub(super) struct Near<'a> {
    rest: &'a [u8],
    level: u8,
    left: u8,
    last: usize,
}

impl Iterator for Near<'_> {
    type Item = (usize, u8);

    fn next(&mut self) -> Option<Self::Item> {
        if self.left == 0 {
            let (&head, rest) = self.rest.split_first()?;
            (self.level, self.left, self.last, self.rest) = (head >> 4, head & 15, 0, rest);
        }
        let mut step = 0;
        for shift in (0..28).step_by(7) {
            let (&byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            step |= usize::from(byte & 127) << shift;
            if byte < 128 {
                break;
            }
        }
        self.left = self.left.saturating_sub(1);
        self.last += step;
        Some((self.last, self.level))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stem_is_found_and_every_neighbour_is_one() {
        let mut stems: Vec<(&str, Option<usize>)> = (0..TABLE.len()).map(|id| (TABLE.stem(id), Some(id))).collect();
        stems.extend([("", None), ("ыыыы", None), ("яяя", None), ("аккаунтъ", None)]);
        stems.sort_unstable();
        let mut in_order = TABLE.in_order();
        assert!(stems.iter().all(|(stem, id)| in_order(stem) == *id));
        for id in 0..TABLE.len() {
            assert!(TABLE.near(id).all(|(near, level)| near < TABLE.len() && near != id && level < 16));
        }
    }

    #[test]
    fn near_in_meaning() {
        let near = |stem: &str| -> Vec<&str> {
            TABLE.near(TABLE.in_order()(stem).expect("in the table")).map(|(id, _)| TABLE.stem(id)).collect()
        };
        assert!(near("аккаунт").contains(&"учетк") || near("аккаунт").contains(&"логин"), "{:?}", near("аккаунт"));
    }
}
