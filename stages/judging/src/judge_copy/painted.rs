//! Names painted over where they lie open, for a file that cannot be taken apart: the values are
//! filled with spaces of the same length, so that every offset in the file stays right.

const NAMING_KEYS: [&[u8]; 6] = [b"/Author", b"/Creator", b"/Producer", b"/Company", b"/Manager", b"/LastSavedBy"];

/// The bytes with the open values of naming keys, and the open packets, as spaces.
pub(super) fn painted_over(mut bytes: Vec<u8>) -> Vec<u8> {
    for key in NAMING_KEYS {
        let mut from = 0;
        while let Some(at) = find(&bytes, key, from) {
            from = at + key.len();
            blank_value(&mut bytes, from);
        }
    }
    blank_packets(&mut bytes);
    bytes
}

fn find(bytes: &[u8], what: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.windows(what.len()).position(|part| part == what).map(|at| from + at)
}

/// Paints over the text that follows a key: `(…)` or `<…>`.
fn blank_value(bytes: &mut [u8], after_key: usize) {
    let Some(gap) = bytes[after_key..].iter().position(|byte| !byte.is_ascii_whitespace()) else {
        return;
    };
    let start = after_key + gap;
    match bytes.get(start) {
        Some(b'(') => blank_literal(bytes, start + 1),
        Some(b'<') if bytes.get(start + 1) != Some(&b'<') => blank_hex(bytes, start + 1),
        _ => {}
    }
}

fn blank_literal(bytes: &mut [u8], start: usize) {
    let (mut depth, mut at) = (1_usize, start);
    while let Some(byte) = bytes.get(at).copied() {
        match byte {
            b'\\' => at += 1,
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            bytes[start..at].fill(b' ');
            return;
        }
        at += 1;
    }
}

fn blank_hex(bytes: &mut [u8], start: usize) {
    let Some(length) = bytes[start..].iter().position(|byte| *byte == b'>') else {
        return;
    };
    bytes[start..start + length].fill(b' ');
}

/// The packets of the newer kind of metadata, `<?xpacket begin … end?>`, are XML and lie open.
fn blank_packets(bytes: &mut [u8]) {
    let mut from = 0;
    while let Some(begin) = find(bytes, b"<?xpacket begin", from) {
        let Some(start) = find(bytes, b"?>", begin).map(|at| at + 2) else {
            return;
        };
        let Some(end) = find(bytes, b"<?xpacket end", start) else {
            return;
        };
        bytes[start..end].fill(b' ');
        from = end;
    }
}
