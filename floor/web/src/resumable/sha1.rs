//! SHA-1 (FIPS 180-4), which the protocol asks for. It finds a piece that a line has spoilt; nothing is trusted
//! because of it: files are named by their SHA-256.

const BLOCK: usize = 64;

/// The sum of what was added.
#[derive(Clone)]
pub(super) struct Sha1 {
    state: [u32; 5],
    /// What does not fill a block yet.
    rest: Vec<u8>,
    bytes: u64,
}

impl Sha1 {
    pub(super) fn new() -> Self {
        let state = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0];
        Self { state, rest: Vec::with_capacity(BLOCK), bytes: 0 }
    }

    pub(super) fn add(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
        self.take_in(bytes);
    }

    pub(super) fn done(mut self) -> [u8; 20] {
        let bits = self.bytes.wrapping_mul(8);
        let zeros = (BLOCK * 2 - 9 - self.rest.len()) % BLOCK;
        let mut end = vec![0x80];
        end.resize(1 + zeros, 0);
        end.extend_from_slice(&bits.to_be_bytes());
        self.take_in(&end);
        let mut sum = [0; 20];
        for (place, word) in sum.chunks_mut(4).zip(self.state) {
            place.copy_from_slice(&word.to_be_bytes());
        }
        sum
    }

    fn take_in(&mut self, mut bytes: &[u8]) {
        if !self.rest.is_empty() {
            let (head, tail) = bytes.split_at(bytes.len().min(BLOCK - self.rest.len()));
            self.rest.extend_from_slice(head);
            bytes = tail;
            if self.rest.len() == BLOCK {
                self.state = mixed(self.state, &self.rest);
                self.rest.clear();
            }
        }
        let (blocks, rest) = bytes.split_at(bytes.len() - bytes.len() % BLOCK);
        for block in blocks.chunks(BLOCK) {
            self.state = mixed(self.state, block);
        }
        self.rest.extend_from_slice(rest);
    }
}

fn mixed(state: [u32; 5], block: &[u8]) -> [u32; 5] {
    let mut words = [0_u32; 80];
    for (word, bytes) in words.iter_mut().zip(block.chunks(4)) {
        *word = bytes.iter().fold(0, |word, byte| (word << 8) | u32::from(*byte));
    }
    for at in 16..80 {
        words[at] = (words[at - 3] ^ words[at - 8] ^ words[at - 14] ^ words[at - 16]).rotate_left(1);
    }
    let [mut first, mut second, mut third, mut fourth, mut fifth] = state;
    for (round, word) in words.into_iter().enumerate() {
        let (mix, constant) = match round / 20 {
            0 => ((second & third) | (!second & fourth), 0x5a82_7999),
            1 => (second ^ third ^ fourth, 0x6ed9_eba1),
            2 => ((second & third) | (second & fourth) | (third & fourth), 0x8f1b_bcdc),
            _ => (second ^ third ^ fourth, 0xca62_c1d6),
        };
        let next = first.rotate_left(5).wrapping_add(mix).wrapping_add(fifth);
        let next = next.wrapping_add(constant).wrapping_add(word);
        (fifth, fourth, third, second, first) = (fourth, third, second.rotate_left(30), first, next);
    }
    let mut sum = [first, second, third, fourth, fifth];
    for (word, before) in sum.iter_mut().zip(state) {
        *word = word.wrapping_add(before);
    }
    sum
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;

    fn hex(sum: [u8; 20]) -> String {
        let mut text = String::new();
        for byte in sum {
            write!(text, "{byte:02x}").unwrap();
        }
        text
    }

    /// The examples of the standard, and lengths around the end of a block against the sum of the whole.
    #[test]
    fn the_examples_of_the_standard_come_out() {
        let sum_of = |words: &[u8]| {
            let mut sum = Sha1::new();
            sum.add(words);
            hex(sum.done())
        };
        assert_eq!(sum_of(b""), "da39a3ee5e6b4b0d3255bfef95601890afd80709");
        assert_eq!(sum_of(b"abc"), "a9993e364706816aba3e25717850c26c9cd0d89d");
        let longer = b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
        assert_eq!(sum_of(longer), "84983e441c3bd26ebaae4aa1f95129e5e54670f1");
        assert_eq!(sum_of(&b"a".repeat(1_000_000)), "34aa973cd4c4daa4f61eeb2bdbad27316534016f");
    }

    #[test]
    fn a_sum_does_not_depend_on_how_the_bytes_came() {
        for length in [55, 56, 63, 64, 65, 119, 128, 200] {
            let bytes: Vec<u8> = (0..length).collect();
            let (mut whole, mut parted) = (Sha1::new(), Sha1::new());
            whole.add(&bytes);
            bytes.chunks(7).for_each(|part| parted.add(part));
            assert_eq!(hex(whole.done()), hex(parted.done()), "{length}");
        }
    }
}
